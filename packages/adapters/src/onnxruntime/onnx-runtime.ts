import { NabijError } from '@nabij/base/nabij-error'
import type { Model, ModelRuntime, Tensor } from '@nabij/vision'
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'

// From version 1.29 ONNX Runtime sends its maker what it does, with an identifier that it keeps in the home folder,
// unless this is set before its first session. In a worker thread it would come too late: import this file in the
// main thread as well, only its environment is the real one. (On Windows it writes to Windows' own tracing instead.)
process.env['ORT_DISABLE_TELEMETRY'] = '1'

// No spinning: executors are processes, and an idle one must cost nothing.
const options: InferenceSession.SessionOptions = {
  interOpNumThreads: 1,
  executionMode: 'sequential',
  // Without a plan of its memory ONNX Runtime needs 9 MB less, and is not measurably slower.
  enableMemPattern: false,
  executionProviders: ['cpu'],
  logSeverityLevel: 4,
  // Weights are kept as they are: the pool of memory for what is worked out meanwhile doubles each time that it grows.
  extra: { session: { intra_op: { allow_spinning: '0' }, use_device_allocator_for_initializers: '1' } },
}

/**
 * ONNX Runtime on the processor, inside this process: a crash of it ends the process.
 * @param threads that work on one run; the results are the same
 */
export function onnxRuntime(threads = 1): ModelRuntime {
  return { load: (onnx) => load(onnx, threads) }
}

async function load(onnx: Uint8Array, threads: number): Promise<Model> {
  const session = await create(onnx, threads)
  return {
    async run(inputs) {
      try {
        const feeds = Object.entries(inputs).map(([name, tensor]) => [name, toOrt(tensor)])
        const results = await session.run(Object.fromEntries(feeds))
        return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, fromOrt(tensor)]))
      } catch (error) {
        throw new NabijError('NABIJ_RECIPE_RUN_FAILED', { reason: firstLine(error) }, error)
      }
    },
    close: () => session.release(),
  }
}

async function create(onnx: Uint8Array, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(onnx, { ...options, intraOpNumThreads: threads })
  } catch (error) {
    throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: firstLine(error) }, error)
  }
}

function toOrt({ type, data, dims }: Tensor): OrtTensor {
  const tensor = new OrtTensor(type, data, dims)
  // Where there are numbers of half the size it makes those of the bits, which its native part does not read.
  return type === 'float16' ? Object.assign(tensor, { cpuData: data }) : tensor
}

function fromOrt(tensor: InferenceSession.OnnxValueMapType[string]): Tensor {
  const { type, data, dims } = tensor
  if (type === 'float32' || type === 'uint8' || type === 'int32' || type === 'int64')
    return { type, dims, data: data as Tensor['data'] }
  // Whoever reads an answer wants numbers, whatever their size.
  if (type === 'float16' || type === 'float64')
    return { type: 'float32', dims, data: Float32Array.from(numbersOf(data)) }
  if (type === 'bool') return { type: 'uint8', dims, data: data as Uint8Array }
  throw new TypeError(`an output of type ${type}`)
}

/** Of numbers of half the size the engine gives the bits where it knows no better. */
function numbersOf(data: InferenceSession.OnnxValueMapType[string]['data']): ArrayLike<number> {
  return data instanceof Uint16Array ? new Float16Array(Uint16Array.from(data).buffer) : (data as ArrayLike<number>)
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? ''
}
