import { need } from './graph-fault.ts'
import { given, made, type NodeView, numbersOf, plain, product, type Rule } from './known.ts'

/** Filters of one group below which a convolution is no matrix product any more, and how much slower it is then. */
const fewFilters = { below: 16, factor: 4 }
const [uint8, int32] = [2, 6]

/** The sides that are left when a window moves over them. */
function windows(sides: number[], kernel: number[], node: NodeView): number[] {
  const fill = (value: number) => Array<number>(sides.length).fill(value)
  const strides = node.ints('strides') ?? fill(1)
  const dilations = node.ints('dilations') ?? fill(1)
  const pads = node.ints('pads') ?? [...fill(0), ...fill(0)]
  const auto = node.text('auto_pad', 'NOTSET')
  const whole = node.int('ceil_mode', 0) === 1
  const sound =
    kernel.length === sides.length &&
    strides.length === sides.length &&
    dilations.length === sides.length &&
    pads.length === 2 * sides.length &&
    [...strides, ...dilations, ...kernel].every((each) => each >= 1 && each <= 1024) &&
    pads.every((each) => each >= 0 && each <= 1024)
  need(sound, 'a window of an impossible size')
  return sides.map((side, n) => {
    const reach = ((kernel[n] ?? 1) - 1) * (dilations[n] ?? 1) + 1
    const stride = strides[n] ?? 1
    if (auto.startsWith('SAME')) return Math.ceil(side / stride)
    const rim = auto === 'VALID' ? 0 : (pads[n] ?? 0) + (pads[n + sides.length] ?? 0)
    const steps = (side + rim - reach) / stride
    const out = (whole ? Math.ceil(steps) : Math.floor(steps)) + 1
    need(out > 0, 'a window that is larger than what it looks at')
    return out
  })
}

const pool: Rule = ([x], node) => {
  const { type, dims } = given(x)
  const [batch = 0, channels = 0, ...sides] = dims
  const kernel = node.ints('kernel_shape') ?? []
  const out = [batch, channels, ...windows(sides, kernel, node)]
  const outputs = Array.from({ length: node.results }, (_, n) => made(n === 0 ? type : 7, out))
  return { outputs, work: product(out) * product(kernel) }
}

function convolved(dims: number[], weights: number[], node: NodeView): { out: number[]; work: number } {
  const [batch = 0, channels = 0, ...sides] = dims
  const [filters = 0, depth = 0, ...kernel] = weights
  const groups = node.int('group', 1)
  need(groups >= 1 && depth * groups === channels && filters % groups === 0, 'a convolution of other channels')
  const out = [batch, filters, ...windows(sides, kernel, node)]
  const slower = filters / groups < fewFilters.below ? fewFilters.factor : 1
  return { out, work: product(out) * depth * product(kernel) * slower }
}

const grown: Rule = ([x, weights], node) => {
  const { type, dims } = given(x)
  const [batch = 0, channels = 0, ...sides] = dims
  const [depth = 0, filters = 0, ...kernel] = given(weights).dims
  const groups = node.int('group', 1)
  const ones = Array<number>(sides.length).fill(1)
  const [strides, pads] = [node.ints('strides') ?? ones, node.ints('pads') ?? ones.flatMap(() => [0, 0])]
  const extra = node.ints('output_padding') ?? ones.map(() => 0)
  const asked = node.ints('output_shape')
  const sound =
    depth === channels &&
    [...strides, ...kernel, groups].every((each) => each >= 1 && each <= 1024) &&
    [...pads, ...extra].every((each) => each >= 0 && each <= 1024)
  need(sound && kernel.length === sides.length, 'a widening convolution of other channels')
  const wide = sides.map(
    (side, n) =>
      asked?.[n] ??
      (side - 1) * (strides[n] ?? 1) +
        (kernel[n] ?? 1) +
        (extra[n] ?? 0) -
        (pads[n] ?? 0) -
        (pads[n + sides.length] ?? 0),
  )
  need(
    wide.every((side) => side > 0),
    'a widening convolution that leaves nothing',
  )
  const out = [batch, filters * groups, ...wide]
  return { outputs: [made(type, out)], work: product(dims) * filters * product(kernel) * fewFilters.factor }
}

