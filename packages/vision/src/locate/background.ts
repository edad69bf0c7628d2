import type { Pixels } from '../picture.ts'
import { locating } from './constants.ts'

/** How far each pixel's colour lies from the background, in grey values, and how far the border's own pixels do. */
export interface Difference {
  width: number
  height: number
  data: Float32Array
  /** Robust deviation of the border, grey values. */
  noise: number
  /** Of each colour a + b·x + c·y. */
  planes: Float64Array
}

/**
 * The background of one picture from its own border: a plane for each colour, so that uneven light is no part. Fitted
 * three times, each time without what lies far off it: a part that reaches the border does not count.
 */
export function differenceFrom(pixels: Pixels): Difference {
  const { width, height } = pixels
  const border = borderOf(width, height)
  const far = new Float32Array(border.length)
  const near = new Int32Array(border.length)
  let kept: Int32Array = border
  let planes = fitted(pixels, kept)
  let noise = 0
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < border.length; n++) far[n] = distanceAt(pixels, planes, border[n] as number)
    noise = middleOf(far)
    const most = Math.max(2, 2.5 * noise)
    let count = 0
    for (let n = 0; n < border.length; n++) if ((far[n] as number) <= most) near[count++] = border[n] as number
    kept = count >= border.length / 4 ? near.subarray(0, count) : kept
    planes = fitted(pixels, kept)
  }
  return { width, height, data: distances(pixels, planes), noise, planes }
}

/** Row by row, so that the plane is a sum. */
function distances({ width, height, data }: Pixels, planes: Float64Array): Float32Array {
  const out = new Float32Array(width * height)
  const [r0 = 0, rx = 0, ry = 0, g0 = 0, gx = 0, gy = 0, b0 = 0, bx = 0, by = 0] = planes
  for (let y = 0, at = 0; y < height; y++) {
    let [red, green, blue] = [r0 + ry * y, g0 + gy * y, b0 + by * y]
    for (let x = 0; x < width; x++, at++) {
      const [r, g, b] = [
        (data[at * 3] as number) - red,
        (data[at * 3 + 1] as number) - green,
        (data[at * 3 + 2] as number) - blue,
      ]
      out[at] = Math.sqrt((r * r + g * g + b * b) / 3)
      red += rx
      green += gx
      blue += bx
    }
  }
  return out
}

function distanceAt({ width, data }: Pixels, planes: Float64Array, at: number): number {
  const x = at % width
  const y = (at - x) / width
  let square = 0
  for (let channel = 0; channel < 3; channel++) {
    const off = (data[at * 3 + channel] as number) - planeAt(planes, channel, x, y)
    square += off * off
  }
  return Math.sqrt(square / 3)
}

export function planeAt(planes: Float64Array, channel: number, x: number, y: number): number {
  const n = channel * 3
  return (planes[n] as number) + (planes[n + 1] as number) * x + (planes[n + 2] as number) * y
}

/** Places of the border, once round. */
export function borderOf(width: number, height: number): Int32Array {
  const wide = Math.max(1, Math.round(locating.border * Math.min(width, height)))
  const inner = Math.max(0, width - 2 * wide) * Math.max(0, height - 2 * wide)
  const places = new Int32Array(width * height - inner)
  let count = 0
  for (let y = 0; y < height; y++) {
    const whole = y < wide || y >= height - wide
    for (let x = 0; x < width; x++) {
      if (!whole && x === wide && width > 2 * wide) x = width - wide
      places[count++] = y * width + x
    }
  }
  return places
}

/** Least squares of a + b·x + c·y, one plane a colour; a picture one pixel thin has no slope across. */
function fitted({ width, data }: Pixels, places: Int32Array): Float64Array {
  const n = Math.max(1, places.length)
  const sums = new Float64Array(14)
  const add = (to: number, value: number) => {
    sums[to] = (sums[to] as number) + value
  }
  for (const at of places) {
    add(0, at % width)
    add(1, Math.floor(at / width))
  }
  const [mx, my] = [(sums[0] as number) / n, (sums[1] as number) / n]
  for (const at of places) {
    const x = (at % width) - mx
    const y = Math.floor(at / width) - my
    add(2, x * x)
    add(3, x * y)
    add(4, y * y)
    for (let channel = 0; channel < 3; channel++) {
      const z = data[at * 3 + channel] as number
      add(5 + channel, z)
      add(8 + channel, x * z)
      add(11 + channel, y * z)
    }
  }
  const [, , xx = 0, xy = 0, yy = 0] = sums
  const determinant = xx * yy - xy * xy
  const flat = !(determinant > 1e-6 * (xx + yy) ** 2)
  const planes = new Float64Array(9)
  for (let channel = 0; channel < 3; channel++) {
    const [xz, yz] = [sums[8 + channel] as number, sums[11 + channel] as number]
    const b = flat ? 0 : (yy * xz - xy * yz) / determinant
    const c = flat ? 0 : (xx * yz - xy * xz) / determinant
    planes.set([(sums[5 + channel] as number) / n - b * mx - c * my, b, c], channel * 3)
  }
  return planes
}

/** Median to an eighth of a grey value: sorting thousands of numbers would take longer than all the rest. */
function middleOf(values: Float32Array): number {
  const counts = new Int32Array(256 * 8 * 2)
  for (const value of values) {
    const bin = Math.min(counts.length - 1, Math.round(value * 8))
    counts[bin] = (counts[bin] as number) + 1
  }
  let below = 0
  for (let bin = 0; bin < counts.length; bin++) {
    below += counts[bin] as number
    if (below > values.length >> 1) return bin / 8
  }
  return 0
}

export function median(values: ArrayLike<number>): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}
