import { type ModelChange, NabijError, newId, type OwnModel, type Recognised } from '@nabij/base'
import { changeSettings, type ModelExecutor, type ModelFile } from '@nabij/models'
import type { Blobs, Clock } from '@nabij/stations'
import type { Tensor } from '@nabij/vision'

export interface ModelDeskPorts {
  store: { list(): Promise<OwnModel[]>; put(model: OwnModel): Promise<void>; remove(id: string): Promise<void> }
  blobs: Pick<Blobs, 'put' | 'path' | 'get'>
  executor: ModelExecutor
  clock: Clock
  /** What a program calls a model that it finds here; null when none does. */
  usedAs(id: string): Promise<string | null>
}

/** Models that people brought along: they answer old programs, and can be tried. */
export interface ModelDesk {
  list(): Promise<OwnModel[]>
  /** @throws NabijError NABIJ_NOT_FOUND */
  get(id: string): Promise<OwnModel>
  /**
   * Reads, checks and keeps an ONNX file, or the zip that it came in.
   * @throws NabijError NABIJ_MODEL_…, NABIJ_EXECUTOR_…, NABIJ_DISK_FULL
   */
  add(file: Uint8Array, name: string): Promise<OwnModel>
  /** @throws NabijError NABIJ_NOT_FOUND, NABIJ_MODEL_MISFIT, NABIJ_MODEL_LAYOUT_UNKNOWN */
  change(id: string, change: ModelChange): Promise<OwnModel>
  /** @throws NabijError NABIJ_NOT_FOUND, NABIJ_MODEL_IN_USE */
  remove(id: string): Promise<void>
  /** What it finds in a picture. @throws NabijError NABIJ_NOT_FOUND, NABIJ_PICTURE_…, NABIJ_MODEL_… */
  recognise(id: string, picture: Uint8Array): Promise<Recognised>
  /** @throws NabijError NABIJ_NOT_FOUND, NABIJ_MODEL_TENSOR, … */
  infer(id: string, inputs: Record<string, Tensor>): Promise<Record<string, Tensor>>
}

export function openModels({ store, blobs, executor, clock, usedAs }: ModelDeskPorts): ModelDesk {
  // Few, and asked with each request of a program.
  let known: Map<string, OwnModel> | undefined

  async function all(): Promise<Map<string, OwnModel>> {
    known ??= new Map((await store.list()).map((model) => [model.id, model]))
    return known
  }

  async function get(id: string): Promise<OwnModel> {
    const model = (await all()).get(id)
    if (!model) throw new NabijError('NABIJ_NOT_FOUND', { what: 'model', id })
    return model
  }

  async function keep(model: OwnModel): Promise<OwnModel> {
    await store.put(model)
    ;(await all()).set(model.id, model)
    return model
  }

  const fileOf = ({ sha256 }: OwnModel): ModelFile => ({ sha256, path: blobs.path(sha256) })

  return {
    list: async () => [...(await all()).values()],
    get,
    async add(file, name) {
      const sha256 = await blobs.put(file)
      const reading = await executor.readModel({ sha256, path: blobs.path(sha256) })
      return keep({ ...reading, id: newId(), name, createdAt: clock(), sha256, bytes: file.length, stopped: false })
    },
    async change(id, { name, stopped, settings }) {
      const before = await get(id)
      return keep({
        ...before,
        ...(settings ? changeSettings(before, settings) : {}),
        name: name ?? before.name,
        stopped: stopped ?? before.stopped,
      })
    },
    async remove(id) {
      await get(id)
      const model = await usedAs(id)
      if (model !== null) throw new NabijError('NABIJ_MODEL_IN_USE', { model })
      await store.remove(id)
      ;(await all()).delete(id)
    },
    async recognise(id, picture) {
      const model = await get(id)
      return executor.recognise(fileOf(model), model.settings, picture)
    },
    infer: async (id, inputs) => executor.infer(fileOf(await get(id)), inputs),
  }
}
