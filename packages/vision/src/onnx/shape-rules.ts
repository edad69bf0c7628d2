import type { TensorProto } from './proto.ts'

/** Shape of a value, and its whole numbers where they are known (shapes and counts that other nodes read). */
export interface Known {
  dims: number[]
  ints?: number[]
}

/** What a node does to shapes, and how many multiplications (or what takes as long) one run of it costs. */
export interface Outcome {
  outputs: number[][]
  cost: number
}

/** Attributes of a node, by name. */
export interface Attributes {
  int(name: string, otherwise: number): number
  ints(name: string, otherwise: number[]): number[]
}

export type ShapeRule = (inputs: Known[], attributes: Attributes) => Outcome

/** Filters of one group below which a convolution is no matrix product any more, and how much slower it is then. */
const fewFilters = { below: 16, factor: 20 }
/** A longer list of largest numbers is sorted, which takes hundreds of times as long. */
const mostOfTopK = 16

/** ONNX's numbers of float32, uint8, int32 and int64. */
const numberTypes = [1, 2, 6, 7]

export class ShapeFault extends Error {}

export function product(dims: number[]): number {
  return dims.reduce((a, b) => a * b, 1)
}

/**
 * The operators that a recipe may use. Each says how large its result is before anything runs: an operator that is
 * not here is refused, and so is a graph whose results or cost grow too large.
 */
export const shapeRules: Record<string, ShapeRule> = {
  Add: broadcast,
  Sub: broadcast,
  Mul: broadcast,
  Div: broadcast,
  Max: broadcast,
  Clip: same,
  Cast([x], attributes) {
    // To numbers only: a text takes many times the room.
    need(numberTypes.includes(attributes.int('to', 0)), 'Cast')
    return plain(given(x).dims)
  },
  Identity: same,
  QuantizeLinear: stepped,
  DequantizeLinear: stepped,
  Sqrt: same,
  Exp: same,
  Transpose([x], attributes) {
    const { dims } = given(x)
    const order = attributes.ints('perm', [])
    const sorted = order.toSorted((a, b) => a - b)
    need(order.length === dims.length && sorted.every((axis, n) => axis === n), 'Transpose')
    return plain(order.map((axis) => dims[axis] ?? 0))
  },
  Reshape([x, shape]) {
    const { dims } = given(x)
    const wanted = given(shape).ints
    need(wanted !== undefined && wanted.filter((dim) => dim < 1).every((dim) => dim === -1), 'Reshape')
    const known = product(wanted.filter((dim) => dim > 0))
    const free = wanted.filter((dim) => dim === -1).length
    need(free <= 1 && known > 0 && (free === 1 ? product(dims) % known === 0 : product(dims) === known), 'Reshape')
    return plain(wanted.map((dim) => (dim === -1 ? product(dims) / known : dim)))
  },
  Concat(inputs, attributes) {
    const axis = attributes.int('axis', 0)
    const first = given(inputs[0]).dims
    need(axis >= 0 && axis < first.length, 'Concat')
    const others = inputs.every(
      ({ dims }) => dims.length === first.length && dims.every((dim, n) => n === axis || dim === first[n]),
    )
    need(others, 'Concat')
    const along = inputs.reduce((sum, { dims }) => sum + (dims[axis] ?? 0), 0)
    return plain(first.map((dim, n) => (n === axis ? along : dim)))
  },
  Conv([x, weights], attributes) {
    const [batch = 0, channels = 0, ...sides] = given(x).dims
    const [filters = 0, depth = 0, ...kernel] = given(weights).dims
    const groups = attributes.int('group', 1)
    need(batch === 1 && sides.length === 2 && kernel.length === 2, 'Conv')
    need(groups > 0 && depth * groups === channels && filters % groups === 0, 'Conv')
    need(
      attributes.ints('kernel_shape', kernel).every((side, n) => side === kernel[n]),
      'Conv',
    )
    const out = [batch, filters, ...windows(sides, kernel, attributes)]
    const slower = filters / groups < fewFilters.below ? fewFilters.factor : 1
    return { outputs: [out], cost: product(out) * depth * product(kernel) * slower }
  },
  AveragePool([x], attributes) {
    const [batch = 0, channels = 0, ...sides] = given(x).dims
    const kernel = attributes.ints('kernel_shape', [])
    need(batch === 1 && sides.length === 2 && kernel.length === 2, 'AveragePool')
    const out = [batch, channels, ...windows(sides, kernel, attributes)]
    return { outputs: [out], cost: product(out) * product(kernel) }
  },
  MatMul([a, b]) {
    return multiplied(given(a).dims, given(b).dims, false)
  },
  Gemm([a, b, c], attributes) {
    need(attributes.int('transA', 0) === 0, 'Gemm')
    const outcome = multiplied(given(a).dims, given(b).dims, attributes.int('transB', 0) === 1)
    if (c)
      need(
        product(broadcast([{ dims: outcome.outputs[0] ?? [] }, c]).outputs[0] ?? []) ===
          product(outcome.outputs[0] ?? []),
        'Gemm',
      )
    return outcome
  },
  TopK([x, count]) {
    const { dims } = given(x)
    const most = given(count).ints?.[0] ?? 0
    need(dims.length === 1 && most > 0 && most <= Math.min(mostOfTopK, dims[0] ?? 0), 'TopK')
    return { outputs: [[most], [most]], cost: product(dims) }
  },
  ReduceMax: reduced,
  ReduceMean: reduced,
  ReduceL2: reduced,
  ReduceSumSquare: reduced,
}

