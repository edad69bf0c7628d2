import { NabijError } from '@nabij/base'
import { base64Bytes, decoded, json, jsonBody } from '../bodies.ts'
import type { Dialect, DialectCall, DialectRequest, ModelFacts, NamedTensor } from '../dialect.ts'
import { type FaultKind, kindOfFault } from '../fault-kind.ts'
import { decisionIn, listIn, objectIn } from '../understand.ts'
import { type BinaryTail, numbersIn, oneElement, splitBinary } from './binary-tensors.ts'

const faults: Record<FaultKind, number> = {
  denied: 401,
  unknown: 404,
  stopped: 503,
  large: 413,
  wrong: 400,
  busy: 429,
  ours: 500,
}

/**
 * KServe's Open Inference Protocol, version 2, over REST: nabij's own way in and out. Servers that speak it: KServe, NVIDIA
 * Triton, OpenVINO Model Server, and another box.
 */
export const kserve: Dialect = {
  id: 'kserve',
  name: 'Open Inference Protocol (KServe v2)',
  key: { how: 'bearer' },
  most: 32 * 2 ** 20,

  async read(request) {
    const [v2, ...parts] = request.path.split('/').filter(Boolean).map(decoded)
    if (v2 !== 'v2') throw unknown(request)
    const { method } = request
    if (method === 'GET' && parts.length === 0) return { do: 'server' }
    if (method === 'GET' && parts.join('/') === 'health/live') return { do: 'live' }
    if (method === 'GET' && parts.join('/') === 'health/ready') return { do: 'ready' }
    const [models, model, ...rest] = parts
    if (models !== 'models' || model === undefined) throw unknown(request)
    const version = rest[0] === 'versions' ? (rest[1] ?? null) : null
    const [what, ...more] = rest.slice(version === null ? 0 : 2)
    if (more.length > 0) throw unknown(request)
    if (method === 'GET' && (what === undefined || what === 'ready'))
      return { do: 'describe', model, version, ready: what === 'ready' }
    if (method === 'POST' && what === 'infer') {
      const { head, tail } = splitBinary(request)
      return infer(model, version, jsonBody({ ...request, body: head }), tail)
    }
    throw unknown(request)
  },

  async answer(call, result) {
    if (result.kind === 'models') {
      const [model] = result.models
      if (call.do !== 'describe' || !call.ready) return json(200, model ? metadata(model) : {})
      // Clients look at the status: 200 is ready, 4xx is not.
      return json(model?.running ? 200 : 400, { name: call.model, ready: model?.running ?? false })
    }
    if (result.kind === 'tensors') {
      const id = call.do === 'infer' && call.id !== null ? { id: call.id } : {}
      const outputs = result.outputs.map(({ data, ...output }) => ({ ...output, data: [...data] }))
      return json(200, { model_name: result.model, model_version: result.version, ...id, outputs })
    }
    if (call.do === 'server') return json(200, { name: 'nabij', version: '2', extensions: ['binary_tensor_data'] })
    // The text of the specification says `live` for both; its clients look at the status.
    return json(200, call.do === 'live' ? { live: true } : { ready: true })
  },

  fault(error) {
    return json(faults[kindOfFault(error)], { error: error.message })
  },

  /** A server that says `verdict` as a box does; of other tensors nobody knows what they mean. */
  understand(_call, response) {
    const { outputs, model_version: version } = objectIn(response) ?? {}
    const verdict = listIn(outputs).find(({ name }) => name === 'verdict')?.['data']
    const decision = decisionIn(Array.isArray(verdict) ? verdict[0] : null)
    if (decision === null) return null
    return { answer: { decision, labels: [] }, version: typeof version === 'string' ? version : null }
  },
}

function infer(model: string, version: string | null, body: unknown, tail: BinaryTail): DialectCall {
  const { inputs, outputs, id } = (body ?? {}) as { inputs?: unknown; outputs?: unknown; id?: unknown }
  if (!Array.isArray(inputs) || inputs.length === 0) throw damaged('it has no inputs')
  const tensors = inputs.map((given) => tensor(given, tail))
  tail.end()
  return {
    do: 'infer',
    model,
    version,
    inputs: tensors,
    outputs: Array.isArray(outputs)
      ? outputs.map((output) => String((output as { name?: unknown } | null)?.name))
      : null,
    id: typeof id === 'string' ? id : null,
  }
}

function tensor(given: unknown, tail: BinaryTail): NamedTensor {
  const { name, shape, datatype, data, parameters } = (given ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || typeof datatype !== 'string') throw damaged('an input has no name or datatype')
  if (!Array.isArray(shape) || !shape.every((side) => Number.isSafeInteger(side) && side >= 0))
    throw damaged(`the shape of ${name} is no list of whole numbers`)
  const size = (parameters as { binary_data_size?: unknown } | null | undefined)?.binary_data_size
  const bytes = typeof size === 'number' ? tail.take(size) : null
  if (datatype === 'BYTES')
    return { name, datatype, shape: shape as number[], data: bytes ? oneElement(bytes, name) : bytesOf(data) }
  // Nested lists are allowed: row after row, as the specification has it.
  const flat: unknown[] = bytes ? numbersIn(bytes, datatype, name) : Array.isArray(data) ? data.flat(8) : []
  const count = (shape as number[]).reduce((product, side) => product * side, 1)
  if (flat.length !== count) throw damaged(`${name} has ${flat.length} numbers, its shape says ${count}`)
  if (!flat.every((value) => typeof value === 'number' || typeof value === 'boolean'))
    throw damaged(`${name} holds something that is no number`)
  return { name, datatype, shape: shape as number[], data: flat.map(Number) }
}

/** One picture: text in base64, as JSON has no bytes. */
function bytesOf(data: unknown): Uint8Array {
  const [text, ...more] = Array.isArray(data) ? (data.flat(8) as unknown[]) : []
  if (typeof text !== 'string' || more.length > 0) throw damaged('BYTES are one text in base64 here')
  return base64Bytes(text)
}

function metadata({ name, version, platform, inputs, outputs, running }: ModelFacts): object {
  return { name, versions: [version], platform, inputs, outputs, ready: running }
}

function damaged(reason: string): NabijError {
  return new NabijError('NABIJ_DIALECT_DAMAGED', { reason })
}

function unknown({ method, path }: DialectRequest): NabijError {
  return new NabijError('NABIJ_DIALECT_OPERATION', { dialect: kserve.name, operation: `${method} ${path}` })
}
