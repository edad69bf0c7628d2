import type { OnnxNode } from '@nabij/base'
import { axisOf, type Dims, int, ints, type Size, text, whole } from './size.ts'

type Rule = (node: OnnxNode, inputs: readonly Size[]) => Dims | Dims[]

/** Axes that an operator names as an attribute (as it did before opset 13) or as an input. */
function axesOf(node: OnnxNode, given: Size | undefined): readonly number[] | null {
  return ints(node, 'axes') ?? given?.numbers ?? null
}

/** Operators that only move, join, cut or repeat what is there. */
export const movedRules: Record<string, Rule> = {
  Transpose(node, [x]) {
    const dims = x?.dims
    if (!dims) return null
    const order = ints(node, 'perm') ?? dims.map((_, n) => dims.length - 1 - n)
    return order.map((axis) => dims[axis] ?? null)
  },
  Reshape(node, [x, shape]) {
    const wanted = shape?.numbers
    if (!wanted) return shape?.dims?.[0] ? Array.from({ length: Math.min(shape.dims[0], 8) }, () => null) : null
    const kept = wanted.map((dim, n) => (dim === 0 && int(node, 'allowzero', 0) === 0 ? (x?.dims?.[n] ?? null) : dim))
    const rest = whole(kept.filter((dim) => dim !== -1))
    const all = whole(x?.dims ?? null)
    return kept.map((dim) => (dim === -1 ? (all !== null && rest ? all / rest : null) : dim))
  },
  Flatten(node, [x]) {
    const dims = x?.dims
    if (!dims) return [null, null]
    const axis = axisOf(int(node, 'axis', 1), dims.length)
    return [whole(dims.slice(0, axis)), whole(dims.slice(axis))]
  },
  Squeeze(node, [x, given]) {
    const dims = x?.dims
    if (!dims) return null
    const axes = axesOf(node, given)?.map((axis) => axisOf(axis, dims.length))
    return dims.filter((dim, n) => (axes ? !axes.includes(n) : dim !== 1))
  },
  Unsqueeze(node, [x, given]) {
    const axes = axesOf(node, given)
    if (!x?.dims || !axes) return null
    const rank = x.dims.length + axes.length
    const fresh = new Set(axes.map((axis) => axisOf(axis, rank)))
    const left = [...x.dims]
    return Array.from({ length: rank }, (_, n) => (fresh.has(n) ? 1 : (left.shift() ?? null)))
  },
  Concat(node, inputs) {
    const first = inputs[0]?.dims
    if (!first || inputs.some(({ dims }) => dims?.length !== first.length)) return null
    const axis = axisOf(int(node, 'axis', 0), first.length)
    return first.map((dim, n) =>
      n === axis
        ? inputs.reduce<number | null>((sum, { dims }) => add(sum, dims?.[n] ?? null), 0)
        : (dim ?? inputs.find(({ dims }) => dims?.[n] !== null)?.dims?.[n] ?? null),
    )
  },
  Split(node, [x, given]) {
    const count = node.outputs.length
    if (!x?.dims) return node.outputs.map(() => null)
    const dims = x.dims
    const axis = axisOf(int(node, 'axis', 0), dims.length)
    const parts = ints(node, 'split') ?? given?.numbers
    return node.outputs.map((_, n) =>
      dims.map((dim, at) => (at === axis ? (parts?.[n] ?? (dim === null ? null : Math.ceil(dim / count))) : dim)),
    )
  },
  Slice(_node, [x, starts, ends, axes, steps]) {
    if (!x?.dims) return null
    const dims = x.dims
    const from = starts?.numbers
    const to = ends?.numbers
    if (!from || !to) return dims.map(() => null)
    const along = (axes?.numbers ?? from.map((_, n) => n)).map((axis) => axisOf(axis, dims.length))
    return dims.map((dim, n) => {
      const at = along.indexOf(n)
      if (at < 0 || dim === null) return dim
      const step = steps?.numbers?.[at] ?? 1
      const place = (value: number) => Math.min(dim, Math.max(0, value < 0 ? value + dim : value))
      return step > 0 ? Math.max(0, Math.ceil((place(to[at] ?? dim) - place(from[at] ?? 0)) / step)) : null
    })
  },
  Pad(node, [x, given]) {
    const pads = ints(node, 'pads') ?? given?.numbers
    const rank = x?.dims?.length ?? 0
    return x?.dims?.map((dim, n) => add(dim, pads ? (pads[n] ?? 0) + (pads[n + rank] ?? 0) : null)) ?? null
  },
  Resize: resized,
  Upsample: resized,
  Gather(node, [x, indices]) {
    if (!x?.dims || !indices?.dims) return null
    const axis = axisOf(int(node, 'axis', 0), x.dims.length)
    return [...x.dims.slice(0, axis), ...indices.dims, ...x.dims.slice(axis + 1)]
  },
  Expand: (_node, [x, shape]) => {
    const wanted = shape?.numbers
    return wanted && x?.dims
      ? wanted.map((dim, n) => Math.max(dim, x.dims?.[n - wanted.length + (x.dims?.length ?? 0)] ?? 1))
      : null
  },
  Tile: (_node, [x, times]) =>
    x?.dims?.map((dim, n) => (dim === null ? null : dim * (times?.numbers?.[n] ?? Number.NaN))) ?? null,
  DepthToSpace(node, [x]) {
    const size = int(node, 'blocksize', 1)
    const [batch = null, channels = null, ...sides] = x?.dims ?? []
    return [
      batch,
      channels === null ? null : channels / size ** 2,
      ...sides.map((side) => (side === null ? null : side * size)),
    ]
  },
  SpaceToDepth(node, [x]) {
    const size = int(node, 'blocksize', 1)
    const [batch = null, channels = null, ...sides] = x?.dims ?? []
    return [
      batch,
      channels === null ? null : channels * size ** 2,
      ...sides.map((side) => (side === null ? null : side / size)),
    ]
  },
  ConstantOfShape: (_node, [shape]) => shape?.numbers ?? null,
  Shape: (_node, [x]) => (x?.dims ? [x.dims.length] : null),
}

function resized(_node: OnnxNode, inputs: readonly Size[]): Dims {
  const dims = inputs[0]?.dims
  const scales = inputs.at(inputs.length === 2 ? 1 : 2)?.numbers
  const sizes = inputs[3]?.numbers
  if (!dims) return null
  if (sizes && sizes.length === dims.length) return sizes
  return dims.map((dim, n) => (dim === null || scales?.[n] === undefined ? null : Math.floor(dim * scales[n])))
}

function add(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

/** A mean, a sum, a maximum over some axes. */
export function reduced(node: OnnxNode, [x, given]: readonly Size[]): Dims {
  const dims = x?.dims
  if (!dims) return null
  const axes = axesOf(node, given)?.map((axis) => axisOf(axis, dims.length)) ?? dims.map((_, n) => n)
  const kept = dims.map((dim, n) => (axes.includes(n) ? 1 : dim))
  return int(node, 'keepdims', 1) === 1 ? kept : kept.filter((_, n) => !axes.includes(n))
}

/** Directions of a recurrent layer. */
export function directions(node: OnnxNode): number {
  return text(node, 'direction', 'forward') === 'bidirectional' ? 2 : 1
}
