import type { Pixels } from '../picture.ts'
import { locating } from './constants.ts'

/** How far each pixel's colour lies from the background, in grey values, and how far the border's own pixels do. */
export interface Difference {
  width: number
  height: number
  data: Float32Array
  /** Robust deviation of the border, grey values. */
  noise: number
}

/**
 * The background of one picture from its own border: a plane for each colour, so that uneven light is no part. Fitted
 * three times, each time without what lies far off it: a part that reaches the border does not count.
 */
export function differenceFrom(pixels: Pixels): Difference {
  const { width, height, data } = pixels
  const border = borderOf(width, height)
  let kept = border
  let planes = fitted(pixels, kept)
  let noise = 0
  for (let round = 0; round < 3; round++) {
    const far = Float32Array.from(border, (at) => distance(at))
    noise = median(far)
    const most = Math.max(2, 2.5 * noise)
    const near = border.filter((_, n) => (far[n] ?? 0) <= most)
    kept = near.length >= border.length / 4 ? near : kept
    planes = fitted(pixels, kept)
  }
  const out = new Float32Array(width * height)
  for (let at = 0; at < out.length; at++) out[at] = distance(at)
  return { width, height, data: out, noise }

  function distance(at: number): number {
    const x = at % width
    const y = (at - x) / width
    let square = 0
    for (let channel = 0; channel < 3; channel++) {
      const n = channel * 3
      const off = (data[at * 3 + channel] ?? 0) - (planes[n] ?? 0) - (planes[n + 1] ?? 0) * x - (planes[n + 2] ?? 0) * y
      square += off * off
    }
    return Math.sqrt(square / 3)
  }
}

/** Places of the border, once round. */
export function borderOf(width: number, height: number): number[] {
  const wide = Math.max(1, Math.round(locating.border * Math.min(width, height)))
  const places: number[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (Math.min(x, y, width - 1 - x, height - 1 - y) < wide) places.push(y * width + x)
    }
  }
  return places
}

/** Least squares of a + b·x + c·y, one plane a colour; a picture one pixel thin has no slope across. */
function fitted({ width, data }: Pixels, places: number[]): Float64Array {
  const n = Math.max(1, places.length)
  let [mx, my] = [0, 0]
  for (const at of places) {
    mx += (at % width) / n
    my += Math.floor(at / width) / n
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (const at of places) {
    const [x, y] = [(at % width) - mx, Math.floor(at / width) - my]
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const determinant = xx * yy - xy * xy
  const planes = [0, 1, 2].flatMap((channel) => {
    let [mean, xz, yz] = [0, 0, 0]
    for (const at of places) mean += (data[at * 3 + channel] ?? 0) / n
    for (const at of places) {
      const z = (data[at * 3 + channel] ?? 0) - mean
      xz += ((at % width) - mx) * z
      yz += (Math.floor(at / width) - my) * z
    }
    const flat = !(determinant > 1e-6 * (xx + yy) ** 2)
    const b = flat ? 0 : (yy * xz - xy * yz) / determinant
    const c = flat ? 0 : (xx * yz - xy * xz) / determinant
    return [mean - b * mx - c * my, b, c]
  })
  return Float64Array.from(planes)
}

export function median(values: ArrayLike<number>): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}
