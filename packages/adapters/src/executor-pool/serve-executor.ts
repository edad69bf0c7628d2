import { hash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { NabijError } from '@nabij/base'
import type { ModelExecutor } from '@nabij/models'
import type { PictureFacts, RecipeFile } from '@nabij/stations'
import {
  type AnomalyMap,
  glanceAt,
  type OpenRecipe,
  openRecipe,
  type PictureDecoder,
  type Pixels,
  readRecipe,
  teach,
} from '@nabij/vision'
import { deskWork } from './desk-work.ts'
import { featureCache } from './feature-cache.ts'
import { codeReader } from './read-codes.ts'
import { createRecipeCache } from './recipe-cache.ts'
import { type ExecutorWork, serve } from './serve.ts'
import type { ThreadedRuntime } from './threaded-runtime.ts'

export interface ExecutorParts {
  decoder: PictureDecoder
  encodeMap(map: AnomalyMap): Uint8Array
  examinePicture(picture: Uint8Array): Promise<PictureFacts>
  /** A JPEG of at most 240 pixels wide. */
  thumbnail(picture: Uint8Array): Promise<Uint8Array>
  /** The same of a picture that is decoded, whose own size is `of`. */
  smallPicture(pixels: Pixels, of: { width: number; height: number }): Promise<Uint8Array>
  runtime: ThreadedRuntime
  /** The graph with whose features is taught; null: this child teaches nothing. */
  backbonePath: string | null
  /** Where features of pictures are kept; null: this child neither corrects nor keeps any. */
  cacheFolder: string | null
  /** The WebAssembly file that reads codes. */
  codesPath: string
}

/** Turns this process into an executor that answers the pool which started it. */
export function serveExecutor(parts: ExecutorParts): void {
  serve(executorWork(parts))
}

function executorWork({
  decoder,
  encodeMap,
  examinePicture,
  thumbnail,
  smallPicture,
  runtime,
  backbonePath,
  cacheFolder,
  codesPath,
}: ExecutorParts): ExecutorWork {
  const recipes = createRecipeCache(readIntact, (onnx) =>
    // Nobody needs the bytes any more once the engine has them.
    openRecipe(onnx, { load: runtime.loadAndTake }, () => performance.now()),
  )
  const inTurn = oneAtATime()
  return {
    inspect: (file, picture) =>
      recipes.use(file, async (recipe) => {
        const start = performance.now()
        const { pixels, width, height } = await decodedFor(decoder, recipe.decoding, picture)
        const decoded = performance.now()
        // From the pixels that are there already, where those are of all of it, while the model runs in its thread.
        const small = recipe.decoding.region ? thumbnail(picture) : smallPicture(pixels, { width, height })
        // It is waited for below; until then nobody would hear of its failing.
        small.catch(() => undefined)
        const judged = await inTurn(async () => {
          const judging = recipe.judge(pixels)
          // The model runs in its own thread: meanwhile this one has nothing else to do.
          const look = glanceAt(pixels)
          return { judgement: await judging, look }
        })
        const map = encodeMap(judged.judgement.map)
        const thumb = await small
        const ms = {
          decode: decoded - start,
          locate: judged.judgement.ms.locate,
          model: judged.judgement.ms.model,
          total: performance.now() - start,
        }
        const { score, regions, layers, kind, parts } = judged.judgement
        return { score, regions, parts, layers, kind, look: judged.look, width, height, map, thumb, ms }
      }),
    examine: examinePicture,
    thumb: thumbnail,
    async teach({ photos, locate }, out, onProgress) {
      if (backbonePath === null) throw new Error('this executor was started without a model to teach with')
      const { onnx, facts } = await teach({
        photos: photos.filter(({ label }) => label === 'good').map(({ path }) => ({ load: () => readFile(path) })),
        bad: photos.filter(({ label }) => label === 'bad').map(({ path }) => ({ load: () => readFile(path) })),
        decoder,
        locate: locate.mode,
        exactly: locate.exactly,
        region: locate.region,
        ignore: locate.ignore,
        runtime,
        backbone: await readFile(backbonePath),
        onProgress,
        // Whoever no longer wants it ends this process.
        signal: new AbortController().signal,
      })
      await writeSafely(out, onnx)
      return facts
    },
    async readRecipe(path) {
      const onnx = await readFile(path)
      readRecipe(onnx)
      return recipes.use({ sha256: hash('sha256', onnx), path }, async (recipe) => {
        await inTurn(() => tryOut(recipe))
        return recipe.facts
      })
    },
    ...deskWork({ decoder, runtime, read: readIntact, cache: featureCache(cacheFolder), folder: cacheFolder }),
    codes: codeReader(decoder, codesPath),
    ...modelsWhenAsked(decoder, runtime),
  }
}

/** Most children never see a model from elsewhere, and do without what reads one. */
function modelsWhenAsked(decoder: PictureDecoder, runtime: ThreadedRuntime): ModelExecutor {
  let loading: Promise<ModelExecutor> | undefined
  const work = () => {
    loading ??= import('./model-work.ts').then(({ modelWork }) => modelWork(decoder, runtime))
    return loading
  }
  return {
    readModel: async (file) => (await work()).readModel(file),
    recognise: async (...given) => (await work()).recognise(...given),
    infer: async (...given) => (await work()).infer(...given),
  }
}

function decodedFor(decoder: PictureDecoder, { size, fit, region }: OpenRecipe['decoding'], picture: Uint8Array) {
  return decoder.decode(picture, size, fit, region)
}

/** The file's bytes, if they are still those that were stored. */
async function readIntact({ sha256, path }: RecipeFile): Promise<Uint8Array> {
  const onnx = await readFile(path).catch((error: unknown) => {
    throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'its file cannot be read' }, error)
  })
  if (hash('sha256', onnx) === sha256) return onnx
  throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'its file has changed since it was stored' })
}

/** A station must not get a recipe that cannot judge: what the engine refuses shows at a grey picture. */
async function tryOut({ facts: { size }, judge }: OpenRecipe): Promise<void> {
  try {
    await judge({ width: size, height: size, data: new Uint8Array(size * size * 3).fill(128) })
  } catch (error) {
    throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'it judges nothing' }, error)
  }
}

/** A model takes one picture after the other; its time then is its own, not that of the picture before. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
