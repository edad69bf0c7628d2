import type { Pixels } from '../picture.ts'
import { locating } from './constants.ts'
import type { FoundPart } from './find-parts.ts'

/** Where a crop lies in the picture: what its unit square becomes. */
export interface Placement {
  x: number
  y: number
  /** Degrees clockwise. */
  angle: number
  wide: number
  high: number
}

/** The room around a part, along its axes; `turns` false: along those of the picture, square. */
export function placementOf(part: FoundPart, turns: boolean, half: boolean): Placement {
  const wide = part.long * locating.margin
  const high = turns ? Math.max(part.wide * locating.margin, wide / locating.aspect) : wide
  return { x: part.x, y: part.y, angle: turns ? part.axis + (half ? 180 : 0) : 0, wide, high }
}

/** The picture's place of a place in the crop (both 0 to 1 in the crop, pixels in the picture). */
export function inPicture({ x, y, angle, wide, high }: Placement, across: number, down: number): [number, number] {
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const [u, v] = [(across - 0.5) * wide, (down - 0.5) * high]
  return [x + cosine * u - sine * v, y + sine * u + cosine * v]
}

/** The crop at side × side: each pixel the mean of up to 3 × 3 places below it; beyond the picture its border goes on. */
export function cropped({ width, height, data }: Pixels, placement: Placement, side: number): Pixels {
  const fine = Math.min(3, Math.max(1, Math.round(Math.max(placement.wide, placement.high) / side)))
  const out = new Uint8Array(side * side * 3)
  const [originX, originY] = inPicture(placement, 0, 0)
  const [rightX, rightY] = inPicture(placement, 1, 0)
  const [downX, downY] = inPicture(placement, 0, 1)
  const steps = side * fine
  const across = [(rightX - originX) / steps, (rightY - originY) / steps] as const
  const down = [(downX - originX) / steps, (downY - originY) / steps] as const
  const sums = [0, 0, 0]
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      sums.fill(0)
      for (let n = 0; n < fine * fine; n++) {
        const [u, v] = [x * fine + (n % fine) + 0.5, y * fine + Math.floor(n / fine) + 0.5]
        add(originX + across[0] * u + down[0] * v - 0.5, originY + across[1] * u + down[1] * v - 0.5)
      }
      for (let channel = 0; channel < 3; channel++)
        out[(y * side + x) * 3 + channel] = Math.round((sums[channel] ?? 0) / fine ** 2)
    }
  }
  return { width: side, height: side, data: out }

  function add(x: number, y: number): void {
    const [fromX, fromY] = [clamp(x, width - 1), clamp(y, height - 1)]
    const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
    const [shareX, shareY] = [fromX - left, fromY - top]
    const corner = (top * width + left) * 3
    const right = left < width - 1 ? 3 : 0
    const below = top < height - 1 ? width * 3 : 0
    for (let channel = 0; channel < 3; channel++) {
      const at = corner + channel
      const upper = (data[at] ?? 0) * (1 - shareX) + (data[at + right] ?? 0) * shareX
      const lower = (data[at + below] ?? 0) * (1 - shareX) + (data[at + below + right] ?? 0) * shareX
      sums[channel] = (sums[channel] ?? 0) + upper * (1 - shareY) + lower * shareY
    }
  }
}

function clamp(value: number, highest: number): number {
  return Math.min(highest, Math.max(0, value))
}
