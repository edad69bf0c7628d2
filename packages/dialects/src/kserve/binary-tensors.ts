import { NabijError } from '@nabij/base'
import type { DialectRequest } from '../dialect.ts'

/** Says where the JSON ends and the bytes of tensors begin (the protocol's binary tensor data extension). */
const lengthHeader = 'inference-header-content-length'

const readers: Record<string, { size: number; read(view: DataView, at: number): number }> = {
  BOOL: { size: 1, read: (view, at) => view.getUint8(at) },
  UINT8: { size: 1, read: (view, at) => view.getUint8(at) },
  UINT16: { size: 2, read: (view, at) => view.getUint16(at, true) },
  UINT32: { size: 4, read: (view, at) => view.getUint32(at, true) },
  UINT64: { size: 8, read: (view, at) => Number(view.getBigUint64(at, true)) },
  INT8: { size: 1, read: (view, at) => view.getInt8(at) },
  INT16: { size: 2, read: (view, at) => view.getInt16(at, true) },
  INT32: { size: 4, read: (view, at) => view.getInt32(at, true) },
  INT64: { size: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
  FP32: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  FP64: { size: 8, read: (view, at) => view.getFloat64(at, true) },
}

/** The bytes of tensors, one after the other, in the order of the inputs. */
export interface BinaryTail {
  /** @throws NabijError NABIJ_DIALECT_DAMAGED when there are not as many */
  take(size: number): Uint8Array
  /** @throws NabijError NABIJ_DIALECT_DAMAGED when some are left that no input speaks of */
  end(): void
}

/** @throws NabijError NABIJ_DIALECT_DAMAGED */
export function splitBinary({ headers, body }: DialectRequest): { head: Uint8Array; tail: BinaryTail } {
  const said = headers[lengthHeader]
  const length = said === undefined ? body.length : /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN
  if (!(length <= body.length)) throw damaged(`${lengthHeader} is not the length of a part of it`)
  let at = length
  const tail: BinaryTail = {
    take(size) {
      if (!Number.isSafeInteger(size) || size < 0 || at + size > body.length)
        throw damaged('a tensor is larger than what was sent')
      at += size
      return body.subarray(at - size, at)
    },
    end() {
      if (at < body.length) throw damaged('it holds bytes that belong to no input')
    },
  }
  return { head: body.subarray(0, length), tail }
}

/** @throws NabijError NABIJ_DIALECT_DAMAGED */
export function numbersIn(bytes: Uint8Array, datatype: string, name: string): number[] {
  const reader = readers[datatype]
  if (!reader) throw damaged(`${datatype} of ${name} is not read from bytes here`)
  if (bytes.length % reader.size !== 0) throw damaged(`the bytes of ${name} are no whole numbers of ${datatype}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / reader.size }, (_, n) => reader.read(view, n * reader.size))
}

/** One element with its length before it: little endian, four bytes. @throws NabijError NABIJ_DIALECT_DAMAGED */
export function oneElement(bytes: Uint8Array, name: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint32(0, true) !== bytes.length - 4) throw damaged(`${name} is not one text`)
  return bytes.subarray(4)
}

function damaged(reason: string): NabijError {
  return new NabijError('NABIJ_DIALECT_DAMAGED', { reason })
}
