import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { asNabijError } from '@nabij/base'
import type { Model, ModelRuntime, Tensor } from '@nabij/vision'
import { errorFrom } from './messages.ts'

type Call =
  | { call: 'load'; onnx: Uint8Array }
  | { call: 'run'; model: number; inputs: Tensors }
  | { call: 'close'; model: number }
type Tensors = Record<string, Tensor>
type Reply = { id: number; result: unknown } | { id: number; failed: { code: string; params: Record<string, unknown> } }

/**
 * A model runtime in a thread of its own: a run of the engine holds up the thread that it is called in, and this way
 * the next picture is read and decoded meanwhile. `program` must call `serveModels` when it is not the main thread.
 */
export function threadedRuntime(program: string): ModelRuntime {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let nextId = 0
  let thread: Worker | undefined

  function ask(call: Call): Promise<unknown> {
    thread ??= start()
    const answer = Promise.withResolvers<unknown>()
    waiting.set(nextId, answer)
    thread.postMessage({ id: nextId++, ...call }, [])
    return answer.promise
  }

  function start(): Worker {
    const started = new Worker(program)
    started.on('message', (reply: Reply) => {
      const answer = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('failed' in reply) answer?.reject(errorFrom(reply.failed))
      else answer?.resolve(reply.result)
    })
    // The pipe to the pool keeps an executor running, not this thread.
    started.unref()
    // No handler of 'error': a thread that falls takes the process with it, and the pool starts another.
    return started
  }

  return {
    async load(onnx) {
      const model = (await ask({ call: 'load', onnx })) as number
      return {
        run: async (inputs) => (await ask({ call: 'run', model, inputs: owned(inputs) })) as Tensors,
        close: async () => void (await ask({ call: 'close', model })),
      }
    },
  }
}

/** A view on a part of a larger buffer would be sent with all of that buffer. */
function owned(inputs: Tensors): Tensors {
  const copy = <T extends Tensor['data']>(data: T) =>
    (data.byteLength === data.buffer.byteLength ? data : data.slice()) as T
  return Object.fromEntries(
    Object.entries(inputs).map(([name, tensor]) => [name, { ...tensor, data: copy(tensor.data) }]),
  )
}

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