/** The whole numbers of a small constant. */
export function intsOf({ dataType, dims, rawData, int64Data }: TensorProto): number[] | undefined {
  if (dataType !== 7 || product(dims) > 16) return undefined
  if (!rawData || rawData.length === 0) return int64Data
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
  return Array.from({ length: rawData.length / 8 }, (_, n) => Number(view.getBigInt64(n * 8, true)))
}

function same([x]: Known[]): Outcome {
  return plain(given(x).dims)
}

/** One step for all, or one for each place along an axis. */
function stepped([x, step, nought]: Known[], attributes: Attributes): Outcome {
  const { dims } = given(x)
  const steps = given(step).dims
  const axis = attributes.int('axis', 1)
  const fits = steps.length === 0 || (steps.length === 1 && axis >= 0 && steps[0] === dims[axis])
  need(fits && (nought === undefined || nought.dims.join() === steps.join()), 'a step')
  return plain(dims)
}

function broadcast(inputs: Known[]): Outcome {
  const length = Math.max(...inputs.map(({ dims }) => dims.length))
  const padded = inputs.map(({ dims }) => [...Array<number>(length - dims.length).fill(1), ...dims])
  const out = Array.from({ length }, (_, n) => Math.max(...padded.map((dims) => dims[n] ?? 1)))
  need(
    padded.every((dims) => dims.every((dim, n) => dim === 1 || dim === out[n])),
    'two shapes that do not fit',
  )
  return plain(out)
}

function multiplied(a: number[], b: number[], transposed: boolean): Outcome {
  const [rows = 0, depth = 0] = a
  const [inner = 0, columns = 0] = transposed ? b.toReversed() : b
  need(a.length === 2 && b.length === 2 && depth === inner, 'a matrix product')
  return { outputs: [[rows, columns]], cost: rows * depth * columns }
}

function reduced([x]: Known[], attributes: Attributes): Outcome {
  const { dims } = given(x)
  const axes = attributes.ints('axes', [])
  need(axes.length > 0 && axes.every((axis) => axis >= 0 && axis < dims.length), 'a reduction')
  const kept = dims.map((dim, n) => (axes.includes(n) ? 1 : dim))
  const out = attributes.int('keepdims', 1) === 1 ? kept : kept.filter((_, n) => !axes.includes(n))
  return { outputs: [out], cost: product(dims) }
}

function windows(sides: number[], kernel: number[], attributes: Attributes): number[] {
  const strides = attributes.ints('strides', [1, 1])
  const pads = attributes.ints('pads', [0, 0, 0, 0])
  const dilations = attributes.ints('dilations', [1, 1])
  need(attributes.int('ceil_mode', 0) === 0 && dilations.every((each) => each === 1), 'a window')
  need(
    strides.length === 2 && pads.length === 4 && [...strides, ...kernel].every((each) => each > 0 && each <= 16),
    'a window',
  )
  need(
    pads.every((each) => each >= 0 && each <= 16),
    'a window',
  )
  return sides.map((side, n) => {
    const out = Math.floor((side + (pads[n] ?? 0) + (pads[n + 2] ?? 0) - (kernel[n] ?? 1)) / (strides[n] ?? 1)) + 1
    need(out > 0, 'a window')
    return out
  })
}

function plain(dims: number[]): Outcome {
  return { outputs: [dims], cost: product(dims) }
}

function given(known: Known | undefined): Known {
  need(known !== undefined, 'an input that is missing')
  return known
}

function need(holds: boolean, what: string): asserts holds {
  if (!holds) throw new ShapeFault(what)
}
