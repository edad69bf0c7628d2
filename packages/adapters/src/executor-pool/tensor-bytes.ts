import { type ModelValue, NabijError } from '@nabij/base'
import { numbersFor } from '@nabij/models'
import type { Tensor } from '@nabij/vision'

/** Tensors as what they are, and their numbers one after the other. */
export function tensorsInto(tensors: Readonly<Record<string, Tensor>>): { values: ModelValue[]; bytes: Uint8Array } {
  const all = Object.entries(tensors)
  const pieces = all.map(([, { data }]) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  return {
    values: all.map(([name, { type, dims }]) => ({ name, type, dims: [...dims] })),
    bytes: Buffer.concat(pieces),
  }
}

/** @throws NabijError NABIJ_MODEL_TENSOR when the bytes are not as many as the sizes say */
export function tensorsFrom(values: readonly ModelValue[], bytes: Uint8Array): Record<string, Tensor> {
  let at = 0
  const tensors = values.map(({ name, type, dims }): [string, Tensor] => {
    const count = dims.reduce((all, dim) => all * dim, 1)
    if (type === 'other' || !Number.isSafeInteger(count) || count < 0 || count > bytes.length) throw wrong(name)
    const data = numbersFor(type, count)
    if (at + data.byteLength > bytes.length) throw wrong(name)
    // Copied: numbers of more than one byte must not begin at an odd place.
    new Uint8Array(data.buffer).set(bytes.subarray(at, at + data.byteLength))
    at += data.byteLength
    return [name, { type, dims, data }]
  })
  if (at !== bytes.length) throw wrong('?')
  return Object.fromEntries(tensors)
}

function wrong(name: string): NabijError {
  return new NabijError('NABIJ_MODEL_TENSOR', {
    reason: `${name.slice(0, 60)} has another number of bytes than its sizes say`,
  })
}
