import {
  axisOf,
  given,
  type Known,
  made,
  mostNumbers,
  numbersOf,
  plain,
  product,
  type Rule,
  together,
} from './known.ts'

/** Operators that work number by number: the result is as large as what goes in. */
const alike =
  'Abs Acos Asin Atan BatchNormalization Ceil Celu Clip Cos Dropout Elu Erf Exp Floor Gelu GroupNormalization HardSigmoid HardSwish Hardmax InstanceNormalization IsInf LRN LayerNormalization LeakyRelu Log LogSoftmax LpNormalization MeanVarianceNormalization Mish Neg Reciprocal Relu Round Selu Sigmoid Sign Sin Softmax Softplus Softsign Sqrt Tan Tanh ThresholdedRelu Trilu CumSum'.split(
    ' ',
  )

const bool = 9
const [float32, uint8, int64] = [1, 2, 7]

const two: Record<string, ((a: number, b: number) => number) | null> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: null,
  Pow: (a, b) => a ** b,
  Max: Math.max,
  Min: Math.min,
  Mod: null,
  Mean: null,
  Sum: (a, b) => a + b,
  PRelu: null,
  BitShift: null,
}
const compared: Record<string, (a: number, b: number) => boolean> = {
  Equal: (a, b) => a === b,
  Greater: (a, b) => a > b,
  GreaterOrEqual: (a, b) => a >= b,
  Less: (a, b) => a < b,
  LessOrEqual: (a, b) => a <= b,
  And: (a, b) => a !== 0 && b !== 0,
  Or: (a, b) => a !== 0 || b !== 0,
  Xor: (a, b) => (a !== 0) !== (b !== 0),
}

const same: Rule = ([x], { operator, results }) => {
  const { type, dims, numbers } = given(x)
  const one = { Neg: (n: number) => -n, Floor: Math.floor, Ceil: Math.ceil, Round: Math.round, Abs: Math.abs }[operator]
  const first = made(type, dims, one && numbers?.map(one))
  // What normalises may give its mean and spread as well: never larger than what goes in.
  return plain(first, ...Array.from({ length: results - 1 }, () => made(type, dims)))
}

const both: Rule = (inputs, { operator }) => {
  const all = inputs.filter((each) => each !== undefined)
  const { type } = given(all[0])
  const dims = together(all.map((each) => each.dims))
  const whole = type === int64 || type === 6
  const divide = (a: number, b: number) => (whole ? Math.trunc(a / b) : a / b)
  const work =
    operator === 'Div'
      ? divide
      : operator === 'Mod'
        ? (a: number, b: number) => a - b * Math.floor(a / b)
        : two[operator]
  return plain(made(type, dims, work ? folded(all, dims, work) : undefined))
}

const compare: Rule = (inputs, { operator }) => {
  const all = inputs.map(given)
  const dims = together(all.map((each) => each.dims))
  const holds = compared[operator]
  return plain(made(bool, dims, holds && folded(all, dims, (a, b) => Number(holds(a, b)))))
}

/** Numbers that can be worked out now: of the same shape, or one number for all. */
function folded(all: Known[], dims: number[], work: (a: number, b: number) => number): number[] | undefined {
  const count = product(dims)
  if (count > mostNumbers) return undefined
  const lists = all.map(({ numbers }) => (numbers?.length === 1 ? Array<number>(count).fill(numbers[0] ?? 0) : numbers))
  if (!lists.every((list): list is number[] => list?.length === count)) return undefined
  return lists.reduce((a, b) => a.map((each, n) => work(each, b[n] ?? 0)))
}

const reduce: Rule = ([x, axes], node) => {
  const { type, dims, numbers } = given(x)
  const said = node.ints('axes') ?? axes?.numbers
  if (!said && axes) numbersOf(axes, 'an axis')
  const none = said === undefined || said.length === 0
  if (none && node.int('noop_with_empty_axes', 0) === 1) return plain(made(type, dims))
  const gone = none ? dims.map((_, n) => n) : said.map((axis) => axisOf(axis, dims.length))
  const all = gone.length === dims.length && numbers
  const value = { ReduceProd: (list: number[]) => product(list), ReduceMax: (list: number[]) => Math.max(...list) }[
    node.operator
  ]
  return {
    ...plain(made(type, without(dims, gone, node.int('keepdims', 1)), all && value ? [value(all)] : undefined)),
    work: product(dims),
  }
}

const extreme: Rule = ([x], node) => {
  const { dims } = given(x)
  return {
    ...plain(made(int64, without(dims, [axisOf(node.int('axis', 0), dims.length)], node.int('keepdims', 1)))),
    work: product(dims),
  }
}

function without(dims: number[], gone: number[], keep: number): number[] {
  const kept = dims.map((dim, n) => (gone.includes(n) ? 1 : dim))
  return keep === 1 ? kept : kept.filter((_, n) => !gone.includes(n))
}

export const plainRules: Record<string, Rule> = {
  ...Object.fromEntries(alike.map((name) => [name, same])),
  ...Object.fromEntries(Object.keys(two).map((name) => [name, both])),
  ...Object.fromEntries(Object.keys(compared).map((name) => [name, compare])),
  ...Object.fromEntries(
    ['Max', 'Mean', 'Min', 'Prod', 'Sum', 'L1', 'L2', 'SumSquare', 'LogSum', 'LogSumExp'].map((name) => [
      `Reduce${name}`,
      reduce,
    ]),
  ),
  ArgMax: extreme,
  ArgMin: extreme,
  Not: ([x]) =>
    plain(
      made(
        bool,
        given(x).dims,
        x?.numbers?.map((n) => Number(n === 0)),
      ),
    ),
  IsNaN: ([x]) => plain(made(bool, given(x).dims)),
  Where([condition, yes, no]) {
    const [c, a, b] = [given(condition), given(yes), given(no)]
    const dims = together([c.dims, a.dims, b.dims])
    const chosen = folded([{ ...c }, a], dims, (x, y) => (x === 0 ? Number.NaN : y))
    const numbers = chosen && folded([made(a.type, dims, chosen), b], dims, (x, y) => (Number.isNaN(x) ? y : x))
    return plain(made(a.type, dims, numbers))
  },
  Cast([x], node) {
    const to = node.int('to', 0)
    const { dims, numbers } = given(x)
    return plain(made(to, dims, to === int64 || to === 6 ? numbers?.map(Math.trunc) : numbers))
  },
  QuantizeLinear: ([x, , zero]) => plain(made(zero?.type ?? uint8, given(x).dims)),
  DequantizeLinear: ([x, scale]) => plain(made(scale?.type ?? float32, given(x).dims)),
  DynamicQuantizeLinear: ([x]) => plain(made(uint8, given(x).dims), made(float32, []), made(uint8, [])),
}
