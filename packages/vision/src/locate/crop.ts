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

/**
 * The crop at side × side: each pixel the mean of up to 3 × 3 places below it; beyond the picture its border goes on.
 * @param wanted of each pixel, row by row; those that are 0 are left black
 */
export function cropped(
  { width, height, data }: Pixels,
  placement: Placement,
  side: number,
  wanted: Float32Array | null = null,
): Pixels {
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
  const [lastX, lastY, line] = [width - 1, height - 1, width * 3]
  const half = (fine * fine) << 15
  const whole = half << 1
  for (let y = 0, to = 0; y < side; y++) {
    for (let x = 0; x < side; x++, to += 3) {
      if (wanted !== null && wanted[y * side + x] === 0) continue
      let red = half
      let green = half
      let blue = half
      for (let v = y * fine + 0.5, endV = v + fine; v < endV; v++) {
        for (let u = x * fine + 0.5, endU = u + fine; u < endU; u++) {
          const fromX = clamp(originX + acrossX * u + downwardX * v - 0.5, lastX)
          const fromY = clamp(originY + acrossY * u + downwardY * v - 0.5, lastY)
          const left = fromX | 0
          const top = fromY | 0
          // Shares in 256ths: whole numbers are twice as fast.
          const shareX = ((fromX - left) * 256) | 0
          const shareY = ((fromY - top) * 256) | 0
          const at = (top * width + left) * 3
          const right = left < lastX ? at + 3 : at
          const below = top < lastY ? line : 0
          const under = at + below
          const corner = right + below
          const d = shareX * shareY
          const c = (shareY << 8) - d
          const b = (shareX << 8) - d
          const a = 65536 - b - c - d
          red +=
            a * (data[at] as number) +
            b * (data[right] as number) +
            c * (data[under] as number) +
            d * (data[corner] as number)
          green +=
            a * (data[at + 1] as number) +
            b * (data[right + 1] as number) +
            c * (data[under + 1] as number) +
            d * (data[corner + 1] as number)
          blue +=
            a * (data[at + 2] as number) +
            b * (data[right + 2] as number) +
            c * (data[under + 2] as number) +
            d * (data[corner + 2] as number)
        }
      }
      out[to] = red / whole
      out[to + 1] = green / whole
      out[to + 2] = blue / whole
    }
  }
  return { width: side, height: side, data: out }
}

function clamp(value: number, highest: number): number {
  return value < 0 ? 0 : value > highest ? highest : value
}
