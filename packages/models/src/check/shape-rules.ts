import { need } from './graph-fault.ts'
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
import { slice, split, transpose } from './slice-rules.ts'

const int64 = 7

const squeeze: Rule = ([x, axes], node) => {
  const { type, dims, numbers } = given(x)
  const said = node.ints('axes') ?? (axes ? numbersOf(axes, 'an axis') : undefined)
  const gone = said?.map((axis) => axisOf(axis, dims.length))
  return plain(
    made(
      type,
      dims.filter((dim, n) => (gone ? !gone.includes(n) : dim !== 1)),
      numbers,
    ),
  )
}

const unsqueeze: Rule = ([x, axes], node) => {
  const { type, dims, numbers } = given(x)
  const said = node.ints('axes') ?? numbersOf(axes, 'an axis')
  const rank = dims.length + said.length
  const added = new Set(said.map((axis) => axisOf(axis, rank)))
  need(added.size === said.length, 'an axis that is added twice')
  const rest = [...dims]
  return plain(
    made(
      type,
      Array.from({ length: rank }, (_, n) => (added.has(n) ? 1 : (rest.shift() ?? 1))),
      numbers,
    ),
  )
}

function gathered({ dims, numbers, type }: Known, indices: Known, at: number): Known {
  const out = [...dims.slice(0, at), ...indices.dims, ...dims.slice(at + 1)]
  if (dims.length !== 1 || !numbers || !indices.numbers) return made(type, out)
  const picked = indices.numbers
    .map((n) => numbers[n < 0 ? n + numbers.length : n])
    .filter((each) => each !== undefined)
  return made(type, out, picked)
}

