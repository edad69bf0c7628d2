import { NabijError, type OwnModel } from '@nabij/base'
import type { DialectCall, DialectResult } from '@nabij/dialects'
import type { Tensor } from '@nabij/vision'
import type { ModelDesk } from '../models/model-desk.ts'
import { numbersAs } from './named-tensors.ts'

type Invoke = Extract<DialectCall, { do: 'invoke' }>

/**
 * Bytes to a model and bytes back, by what they say they are: a picture → labels; JSON with `instances` or `inputs` → JSON
 * with `predictions` or `outputs`, as TensorFlow Serving has it; raw numbers → raw numbers.
 */
export async function invoked(
  { body, type, accept }: Invoke,
  model: OwnModel,
  models: ModelDesk,
): Promise<DialectResult> {
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? ''
  if (isPicture(body)) return json(await models.recognise(model.id, body))
  if (kind === 'application/json') return fromJson(body, model, models)
  if (kind === 'application/octet-stream') {
    const outputs = await models.infer(model.id, { [inputOf(model).name]: rawTensor(body, model) })
    const [first] = model.outputs
    const raw = first && outputs[first.name]
    if (raw && /octet-stream/.test(accept ?? ''))
      return { kind: 'bytes', type: 'application/octet-stream', body: bytesOf(raw) }
    return json({ outputs: named(outputs) })
  }
  throw new NabijError('NABIJ_DIALECT_TYPE', { type: kind.slice(0, 100) || 'this' })
}

async function fromJson(body: Uint8Array, model: OwnModel, models: ModelDesk): Promise<DialectResult> {
  const given = parsed(body)
  const picture = pictureIn(given)
  if (picture) return json(await models.recognise(model.id, picture))
  const { name, type, dims } = inputOf(model)
  const { instances, inputs } = given
  if (Array.isArray(instances)) {
    // One picture at a time is what the model is checked for: more of them are asked one after the other.
    const predictions: unknown[] = []
    for (const instance of instances) {
      const tensor = { type, dims, data: numbersAs(type, flat(instance, dims.slice(1)), name) }
      const outputs = named(await models.infer(model.id, { [name]: tensor }))
      const values = Object.values(outputs).map(firstOf)
      predictions.push(
        values.length === 1 ? values[0] : Object.fromEntries(Object.keys(outputs).map((key, n) => [key, values[n]])),
      )
    }
    return json({ predictions })
  }
  if (inputs === undefined)
    throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'it has neither instances nor inputs' })
  const byName =
    Array.isArray(inputs) || (model.inputs.length === 1 && !isNamed(inputs, name))
      ? { [name]: inputs }
      : (inputs as Record<string, unknown>)
  const tensors = model.inputs.map((input): [string, Tensor] => {
    if (input.type === 'other') throw new NabijError('NABIJ_MODEL_TENSOR', { reason: `${input.name} cannot be filled` })
    return [
      input.name,
      {
        type: input.type,
        dims: input.dims,
        data: numbersAs(input.type, flat(byName[input.name], input.dims), input.name),
      },
    ]
  })
  return json({ outputs: named(await models.infer(model.id, Object.fromEntries(tensors))) })
}

function parsed(body: Uint8Array): { instances?: unknown; inputs?: unknown; image?: unknown } {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (typeof value === 'object' && value !== null) return Array.isArray(value) ? { instances: value } : value
  } catch (error) {
    throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'it is no JSON' }, error)
  }
  throw new NabijError('NABIJ_DIALECT_DAMAGED', { reason: 'it has neither instances nor inputs' })
}

/** A picture in base64: `{"instances": [{"b64": …}]}`, or `{"image": …}` as everywhere else here. */
function pictureIn({ instances, image }: { instances?: unknown; image?: unknown }): Uint8Array | null {
  const [first, ...more] = Array.isArray(instances) ? (instances as unknown[]) : []
  const b64 =
    typeof image === 'string' ? image : more.length === 0 ? (first as { b64?: unknown } | undefined)?.b64 : undefined
  return typeof b64 === 'string' ? new Uint8Array(Buffer.from(b64, 'base64')) : null
}

function isNamed(inputs: unknown, name: string): boolean {
  return typeof inputs === 'object' && inputs !== null && name in inputs
}

/** Nested lists as one, if they have these sizes. @throws NabijError NABIJ_MODEL_TENSOR */
function flat(value: unknown, dims: readonly number[]): number[] {
  const out: number[] = []
  const walk = (part: unknown, depth: number): void => {
    if (depth === dims.length) {
      if (typeof part !== 'number') throw wrong('it holds something that is no number')
      out.push(part)
      return
    }
    if (!Array.isArray(part) || part.length !== dims[depth]) throw wrong(`it is not [${dims.join(', ')}]`)
    for (const each of part) walk(each, depth + 1)
  }
  // A list without lists in it is taken as all numbers one after the other.
  const count = dims.reduce((all, dim) => all * dim, 1)
  if (dims.length > 1 && Array.isArray(value) && value.length === count && typeof value[0] === 'number') walk1(value)
  else walk(value, 0)
  return out

  function walk1(all: unknown[]): void {
    for (const each of all) walk(each, dims.length)
  }
}

function rawTensor(body: Uint8Array, model: OwnModel): Tensor {
  const { type, dims } = inputOf(model)
  const each = { float32: 4, float16: 2, uint8: 1, int32: 4, int64: 8 }[type]
  const count = dims.reduce((all, dim) => all * dim, 1)
  if (body.length !== count * each)
    throw wrong(`it has ${body.length} bytes, [${dims.join(', ')}] of ${type} is ${count * each}`)
  const { buffer } = Uint8Array.from(body)
  if (type === 'float32') return { type, dims, data: new Float32Array(buffer) }
  if (type === 'float16') return { type, dims, data: new Uint16Array(buffer) }
  if (type === 'int32') return { type, dims, data: new Int32Array(buffer) }
  return type === 'int64'
    ? { type, dims, data: new BigInt64Array(buffer) }
    : { type, dims, data: new Uint8Array(buffer) }
}

function inputOf({ inputs }: OwnModel): OwnModel['inputs'][number] & { type: Tensor['type'] } {
  const [input] = inputs
  if (!input || input.type === 'other') throw wrong('it has no input that can be filled')
  return { ...input, type: input.type }
}

function named(outputs: Record<string, Tensor>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data, dims }]) => [
      name,
      nested(Array.from(data as ArrayLike<number | bigint>, Number), dims),
    ]),
  )
}

/** A flat list as lists within lists. */
function nested(data: number[], dims: readonly number[]): unknown {
  const [side = 1, ...rest] = dims
  if (dims.length === 0) return data[0]
  if (rest.length === 0) return data
  const each = data.length / side
  return Array.from({ length: side }, (_, n) => nested(data.slice(n * each, (n + 1) * each), rest))
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}

function bytesOf({ data }: Tensor): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/** By its first bytes: what a client says of it is often wrong. */
function isPicture(bytes: Uint8Array): boolean {
  const begins = (...signs: number[]) => signs.every((sign, n) => bytes[n] === sign)
  return begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47)
}

function json(value: unknown): DialectResult {
  return { kind: 'bytes', type: 'application/json', body: new TextEncoder().encode(JSON.stringify(value)) }
}

function wrong(reason: string): NabijError {
  return new NabijError('NABIJ_MODEL_TENSOR', { reason })
}
