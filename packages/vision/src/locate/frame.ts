import type { Box, RecipeFacts } from '@nabij/base'
import type { Pixels } from '../picture.ts'

/** Where decoded pixels lie in the whole picture, in their own size: all of it, or the region that is looked at. */
export interface Frame {
  left: number
  top: number
  /** Of the whole picture. */
  width: number
  height: number
}

export function frameOf({ width, height }: { width: number; height: number }, region: Box | null): Frame {
  if (!region) return { left: 0, top: 0, width, height }
  const whole = { width: width / region.w, height: height / region.h }
  return { left: region.x * whole.width, top: region.y * whole.height, ...whole }
}

/** A region as it can be cut out: inside the picture; null when nothing would be left of it, or it is all of it. */
export function usableRegion(region: Box | null): Box | null {
  if (!region) return null
  const [left, top] = [within(region.x), within(region.y)]
  const box = { x: left, y: top, w: within(region.x + region.w) - left, h: within(region.y + region.h) - top }
  const tooSmall = !(box.w > 0.005 && box.h > 0.005)
  return tooSmall || (box.w === 1 && box.h === 1) ? null : box
}

/** Of a recipe from anywhere: no more than a person can draw. */
const mostIgnored = 20

/** A box of pixels; right and bottom are the first that lie beyond. */
interface Hole {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * The picture without the places that are ignored: each is filled from the pixels around it, so that whatever lies there
 * changes nothing. The pixels given stay as they are.
 */
export function withoutIgnored(pixels: Pixels, { region, ignore }: Pick<RecipeFacts, 'region' | 'ignore'>): Pixels {
  if (ignore.length === 0) return pixels
  const { width, height } = pixels
  const frame = frameOf(pixels, usableRegion(region))
  const holes = ignore.slice(0, mostIgnored).map(({ x, y, w, h }) => ({
    // One pixel more all round: scaling mixes what lies on both sides of the edge.
    left: Math.max(0, Math.floor(x * frame.width - frame.left) - 1),
    top: Math.max(0, Math.floor(y * frame.height - frame.top) - 1),
    right: Math.min(width, Math.ceil((x + w) * frame.width - frame.left) + 1),
    bottom: Math.min(height, Math.ceil((y + h) * frame.height - frame.top) + 1),
  }))
  const filled = { width, height, data: pixels.data.slice() }
  // Where two overlap, one is filled from within the other: nothing of what lay there may be left by then.
  for (const { left, top, right, bottom } of holes)
    for (let y = top; y < bottom; y++)
      filled.data.fill(128, (y * width + left) * 3, (y * width + Math.max(left, right)) * 3)
  for (let round = 0; round < Math.min(2, holes.length); round++) for (const hole of holes) fill(filled, hole)
  return filled
}

/** Between the pixels at its four sides, each weighing the more the nearer it is; what lies at the border has fewer. */
function fill({ width, height, data }: Pixels, { left, top, right, bottom }: Hole): void {
  for (let y = top; y < bottom; y++) {
    const up = top > 0 ? 1 / (y - top + 1) : 0
    const down = bottom < height ? 1 / (bottom - y) : 0
    for (let x = left; x < right; x++) {
      const before = left > 0 ? 1 / (x - left + 1) : 0
      const after = right < width ? 1 / (right - x) : 0
      const sum = up + down + before + after
      if (sum === 0) continue
      const from = (y * width + left - 1) * 3
      const until = (y * width + right) * 3
      const above = ((top - 1) * width + x) * 3
      const below = (bottom * width + x) * 3
      for (let channel = 0, to = (y * width + x) * 3; channel < 3; channel++, to++) {
        let value = 0
        if (before > 0) value += before * (data[from + channel] as number)
        if (after > 0) value += after * (data[until + channel] as number)
        if (up > 0) value += up * (data[above + channel] as number)
        if (down > 0) value += down * (data[below + channel] as number)
        data[to] = value / sum + 0.5
      }
    }
  }
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value))
}
