import type { Pixels } from '../picture.ts'
import { borderOf, differenceFrom } from './background.ts'
import { locating } from './constants.ts'
import { outlineOf } from './outline.ts'
import { shrunkTo } from './shrink.ts'

/** A part as it lies in the picture. Places and lengths are in pixels of the picture that was given. */
export interface FoundPart {
  /** Centre of its extent along its axes. */
  x: number
  y: number
  /** Direction of its longer axis, degrees clockwise from the right, 0 to 180. */
  axis: number
  /** Extent along the longer axis and across. */
  long: number
  wide: number
  /** Ratio of the spreads along and across: 1 is round. */
  elongation: number
  /** Square pixels. */
  area: number
  /** Reaches the border of the picture: some of it may not be seen. */
  cut: boolean
  outline: [number, number][]
}

export interface Finding {
  parts: FoundPart[]
  /** Share of the border, and of the picture, that is no background. */
  border: number
  covered: number
}

/** What stands out from the background, largest first. @param leastArea square pixels of the picture that was given */
export function findParts(picture: Pixels, leastArea = 0): Finding {
  const small = shrunkTo(picture, locating.searchSide)
  const { width, height } = small
  const scale = picture.width / width
  const { data, noise } = differenceFrom(small)
  const limit = limitOf(data, Math.max(locating.leastDifference, locating.deviations * noise))
  const mask = filled(
    Uint8Array.from(data, (value) => (value > limit ? 1 : 0)),
    width,
    height,
  )
  const border = borderOf(width, height)
  const least = Math.max(locating.leastArea * width * height, leastArea / scale ** 2)
  const parts = components(mask, width, height)
    .filter(({ length }) => length >= least)
    .map((places) => measured(places, { width, height, scale }))
    .sort((a, b) => b.area - a.area)
  return {
    parts,
    border: border.filter((at) => mask[at]).length / border.length,
    covered: mask.reduce((sum, each) => sum + each, 0) / mask.length,
  }
}

/**
 * Difference from which a pixel is part: what parts the picture best in two (Otsu 1979), so that the halo of uneven light
 * and soft shadows around a clear part stay background; never below `least`.
 */
function limitOf(data: Float32Array, least: number): number {
  const counts = new Float64Array(256)
  let total = 0
  for (const value of data) {
    const grey = Math.min(255, Math.round(value))
    counts[grey] = (counts[grey] ?? 0) + 1
    total += grey
  }
  let below = 0
  let sum = 0
  let best = 0
  let limit = 0
  for (let grey = 0; grey < 255; grey++) {
    below += counts[grey] ?? 0
    sum += grey * (counts[grey] ?? 0)
    const above = data.length - below
    if (below === 0 || above === 0) continue
    const between = below * above * (sum / below - (total - sum) / above) ** 2
    if (between > best) {
      best = between
      limit = grey + 0.5
    }
  }
  return Math.max(least, limit)
}

/** Holes belong to the part: what the background cannot reach from the border. */
function filled(mask: Uint8Array, width: number, height: number): Uint8Array {
  const outside = new Uint8Array(mask.length)
  const waiting: number[] = []
  const reach = (at: number) => {
    if (mask[at] || outside[at]) return
    outside[at] = 1
    waiting.push(at)
  }
  for (let x = 0; x < width; x++) [x, (height - 1) * width + x].forEach(reach)
  for (let y = 0; y < height; y++) [y * width, y * width + width - 1].forEach(reach)
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) neighbours(at, width, height, reach)
  return outside.map((each) => 1 - each)
}

function components(mask: Uint8Array, width: number, height: number): number[][] {
  const left = mask.slice()
  const found: number[][] = []
  for (let start = 0; start < left.length; start++) {
    if (!left[start]) continue
    left[start] = 0
    const places = [start]
    for (let n = 0; n < places.length; n++) {
      neighbours(places[n] ?? 0, width, height, (at) => {
        if (!left[at]) return
        left[at] = 0
        places.push(at)
      })
    }
    found.push(places)
  }
  return found
}

function neighbours(at: number, width: number, height: number, visit: (at: number) => void): void {
  const x = at % width
  if (x > 0) visit(at - 1)
  if (x < width - 1) visit(at + 1)
  if (at >= width) visit(at - width)
  if (at < width * (height - 1)) visit(at + width)
}

function measured(
  places: number[],
  { width, height, scale }: { width: number; height: number; scale: number },
): FoundPart {
  let [mx, my, cut] = [0, 0, false]
  for (const at of places) {
    const [x, y] = [at % width, Math.floor(at / width)]
    mx += x / places.length
    my += y / places.length
    cut ||= x === 0 || y === 0 || x === width - 1 || y === height - 1
  }
  let [xx, xy, yy] = [1 / 12, 0, 1 / 12]
  for (const at of places) {
    const [x, y] = [(at % width) - mx, Math.floor(at / width) - my]
    xx += (x * x) / places.length
    xy += (x * y) / places.length
    yy += (y * y) / places.length
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const root = Math.hypot((xx - yy) / 2, xy)
  let [left, right, top, bottom] = [0, 0, 0, 0]
  for (const at of places) {
    const [x, y] = [(at % width) - mx, Math.floor(at / width) - my]
    const [along, across] = [cosine * x + sine * y, cosine * y - sine * x]
    ;[left, right] = [Math.min(left, along), Math.max(right, along)]
    ;[top, bottom] = [Math.min(top, across), Math.max(bottom, across)]
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2]
  return {
    x: (mx + cosine * along - sine * across + 0.5) * scale,
    y: (my + sine * along + cosine * across + 0.5) * scale,
    axis: ((angle * 180) / Math.PI + 180) % 180,
    long: (right - left + 1) * scale,
    wide: (bottom - top + 1) * scale,
    elongation: Math.sqrt(((xx + yy) / 2 + root) / Math.max(1 / 12, (xx + yy) / 2 - root)),
    area: places.length * scale ** 2,
    cut,
    outline: outlineOf(places, width).map(([x, y]) => [x * scale, y * scale]),
  }
}
