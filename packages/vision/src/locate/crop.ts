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
  return { x: part.x, y: part.y, angle: turns ? part.axis + (half ? 180 : 0) : 0, wide, high: wide }
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
  const acrossX = (rightX - originX) / steps
  const acrossY = (rightY - originY) / steps
  const downwardX = (downX - originX) / steps
  const downwardY = (downY - originY) / steps
  const count = fine * fine
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let n = 0; n < count; n++) {
        const u = x * fine + (n % fine) + 0.5
        const v = y * fine + Math.floor(n / fine) + 0.5
        const fromX = clamp(originX + acrossX * u + downwardX * v - 0.5, width - 1)
        const fromY = clamp(originY + acrossY * u + downwardY * v - 0.5, height - 1)
        const left = Math.floor(fromX)
        const top = Math.floor(fromY)
        const shareX = fromX - left
        const shareY = fromY - top
        const at = (top * width + left) * 3
        const right = left < width - 1 ? at + 3 : at
        const below = top < height - 1 ? width * 3 : 0
        const a = (1 - shareX) * (1 - shareY)
        const b = shareX * (1 - shareY)
        const c = (1 - shareX) * shareY
        const d = shareX * shareY
        const [under, corner] = [at + below, right + below]
        red += a * (data[at] ?? 0) + b * (data[right] ?? 0) + c * (data[under] ?? 0) + d * (data[corner] ?? 0)
        green +=
          a * (data[at + 1] ?? 0) +
          b * (data[right + 1] ?? 0) +
          c * (data[under + 1] ?? 0) +
          d * (data[corner + 1] ?? 0)
        blue +=
          a * (data[at + 2] ?? 0) +
          b * (data[right + 2] ?? 0) +
          c * (data[under + 2] ?? 0) +
          d * (data[corner + 2] ?? 0)
      }
      const to = (y * side + x) * 3
      out[to] = Math.round(red / count)
      out[to + 1] = Math.round(green / count)
      out[to + 2] = Math.round(blue / count)
    }
  }
  return { width: side, height: side, data: out }
}

function clamp(value: number, highest: number): number {
  return Math.min(highest, Math.max(0, value))
}
