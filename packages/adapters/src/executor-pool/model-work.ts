import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { NabijError } from '@nabij/base'
import { type ModelExecutor, type ModelFile, openModel, readModel } from '@nabij/models'
import type { PictureDecoder } from '@nabij/vision'
import { createRecipeCache } from './recipe-cache.ts'
import type { ThreadedRuntime } from './threaded-runtime.ts'
import { unpackModel } from './unpack-model.ts'

/** An opened one takes a few times the bytes of its file. */
const kept = { recipes: 3, bytes: 256 * 2 ** 20 }

/** Models that people brought along: each is read and checked whole before the engine sees a byte of it. */
export function modelWork(decoder: PictureDecoder, runtime: ThreadedRuntime): ModelExecutor {
  const parts = { decoder, runtime: { load: runtime.loadAndTake }, now: () => performance.now() }
  const models = createRecipeCache(
    readIntact,
    async (file) => {
      const { onnx, texts } = await unpackModel(file)
      return openModel(readModel(onnx, texts), onnx, parts)
    },
    kept,
  )
  return {
    readModel: (file) => models.use(file, (model) => model.tryOut()),
    recognise: (file, settings, picture) => models.use(file, (model) => model.recognise(picture, settings)),
    infer: (file, inputs) => models.use(file, (model) => model.infer(inputs)),
  }
}

/** The file's bytes, if they are still those that were stored. */
async function readIntact({ sha256, path }: ModelFile): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: 'its file cannot be read' }, error)
  })
  if (hash('sha256', bytes) === sha256) return bytes
  throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: 'its file has changed since it was stored' })
}
