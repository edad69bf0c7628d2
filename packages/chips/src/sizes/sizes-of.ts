import type { OnnxFacts, OnnxNode } from '@nabij/base'
import { directions, movedRules, reduced } from './moved.ts'
import { numbersAfter } from './numbers.ts'
import { attribute, type Dims, int, ints, nothingKnown, type Size } from './size.ts'
import { broadcast, multiplied, widened, windowed } from './windows.ts'

const spread = new Set(
  'Add Sub Mul Div Pow Max Min Sum Mean Where Equal Less Greater LessOrEqual GreaterOrEqual And Or Xor Mod'.split(' '),
)
/** Operators whose result is as large as what goes in. */
const same = new Set(
  'Relu LeakyRelu PRelu Elu Selu Celu Sigmoid HardSigmoid HardSwish Tanh Softmax LogSoftmax Softplus Softsign Mish Gelu Erf Exp Log Sqrt Abs Neg Floor Ceil Round Sign Reciprocal Clip Cast Identity Dropout BatchNormalization InstanceNormalization LayerNormalization GroupNormalization LpNormalization QuantizeLinear DequantizeLinear Not CumSum Trilu'.split(
    ' ',
  ),
)

/** The size of every value, as far as it is known before anything runs. What the file says itself goes last: it may err. */
export function sizesOf(facts: OnnxFacts): Map<string, Size> {
  const sizes = new Map<string, Size>()
  for (const { name, dims, type } of facts.inputs) sizes.set(name, { ...nothingKnown, dims, type })
  for (const { name, dims, type, numbers } of facts.constants) sizes.set(name, { dims, type, numbers, constant: true })
  const told = new Map([...facts.values, ...facts.outputs].map((value) => [value.name, value]))
  for (const node of facts.nodes) {
    const inputs = node.inputs.map((name) => sizes.get(name) ?? nothingKnown)
    const found = node.domain === '' ? after(node, inputs) : []
    for (const [n, name] of node.outputs.entries()) {
      if (name === '') continue
      const dims = found[n]?.dims ?? told.get(name)?.dims ?? null
      sizes.set(name, { ...(found[n] ?? nothingKnown), dims })
    }
  }
  return sizes
}

function after(node: OnnxNode, inputs: readonly Size[]): Size[] {
  const value = attribute(node, 'value')
  if (node.operator === 'Constant') return [constant(node, value)]
  const dims = dimsAfter(node, inputs)
  const all = Array.isArray(dims) && dims.some(Array.isArray) ? dims : [dims as Dims]
  const numbers = numbersAfter(node, inputs)
  const type = node.operator === 'Cast' ? int(node, 'to', 0) : (inputs[0]?.type ?? 0)
  const made = inputs.length > 0 && inputs.every((each) => each.constant || each.numbers !== null)
  return all.map((each) => ({ dims: each, type, numbers, constant: made }))
}

function constant(node: OnnxNode, value: ReturnType<typeof attribute>): Size {
  if (value && typeof value === 'object' && !Array.isArray(value)) return { ...value, constant: true }
  const single = attribute(node, 'value_int') ?? attribute(node, 'value_float')
  const list = ints(node, 'value_ints') ?? ints(node, 'value_floats')
  const numbers = typeof single === 'number' ? [single] : list
  return { dims: typeof single === 'number' ? [] : numbers ? [numbers.length] : null, type: 0, numbers, constant: true }
}

function dimsAfter(node: OnnxNode, inputs: readonly Size[]): Dims | Dims[] {
  const { operator } = node
  const [x, y] = inputs
  if (same.has(operator)) return x?.dims ?? null
  if (spread.has(operator)) return broadcast(inputs.map(({ dims }) => dims))
  if (operator.startsWith('Reduce')) return reduced(node, inputs)
  const moved = Object.hasOwn(movedRules, operator) ? movedRules[operator] : undefined
  if (moved) return moved(node, inputs)
  const [batch = null, channels = null, ...sides] = x?.dims ?? []
  switch (operator) {
    case 'Conv':
    case 'ConvTranspose': {
      const [filters = null, depth = null, ...kernel] = y?.dims ?? []
      if (!x?.dims || kernel.some((side) => side === null)) return null
      return operator === 'Conv'
        ? [batch, filters, ...windowed(node, sides, kernel as number[])]
        : [batch, depth === null ? null : depth * int(node, 'group', 1), ...widened(node, sides, kernel as number[])]
    }
    case 'MaxPool':
    case 'AveragePool':
    case 'LpPool':
      return x?.dims ? [batch, channels, ...windowed(node, sides, ints(node, 'kernel_shape') ?? [])] : null
    case 'GlobalAveragePool':
    case 'GlobalMaxPool':
      return x?.dims ? [batch, channels, ...sides.map(() => 1)] : null
    case 'MatMul':
      return multiplied(x?.dims ?? null, y?.dims ?? null)
    case 'Gemm': {
      const [a, b] = [x?.dims, y?.dims]
      return [a?.[int(node, 'transA', 0) === 1 ? 1 : 0] ?? null, b?.[int(node, 'transB', 0) === 1 ? 0 : 1] ?? null]
    }
    case 'LSTM':
    case 'GRU':
    case 'RNN':
      return [batch, directions(node), channels, int(node, 'hidden_size', 0) || null]
    case 'TopK': {
      const axis = int(node, 'axis', -1)
      const most = y?.numbers?.[0] ?? null
      const cut = x?.dims?.map((dim, n, all) => (n === (axis < 0 ? axis + all.length : axis) ? most : dim)) ?? null
      return [cut, cut]
    }
    default:
      return null
  }
}
