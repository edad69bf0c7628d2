import type { TensorProto } from '@nabij/vision/onnx'
import { need } from './graph-fault.ts'
import { bytesOfType, type Known, mostNumbers, product } from './known.ts'

/** A constant's shape, and its numbers where there are few. */
export function knownTensor(tensor: TensorProto): Known {
  const { dims, dataType, externalData, dataLocation, rawData, floatData, int64Data, int32Data = [] } = tensor
  need((externalData?.length ?? 0) === 0 && (dataLocation ?? 0) === 0, 'it reads data from other files')
  const size = bytesOfType[dataType]
  need(size !== undefined, `it has a constant of type ${dataType}`)
  const count = product(dims)
  const raw = rawData?.length ?? 0
  const listed = Math.max(floatData.length, int64Data.length, int32Data.length)
  // Types whose lists are not read here (doubles, unsigned) are only taken as raw bytes.
  need(raw > 0 ? raw === count * size : listed === count, 'it has a constant whose size is not that of its data')
  if (count > mostNumbers) return { type: dataType, dims }
  const numbers = raw > 0 ? rawNumbers(tensor.rawData, dataType, count) : listOf(tensor, count)
  return numbers ? { type: dataType, dims, numbers: [...numbers] } : { type: dataType, dims }
}

/** Numbers of half the size stand in a list as their bits. */
function listOf({ dataType, floatData, int64Data, int32Data = [] }: TensorProto, count: number): number[] | undefined {
  return dataType === 10 ? undefined : [floatData, int64Data, int32Data].find((list) => list.length === count)
}

function rawNumbers(bytes: Uint8Array, type: number, count: number): number[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read: Record<number, (n: number) => number> = {
    1: (n) => view.getFloat32(n * 4, true),
    2: (n) => view.getUint8(n),
    3: (n) => view.getInt8(n),
    6: (n) => view.getInt32(n * 4, true),
    7: (n) => Number(view.getBigInt64(n * 8, true)),
    9: (n) => view.getUint8(n),
    10: (n) => view.getFloat16(n * 2, true),
    11: (n) => view.getFloat64(n * 8, true),
  }
  const one = read[type]
  return one && Array.from({ length: count }, (_, n) => one(n))
}