export const shapeRules: Record<string, Rule> = {
  Identity: ([x]) => plain(given(x)),
  Constant(_inputs, node) {
    return plain(
      given(
        node.constant('value') ??
          node.constant('value_ints') ??
          node.constant('value_floats') ??
          node.constant('value_int') ??
          node.constant('value_float'),
      ),
    )
  },
  Shape([x], node) {
    const { dims, loose } = given(x)
    const [start, end] = [node.int('start', 0), node.int('end', dims.length)]
    const part = dims.slice(start, end)
    return plain(made(int64, [part.length], loose ? undefined : part))
  },
  Size: ([x]) => plain(made(int64, [], x?.loose ? undefined : [product(given(x).dims)])),
  Reshape([x, shape], node) {
    const { type, dims, numbers } = given(x)
    const wanted = shape ? numbersOf(shape, 'a shape') : (node.ints('shape') ?? [])
    need(
      wanted.every((dim) => Number.isInteger(dim) && dim >= -1),
      'a shape with an impossible side',
    )
    const said = wanted.map((dim, n) => (dim === 0 && node.int('allowzero', 0) === 0 ? (dims[n] ?? 1) : dim))
    const free = said.filter((dim) => dim === -1).length
    const known = product(said.filter((dim) => dim !== -1))
    const all = product(dims)
    const fits = free === 0 ? known === all : free === 1 && known > 0 && all % known === 0
    need(fits, 'a shape that does not fit')
    return plain(
      made(
        type,
        said.map((dim) => (dim === -1 ? all / known : dim)),
        numbers,
      ),
    )
  },
  Flatten([x], node) {
    const { type, dims } = given(x)
    const axis = node.int('axis', 1)
    const at = axis < 0 ? axis + dims.length : axis
    return plain(made(type, [product(dims.slice(0, at)), product(dims.slice(at))]))
  },
  Transpose: transpose,
  Squeeze: squeeze,
  Unsqueeze: unsqueeze,
  Concat(inputs, node) {
    const all = inputs.map(given)
    const [first] = all
    const { type, dims } = given(first)
    const axis = axisOf(node.int('axis', 0), dims.length)
    need(
      all.every((each) => each.dims.length === dims.length),
      'pieces of other shapes',
    )
    const out = dims.map((_, n) =>
      n === axis
        ? all.reduce((sum, each) => sum + (each.dims[n] ?? 0), 0)
        : Math.max(...all.map((each) => each.dims[n] ?? 0)),
    )
    const known = dims.length === 1 && all.every(({ numbers }) => numbers)
    return plain(made(type, out, known ? all.flatMap(({ numbers = [] }) => numbers) : undefined))
  },
  Slice: slice,
  Split: split,
  Gather([x, indices], node) {
    const from = given(x)
    return plain(gathered(from, given(indices), axisOf(node.int('axis', 0), from.dims.length)))
  },
  GatherElements: ([x, indices]) => plain(made(given(x).type, given(indices).dims)),
  GatherND([x, indices], node) {
    const { type, dims } = given(x)
    const { dims: at } = given(indices)
    const deep = at.at(-1) ?? 0
    const batch = node.int('batch_dims', 0)
    need(at.length > 0 && batch + deep <= dims.length, 'a look-up beyond the sides')
    return plain(made(type, [...at.slice(0, -1), ...dims.slice(batch + deep)]))
  },
  ScatterND: ([x]) => plain(made(given(x).type, given(x).dims)),
  ScatterElements: ([x]) => plain(made(given(x).type, given(x).dims)),
  Expand([x, shape]) {
    const { type, dims, numbers } = given(x)
    const out = together([dims, numbersOf(shape, 'a shape')])
    return plain(
      made(
        type,
        out,
        numbers?.length === 1 && product(out) <= mostNumbers
          ? Array<number>(product(out)).fill(numbers[0] ?? 0)
          : undefined,
      ),
    )
  },
  Tile([x, repeats]) {
    const { type, dims } = given(x)
    const many = numbersOf(repeats, 'a number of times')
    return plain(
      made(
        type,
        dims.map((dim, n) => dim * (many[n] ?? 1)),
      ),
    )
  },
  Pad([x, pads, , axes], node) {
    const { type, dims } = given(x)
    const said = node.ints('pads') ?? numbersOf(pads, 'a rim')
    const over = axes ? numbersOf(axes, 'an axis').map((axis) => axisOf(axis, dims.length)) : dims.map((_, n) => n)
    need(said.length === 2 * over.length, 'a rim of other sides')
    const out = [...dims]
    for (const [n, axis] of over.entries())
      out[axis] = (dims[axis] ?? 0) + (said[n] ?? 0) + (said[n + over.length] ?? 0)
    need(
      out.every((side) => side >= 0),
      'a rim that leaves nothing',
    )
    return plain(made(type, out))
  },
  DepthToSpace([x], node) {
    const { type, dims } = given(x)
    const block = node.int('blocksize', 1)
    const [n = 0, c = 0, h = 0, w = 0] = dims
    need(dims.length === 4 && block >= 1 && c % block ** 2 === 0, 'channels that do not become places')
    return plain(made(type, [n, c / block ** 2, h * block, w * block]))
  },
  SpaceToDepth([x], node) {
    const { type, dims } = given(x)
    const block = node.int('blocksize', 1)
    const [n = 0, c = 0, h = 0, w = 0] = dims
    need(dims.length === 4 && block >= 1 && h % block === 0 && w % block === 0, 'places that do not become channels')
    return plain(made(type, [n, c * block ** 2, h / block, w / block]))
  },
  ConstantOfShape([shape], node) {
    const dims = numbersOf(shape, 'a shape')
    const value = node.constant('value')
    const count = product(dims)
    return plain(
      made(
        value?.type ?? 1,
        dims,
        count <= mostNumbers ? Array<number>(count).fill(value?.numbers?.[0] ?? 0) : undefined,
      ),
    )
  },
  Range([start, limit, delta]) {
    const [from = 0] = numbersOf(start, 'a beginning')
    const [to = 0] = numbersOf(limit, 'an end')
    const [by = 1] = numbersOf(delta, 'a step')
    const count = Math.max(0, Math.ceil((to - from) / by))
    need(Number.isSafeInteger(count), 'a row without an end')
    return plain(
      made(
        given(start).type,
        [count],
        count <= mostNumbers ? Array.from({ length: count }, (_, n) => from + n * by) : undefined,
      ),
    )
  },
  OneHot([indices, depth, values], node) {
    const { dims } = given(indices)
    const [many = 0] = numbersOf(depth, 'a number of labels')
    const axis = axisOf(node.int('axis', -1), dims.length + 1)
    return plain(made(given(values).type, [...dims.slice(0, axis), many, ...dims.slice(axis)]))
  },
  NonZero([x]) {
    const { dims } = given(x)
    return plain({ ...made(int64, [dims.length, product(dims)]), loose: true })
  },
  TopK([x, count], node) {
    const { type, dims } = given(x)
    const axis = axisOf(node.int('axis', -1), dims.length)
    // A number that is only known while it runs is at most all of them.
    const many = count ? count.numbers?.[0] : node.int('k', 0)
    const out = dims.map((dim, n) => (n === axis ? Math.min(many ?? dim, dim) : dim))
    const open = many === undefined ? { loose: true } : {}
    return {
      outputs: [
        { ...made(type, out), ...open },
        { ...made(int64, out), ...open },
      ],
      work: product(dims) * 64,
    }
  },
  NonMaxSuppression([boxes, scores, most]) {
    const [batch = 0, labels = 0, places = 0] = given(scores).dims
    const [count = 0] = most ? numbersOf(most, 'a number of boxes') : [0]
    const each = Math.min(Math.max(0, count), given(boxes).dims[1] ?? 0)
    // Each box may be held against each that stays.
    return {
      outputs: [{ ...made(int64, [batch * labels * each, 3]), loose: true }],
      work: batch * labels * places * Math.max(1, Math.min(each, 1000)),
    }
  },
}
