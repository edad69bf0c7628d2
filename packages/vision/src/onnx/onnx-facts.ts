import { NabijError, type OnnxAttribute, type OnnxConstant, type OnnxFacts, type OnnxValue } from '@nabij/base'
import {
  type AttributeProto,
  decodeModel,
  hasAtMost,
  type ModelProto,
  type TensorProto,
  type ValueInfoProto,
} from './proto.ts'

const most = {
  bytes: 512 * 2 ** 20,
  parts: 1_000_000,
  nodes: 20_000,
  /** Numbers of a constant that are told: shapes, counts, limits; no weights. */
  numbers: 64,
  name: 200,
} as const

/**
 * What a model from anywhere says of itself. Nothing is run, and what it says is not believed: sizes are only numbers.
 * @throws NabijError NABIJ_MODEL_DAMAGED
 */
export function onnxFacts(onnx: Uint8Array): OnnxFacts {
  if (onnx.length > most.bytes) throw unreadable(`> ${most.bytes / 2 ** 20} MB`)
  const { graph, opsetImport, functions } = decoded(onnx)
  if (graph.node.length === 0) throw unreadable('no operators')
  if (graph.node.length > most.nodes) throw unreadable(`> ${most.nodes} operators`)
  const usual = opsetImport.find(({ domain }) => isUsual(domain))
  if (!usual) throw unreadable('no opset')
  const constants = graph.initializer.map(constantOf)
  const known = new Set(constants.map(({ name }) => name))
  return {
    opset: usual.version,
    otherSets: opsetImport.flatMap(({ domain }) => (isUsual(domain) ? [] : [short(domain)])),
    ownFunctions: functions.length,
    // Files of old list their weights among the inputs too.
    inputs: graph.input.map(valueOf).filter(({ name }) => !known.has(name)),
    outputs: graph.output.map(valueOf),
    values: (graph.valueInfo ?? []).map(valueOf),
    constants,
    nodes: graph.node.map(({ name, opType, domain, input, output, attribute }) => ({
      name: short(name),
      operator: short(opType),
      domain: isUsual(domain) ? '' : short(domain),
      inputs: input.map(short),
      outputs: output.map(short),
      attributes: Object.fromEntries(attribute.map((each) => [short(each.name), attributeOf(each)])),
    })),
  }
}

function decoded(onnx: Uint8Array): ModelProto {
  try {
    if (!hasAtMost(most.parts, onnx)) throw unreadable(`> ${most.parts} parts`)
    const model = decodeModel(onnx)
    if (model.graph) return model
  } catch (error) {
    if (error instanceof NabijError) throw error
    throw unreadable('no ONNX', error)
  }
  throw unreadable('no graph')
}

function valueOf({ name, type }: ValueInfoProto): OnnxValue {
  const { elemType = 0, shape } = type?.tensorType ?? {}
  const dims = shape?.dim?.map(({ dimValue }) => (dimValue !== undefined && dimValue > 0 ? dimValue : null)) ?? null
  return { name: short(name), type: elemType, dims }
}

function constantOf(tensor: TensorProto): OnnxConstant {
  const { name, dims, dataType, externalData, dataLocation } = tensor
  const elsewhere = externalData.length > 0 || (dataLocation ?? 0) !== 0
  return { name: short(name), type: dataType ?? 0, dims, numbers: elsewhere ? null : numbersOf(tensor), elsewhere }
}

function attributeOf({ type, f, i, s, t, ints, floats }: AttributeProto): OnnxAttribute {
  // A nought is not written into the file.
  if (type === 1) return f ?? 0
  if (type === 2) return i ?? 0
  if (type === 3) return new TextDecoder().decode((s ?? new Uint8Array()).subarray(0, most.name))
  if (type === 4 && t) return constantOf(t)
  if (type === 6) return (floats ?? []).slice(0, most.numbers)
  if (type === 7) return (ints ?? []).slice(0, most.numbers)
  return null
}

/** Bytes of one number, by ONNX's number of its type, and how it is read. */
const readers: Record<number, [number, (view: DataView, at: number) => number]> = {
  1: [4, (view, at) => view.getFloat32(at, true)],
  2: [1, (view, at) => view.getUint8(at)],
  3: [1, (view, at) => view.getInt8(at)],
  6: [4, (view, at) => view.getInt32(at, true)],
  7: [8, (view, at) => Number(view.getBigInt64(at, true))],
  11: [8, (view, at) => view.getFloat64(at, true)],
}

function numbersOf({ dataType, dims, rawData, floatData, int64Data, int32Data }: TensorProto): number[] | null {
  const count = dims.reduce((all, dim) => all * dim, 1)
  if (!(count <= most.numbers)) return null
  if (rawData && rawData.length > 0) {
    const [size, read] = readers[dataType] ?? [0, () => 0]
    if (size === 0 || rawData.length !== count * size) return null
    const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
    return Array.from({ length: count }, (_, n) => read(view, n * size))
  }
  const listed = [floatData, int64Data, int32Data ?? []].find((list) => list.length === count)
  return listed ? [...listed] : null
}

function isUsual(domain: string | undefined): boolean {
  return domain === undefined || domain === '' || domain === 'ai.onnx'
}

function short(text: string | undefined): string {
  return (text ?? '').slice(0, most.name)
}

function unreadable(reason: string, cause?: unknown): NabijError {
  return new NabijError('NABIJ_MODEL_DAMAGED', { reason }, cause)
}
