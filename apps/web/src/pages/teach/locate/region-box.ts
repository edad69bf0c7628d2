import type { Box } from '@nabij/base'

/** No region is smaller than this share of the picture: it could not be found again. */
export const smallest = 0.03

/** How far one press of an arrow key goes. */
export const keyStep = 0.01

/** The box between two points, whichever was first, within the picture. */
export function boxBetween(a: [number, number], b: [number, number]): Box {
  const [left, right] = [clamp(Math.min(a[0], b[0])), clamp(Math.max(a[0], b[0]))]
  const [top, bottom] = [clamp(Math.min(a[1], b[1])), clamp(Math.max(a[1], b[1]))]
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** Whether a drag was meant: a click makes no box. */
export function isMeant({ w, h }: Box): boolean {
  return w >= smallest && h >= smallest
}

/** The box moved, kept whole within the picture. */
export function moved(box: Box, dx: number, dy: number): Box {
  return { ...box, x: within(box.x + dx, 0, 1 - box.w), y: within(box.y + dy, 0, 1 - box.h) }
}

/** The box with its lower right corner moved. */
export function resized(box: Box, dw: number, dh: number): Box {
  return { ...box, w: within(box.w + dw, smallest, 1 - box.x), h: within(box.h + dh, smallest, 1 - box.y) }
}

/** What a key does to a box: arrows move it, with shift they move its corner; null: nothing. */
export function byKey(box: Box, key: string, shift: boolean): Box | null {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key]
  if (!way) return null
  const [dx = 0, dy = 0] = way.map((each) => each * keyStep)
  return shift ? resized(box, dx, dy) : moved(box, dx, dy)
}

/** A box in the middle, to begin with by keyboard. */
export const middle: Box = { x: 0.25, y: 0.25, w: 0.5, h: 0.5 }

function clamp(share: number): number {
  return within(share, 0, 1)
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
