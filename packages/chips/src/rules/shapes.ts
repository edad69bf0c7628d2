import type { OnnxNode } from '@nabij/base'
import type { Graph } from '../graph.ts'
import { axisOf, type Dims, ints, type Size, text } from '../sizes/size.ts'
import { asHolds, type Check, either, type Holds } from './rule.ts'

export const hasRank: Check<'rank'> = (node, { is, of }, { size }) => {
  const ranks = (of === 'all' ? node.inputs : node.inputs.slice(0, 1)).map((name) => size(name).dims?.length)
  if (ranks.some((rank) => rank !== undefined && !is.includes(rank))) return 'no'
  return ranks.includes(undefined) ? 'unknown' : 'yes'
}

export const fitsElementwise: Check<'elementwise'> = (node, { same, twice }, { size }) => {
  const [first, second] = node.inputs
  if (!twice && first === second) return 'no'
  const [a, b] = [size(first), size(second)]
  if (!a.dims || !b.dims) return 'unknown'
  const alike = a.dims.length === b.dims.length ? sameDims(a.dims, b.dims) : 'no'
  const plain = same && !a.constant && !b.constant ? alike : 'no'
  return either(plain, spreads(a, b), spreads(b, a))
}

/** A number, or one for each channel, against a picture [N, C, H, W]. */
function spreads(picture: Size, small: Size): Holds {
  const [whole, part] = [picture.dims, small.dims]
  if (whole?.length !== 4 || !part) return 'no'
  if (part.length === 0) return 'yes'
  // One number in a list of one: a scalar to some, to others not.
  if (part.length === 1 && part[0] === 1) return 'unknown'
  if (part.length !== 4 || part[0] !== 1 || part[2] !== 1 || part[3] !== 1) return 'no'
  return whole[1] === null || part[1] === null ? 'unknown' : asHolds(whole[1] === part[1])
}

export const keepsOrder: Check<'order-kept'> = (node, _rule, { size }) => {
  const order = ints(node, 'perm')
  const rank = size(node.inputs[0]).dims?.length
  if (order) return asHolds(order.every((axis, n) => axis === n))
  return rank === undefined ? 'unknown' : asHolds(rank < 2)
}

export const keepsShape: Check<'shape-kept'> = (node, _rule, { size }) => {
  const [before, after] = [size(node.inputs[0]).dims, size(node.outputs[0]).dims]
  if (!before || !after) return 'unknown'
  const squeezed =
    after.length === 2 && before.length >= 2 ? sameDims([before[0] ?? null, before[1] ?? null], after) : 'no'
  const ones = before.slice(2).every((dim) => dim === 1)
  return either(before.length === after.length ? sameDims(before, after) : 'no', ones ? squeezed : 'no')
}

/** One slope for all, or one per channel. */
export const hasSlope: Check<'slope'> = (node, _rule, { size }) => {
  const [x, slope] = [size(node.inputs[0]).dims, size(node.inputs[1]).dims]
  if (!slope || slope.includes(null)) return 'unknown'
  const more = slope.filter((dim) => dim !== 1)
  if (more.length === 0) return 'yes'
  if (more.length > 1) return 'no'
  return x?.[1] === undefined || x[1] === null ? 'unknown' : asHolds(more[0] === x[1])
}

export const padsWithNought: Check<'zero-padding'> = (node, { channels }, { size }) => {
  if (text(node, 'mode', 'constant') !== 'constant') return 'no'
  const pads = ints(node, 'pads') ?? size(node.inputs[1]).numbers
  const rank = size(node.inputs[0]).dims?.length
  if (!pads || rank === undefined) return 'unknown'
  const value = size(node.inputs[2]).numbers?.[0] ?? 0
  const batch = pads[0] === 0 && pads[rank] === 0
  return asHolds(value === 0 && batch && [1, 1 + rank].every((n) => (pads[n] ?? 0) % channels === 0))
}

export const slicesPlainly: Check<'slice'> = (node, { channels }, { size }) => {
  const dims = size(node.inputs[0]).dims
  const axes = size(node.inputs[3]).numbers
  if ((node.inputs[3] ?? '') === '') return 'no'
  if (!dims || !axes) return 'unknown'
  const axis = axisOf(axes[0] ?? 0, dims.length)
  const steps = size(node.inputs[4]).numbers
  if (axes.length !== 1 || (axis !== 1 && (steps?.[0] ?? 1) !== 1)) return 'no'
  if (axis === 1) return 'yes'
  return dims[1] === null || dims[1] === undefined ? 'unknown' : asHolds(dims[1] % channels === 0)
}

export const enlargesPlainly: Check<'enlarged'> = (node, _rule, { size }) => {
  const mode = text(node, 'mode', 'nearest')
  const coordinates = text(node, 'coordinate_transformation_mode', 'half_pixel')
  const rounding = text(node, 'nearest_mode', 'round_prefer_floor')
  const halves = ['half_pixel', 'pytorch_half_pixel'].includes(coordinates)
  const floors = mode === 'nearest' && coordinates === 'asymmetric' && rounding === 'floor'
  const rounds = mode === 'nearest' && halves && ['round_prefer_floor', 'round_prefer_ceil'].includes(rounding)
  if (!(mode === 'linear' && halves) && !rounds && !floors) return 'no'
  const [before, after] = [sidesOf(size(node.inputs[0]).dims), sidesOf(size(node.outputs[0]).dims)]
  if (!before || !after) return 'unknown'
  const times = after.map((side, n) => side / (before[n] ?? 1))
  const near = after.every((side, n) => [0, 1, (before[n] ?? 0) - 1].includes(side % (before[n] ?? 1)))
  return asHolds(mode === 'nearest' ? near : times.every((each) => Number.isInteger(each) && each === times[0]))
}

function sidesOf(dims: Dims): number[] | null {
  const sides = dims?.slice(-2)
  return sides?.length === 2 && !sides.includes(null) ? (sides as number[]) : null
}

function sameDims(a: readonly (number | null)[], b: readonly (number | null)[]): Holds {
  if (a.some((dim, n) => dim !== null && b[n] !== null && dim !== b[n])) return 'no'
  return a.includes(null) || b.includes(null) ? 'unknown' : 'yes'
}

/** Whether a value is made by this operator, over those that only change its form. */
export function comesFrom(
  name: string | undefined,
  operators: readonly string[],
  { makerOf }: Graph,
  steps = 6,
): boolean {
  const maker: OnnxNode | undefined = makerOf(name ?? '')
  if (!maker || steps === 0) return false
  if (operators.includes(maker.operator)) return true
  return ['Transpose', 'Reshape', 'Mul', 'Split', 'Div', 'Identity'].includes(maker.operator)
    ? maker.inputs.slice(0, 1).some((input) => comesFrom(input, operators, { makerOf } as Graph, steps - 1))
    : false
}
