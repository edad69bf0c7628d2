import { int, ints } from '../sizes/size.ts'
import { asHolds, type Check } from './rule.ts'

export const poolsWithPadding: Check<'pooled-padding'> = (node) => {
  const [top = 0, left = 0, bottom = 0, right = 0] = ints(node, 'pads') ?? []
  if (![top, left, bottom, right].some((each) => each > 0)) return 'yes'
  const [height = 1, width = 1] = ints(node, 'kernel_shape') ?? []
  const even = top === bottom && left === right
  const small = top <= height / 2 && left <= width / 2
  return asHolds((!even || small) && int(node, 'count_include_pad', 0) === 1)
}

export const padsEvenly: Check<'even-padding'> = (node) => {
  const pads = ints(node, 'pads') ?? []
  const half = pads.length / 2
  return asHolds(pads.slice(0, half).every((each, n) => each === pads[n + half]))
}

export const groupsSquarely: Check<'grouped'> = (node, { below }, { size }) => {
  if (int(node, 'group', 1) === 1) return 'yes'
  const [, , height, width] = size(node.inputs[1]).dims ?? []
  if (height === undefined || height === null || width === undefined || width === null) return 'unknown'
  const pair = (name: string) => ints(node, name) ?? [1, 1]
  const [strides, dilations] = [pair('strides'), pair('dilations')]
  const square = [strides, dilations].every(([first, second]) => first === second) && height === width
  const reach = (side: number, n: number) => (side - 1) * (dilations[n] ?? 1) + 1
  return asHolds(square && reach(height, 0) * reach(width, 1) < below)
}
