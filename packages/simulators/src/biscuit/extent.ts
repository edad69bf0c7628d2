import type { Truth } from '@nabij/base'
import type { View } from './view.ts'

/** Grows with every pixel that a defect changes: the box of what can be seen of it. */
export interface Extent {
  left: number
  top: number
  right: number
  bottom: number
}

export function emptyExtent(): Extent {
  return { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
}

export function grow(extent: Extent, x: number, y: number): void {
  if (x < extent.left) extent.left = x
  if (x > extent.right) extent.right = x
  if (y < extent.top) extent.top = y
  if (y > extent.bottom) extent.bottom = y
}

/** The box in shares of the picture; none when nothing of the defect is in sight. */
export function regionsOf(extent: Extent, { width, height }: View): Truth['regions'] {
  const { left, top, right, bottom } = extent
  if (right < left) return []
  return [{ x: left / width, y: top / height, w: (right + 1 - left) / width, h: (bottom + 1 - top) / height }]
}