const all: Rule = ([x]) => {
  const { type, dims } = given(x)
  const [batch = 0, channels = 0, ...sides] = dims
  return { outputs: [made(type, [batch, channels, ...sides.map(() => 1)])], work: product(dims) }
}

/** Rows times columns, with what stands in front of them stretched. */
function multiplied(a: number[], b: number[]): { dims: number[]; work: number } {
  const left = a.length === 1 ? [1, ...a] : a
  const right = b.length === 1 ? [...b, 1] : b
  const [rows = 0, depth = 0] = left.slice(-2)
  const [inner = 0, columns = 0] = right.slice(-2)
  need(left.length >= 2 && right.length >= 2 && depth === inner, 'a matrix product of sizes that do not fit')
  const rank = Math.max(left.length, right.length) - 2
  const front = (dims: number[]) => [...Array<number>(rank - (dims.length - 2)).fill(1), ...dims.slice(0, -2)]
  const [l, r] = [front(left), front(right)]
  const many = l.map((side, n) => Math.max(side, r[n] ?? 1))
  const dims = [...many, ...(a.length === 1 ? [] : [rows]), ...(b.length === 1 ? [] : [columns])]
  return { dims, work: product(many) * rows * depth * columns }
}

function product2(typeOf: (type: number) => number, second = 1): Rule {
  return (inputs) => {
    const [a, b] = [given(inputs[0]), given(inputs[second])]
    const { dims, work } = multiplied(a.dims, b.dims)
    return { outputs: [made(typeOf(a.type), dims)], work }
  }
}

const resize: Rule = (inputs, node) => {
  const { type, dims } = given(inputs[0])
  // Before opset 11 the scales came second; since then they stand after the region that is looked at.
  const scales = node.opset < 11 ? inputs[1] : inputs[2]
  const sizes = inputs[3]
  const asked = sizes && product(sizes.dims) > 0 ? numbersOf(sizes, 'a size') : null
  const factors = asked ? null : numbersOf(scales, 'a scale')
  need((asked ?? factors ?? []).length === dims.length, 'a scaling of other sides')
  const out = dims.map((dim, n) => asked?.[n] ?? Math.floor(dim * (factors?.[n] ?? 1)))
  return { ...plain(made(type, out)), work: product(out) * 8 }
}

export const windowRules: Record<string, Rule> = {
  Conv([x, weights], node) {
    const { type, dims } = given(x)
    const { out, work } = convolved(dims, given(weights).dims, node)
    return { outputs: [made(type, out)], work }
  },
  QLinearConv(inputs, node) {
    const { out, work } = convolved(given(inputs[0]).dims, given(inputs[3]).dims, node)
    return { outputs: [made(inputs[7]?.type ?? uint8, out)], work }
  },
  ConvInteger([x, weights], node) {
    const { out, work } = convolved(given(x).dims, given(weights).dims, node)
    return { outputs: [made(int32, out)], work }
  },
  ConvTranspose: grown,
  MaxPool: pool,
  AveragePool: pool,
  LpPool: pool,
  GlobalAveragePool: all,
  GlobalMaxPool: all,
  MatMul: product2((type) => type),
  MatMulInteger: product2(() => int32),
  QLinearMatMul: product2(() => uint8, 3),
  Gemm([a, b], node) {
    const turned = (dims: number[], yes: number) => (yes === 1 ? dims.toReversed() : dims)
    const { dims, work } = multiplied(
      turned(given(a).dims, node.int('transA', 0)),
      turned(given(b).dims, node.int('transB', 0)),
    )
    return { outputs: [made(given(a).type, dims)], work }
  },
  Resize: resize,
  Upsample([x, scales], node) {
    const said = scales ?? node.constant('scales')
    return resize([x, said, said, undefined], node)
  },
}
