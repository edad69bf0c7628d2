import { isMainThread, parentPort } from 'node:worker_threads'
import { asNabijError } from '@nabij/base/nabij-error'
import type { Model, ModelRuntime, Tensor } from '@nabij/vision'

export type Call =
  | { call: 'load'; onnx: Uint8Array }
  | { call: 'run'; model: number; inputs: Tensors }
  | { call: 'close'; model: number }
export type Tensors = Record<string, Tensor>
export type Reply =
  | { id: number; result: unknown }
  | { id: number; failed: { code: string; params: Record<string, unknown> } }

/** The thread's side: carries out one call after the other. */
export function serveModels(runtime: ModelRuntime): void {
  if (isMainThread || !parentPort) throw new Error('serveModels runs in a thread that threadedRuntime started')
  const port = parentPort
  const models = new Map<number, Model>()
  let last = Promise.resolve()
  port.on('message', ({ id, ...call }: Call & { id: number }) => {
    last = last.then(() => answer(id, call))
  })

  async function answer(id: number, call: Call): Promise<void> {
    try {
      port.postMessage({ id, result: await carryOut(call, id) } satisfies Reply)
    } catch (error) {
      const { code, params } = asNabijError(error)
      port.postMessage({ id, failed: { code, params } } satisfies Reply)
    }
  }

  async function carryOut(call: Call, id: number): Promise<unknown> {
    if (call.call === 'load') {
      models.set(id, await runtime.load(call.onnx))
      return id
    }
    const model = models.get(call.model)
    if (!model) throw new Error('this model was closed')
    if (call.call === 'run') return model.run(call.inputs)
    models.delete(call.model)
    return model.close()
  }
}
