import type { OnnxNode } from '@nabij/base'
import { type Dims, int, ints, text } from './size.ts'

/** Sides after a window (convolution, pooling) went over them. */
export function windowed(
  node: OnnxNode,
  sides: readonly (number | null)[],
  kernel: readonly number[],
): (number | null)[] {
  const strides = ints(node, 'strides')
  const dilations = ints(node, 'dilations')
  const pads = ints(node, 'pads')
  const auto = text(node, 'auto_pad', 'NOTSET')
  const round = int(node, 'ceil_mode', 0) === 1 ? Math.ceil : Math.floor
  return sides.map((side, n) => {
    if (side === null) return null
    const stride = strides?.[n] ?? 1
    const reach = ((kernel[n] ?? 1) - 1) * (dilations?.[n] ?? 1) + 1
    if (auto.startsWith('SAME')) return Math.ceil(side / stride)
    const padding = auto === 'VALID' ? 0 : (pads?.[n] ?? 0) + (pads?.[n + sides.length] ?? 0)
    return Math.max(0, round((side + padding - reach) / stride) + 1)
  })
}

/** Sides after a transposed convolution. */
export function widened(
  node: OnnxNode,
  sides: readonly (number | null)[],
  kernel: readonly number[],
): (number | null)[] {
  const given = ints(node, 'output_shape')
  const pads = ints(node, 'pads')
  return sides.map((side, n) => {
    if (given) return given[n] ?? null
    if (side === null) return null
    const stride = ints(node, 'strides')?.[n] ?? 1
    if (text(node, 'auto_pad', 'NOTSET').startsWith('SAME')) return side * stride
    const reach = ((kernel[n] ?? 1) - 1) * (ints(node, 'dilations')?.[n] ?? 1) + 1
    const padding = (pads?.[n] ?? 0) + (pads?.[n + sides.length] ?? 0)
    return stride * (side - 1) + (ints(node, 'output_padding')?.[n] ?? 0) + reach - padding
  })
}

export function broadcast(all: readonly Dims[]): Dims {
  if (all.some((dims) => dims === null)) return null
  const known = all as readonly (readonly (number | null)[])[]
  const rank = Math.max(0, ...known.map(({ length }) => length))
  return Array.from({ length: rank }, (_, n) => {
    const here = known.map((dims) => (n < rank - dims.length ? 1 : (dims[n - rank + dims.length] ?? null)))
    const larger = here.filter((dim) => dim !== 1)
    // What is not known is as large as the others, or one.
    return larger.find((dim) => dim !== null) ?? (larger.length > 0 ? null : 1)
  })
}

export function multiplied(a: Dims, b: Dims): Dims {
  if (!a || !b || a.length < 2 || b.length < 2) return null
  const outer = broadcast([a.slice(0, -2), b.slice(0, -2)])
  return outer && [...outer, a.at(-2) ?? null, b.at(-1) ?? null]
}
