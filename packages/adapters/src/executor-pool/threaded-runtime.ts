import { Worker } from 'node:worker_threads'
import type { Model, ModelRuntime, Tensor } from '@nabij/vision'
import { errorFrom } from './messages.ts'
import type { Call, Reply, Tensors } from './model-thread.ts'

/** A runtime that can also take the bytes of a model away from whoever had them: then they exist only once. */
export interface ThreadedRuntime extends ModelRuntime {
  /** As `load`; `onnx` is empty afterwards, where it owned all of its buffer. */
  loadAndTake: ModelRuntime['load']
}

/**
 * A model runtime in a thread of its own: a run of the engine holds up the thread that it is called in, and this way
 * the next picture is read and decoded meanwhile. `program` must call `serveModels` when it is not the main thread.
 * @param data what the program gets as `workerData`
 */
export function threadedRuntime(program: string, data: unknown = null): ThreadedRuntime {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let nextId = 0
  let thread: Worker | undefined

  function ask(call: Call, given: ArrayBuffer[] = []): Promise<unknown> {
    thread ??= start()
    const answer = Promise.withResolvers<unknown>()
    waiting.set(nextId, answer)
    thread.postMessage({ id: nextId++, ...call }, given)
    return answer.promise
  }

  function start(): Worker {
    // A young heap of one megabyte: only small things are made here, numbers lie outside of it.
    const started = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: 1 }, workerData: data })
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

  async function load(onnx: Uint8Array, given: ArrayBuffer[]): Promise<Model> {
    const model = (await ask({ call: 'load', onnx }, given)) as number
    return {
      async run(inputs) {
        const own = owned(inputs)
        return (await ask({ call: 'run', model, inputs: own.tensors }, own.given)) as Tensors
      },
      close: async () => void (await ask({ call: 'close', model })),
    }
  }

  return {
    load: (onnx) => load(onnx, []),
    loadAndTake: (onnx) => load(onnx, ownsItsBuffer(onnx) ? [onnx.buffer] : []),
  }
}

function ownsItsBuffer(data: Tensor['data']): data is Tensor['data'] & { buffer: ArrayBuffer } {
  return data.buffer instanceof ArrayBuffer && data.byteLength === data.buffer.byteLength
}

/**
 * Copies that are sent away: a view would take all of its buffer with it, and a decoder's memory cannot be given away.
 * Made by hand, because `slice` of a Node buffer is a view again.
 */
function owned(inputs: Tensors): { tensors: Tensors; given: ArrayBuffer[] } {
  const given: ArrayBuffer[] = []
  const copy = <T extends Tensor['data']>(data: T): T => {
    const buffer = new ArrayBuffer(data.byteLength)
    new Uint8Array(buffer).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    given.push(buffer)
    const kind = data instanceof Uint8Array ? Uint8Array : (data.constructor as Float32ArrayConstructor)
    return new kind(buffer) as T
  }
  const tensors = Object.entries(inputs).map(([name, tensor]) => [name, { ...tensor, data: copy(tensor.data) }])
  return { tensors: Object.fromEntries(tensors), given }
}
