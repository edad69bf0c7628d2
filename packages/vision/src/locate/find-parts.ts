import type { Pixels } from '../picture.ts'
import { borderOf, type Difference, differenceFrom, planeAt } from './background.ts'
import { locating } from './constants.ts'
import { connected, fillHoles } from './mask.ts'
import { outlineOf } from './outline.ts'
import { shrunkTo } from './shrink.ts'
import { split } from './split.ts'

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
  shape: Shape
}

/** Which places are the part's own, in the small picture in which it was found. */
export interface Shape {
  places: Int32Array
  width: number
  /** Pixels of the picture that was given to a pixel of the small one. */
  scale: number
  /** Of each place of the small picture the number of the part there, from 1; 0 is background. Shared by all parts. */
  owners: Uint8Array
  owner: number
  /** Colour of the background where the part lies. */
  ground: [number, number, number]
}

export interface Finding {
  parts: FoundPart[]
  /** Share of the border, and of the picture, that is no background. */
  border: number
  covered: number
}

export interface Expected {
  /** Square pixels of the picture that is given: what is smaller is no part, and how large a part usually is. */
  least?: number
  usual?: number
  /** How many there are, where a person said so. */
  exactly?: number | null
}

/** Numbers of parts are kept in a byte. */
const mostParts = 250

/** What stands out from the background, largest first. */
export function findParts(picture: Pixels, expected: Expected = {}): Finding {
  const small = shrunkTo(picture, locating.searchSide)
  const { width, height } = small
  const scale = picture.width / width
  const difference = differenceFrom(small)
  const mask = standingOut(difference)
  fillHoles(mask, width, height)
  const border = borderOf(width, height)
  const atBorder = border.reduce((sum, at) => sum + (mask[at] as number), 0)
  let covered = 0
  for (let at = 0; at < mask.length; at++) covered += mask[at] as number
  const least = Math.max(locating.leastArea * width * height, (expected.least ?? 0) / scale ** 2)
  const whole = connected(mask, width)
    .filter(({ length }) => length >= least)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostParts)
  const pieces = apart(whole, width, expected.usual ? expected.usual / scale ** 2 : null, expected.exactly ?? null)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostParts)
  const owners = new Uint8Array(width * height)
  pieces.forEach((places, n) => {
    for (const at of places) owners[at] = n + 1
  })
  const parts = pieces.map((places, n) =>
    measured({ places, width, scale, owners, owner: n + 1, ground: [0, 0, 0] }, height, difference),
  )
  return { parts, border: atBorder / border.length, covered: covered / mask.length }
}

/** Parts that touch are split where their number is known, or where one is as large as several. */
function apart(whole: Int32Array[], width: number, usual: number | null, exactly: number | null): Int32Array[] {
  const sum = whole.reduce((all, { length }) => all + length, 0)
  // Where one is missing the others must not be cut in two: how large a part usually is goes first.
  const one = usual ?? (exactly === null ? null : sum / exactly)
  if (one === null || (exactly !== null && whole.length >= exactly)) return whole
  let missing = exactly === null ? Number.POSITIVE_INFINITY : exactly - whole.length
  return whole.flatMap((places) => {
    const count = Math.min(12, missing + 1, Math.round(places.length / one))
    if (count < 2 || places.length < locating.several * one) return [places]
    const pieces = split(places, width, { count, usual: one, sure: exactly !== null })
    if (!pieces) return [places]
    missing -= pieces.length - 1
    return pieces
  })
}

function standingOut({ data, noise }: Difference): Uint8Array {
  const limit = limitOf(data, Math.max(locating.leastDifference, locating.deviations * noise))
  const mask = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at++) mask[at] = (data[at] as number) > limit ? 1 : 0
  return mask
}

/**
 * Difference from which a pixel is part: what parts the picture best in two (Otsu 1979), so that the halo of uneven light
 * and soft shadows around a clear part stay background; never below `least`.
 */
function limitOf(data: Float32Array, least: number): number {
  const counts = new Float64Array(256)
  let total = 0
  for (let at = 0; at < data.length; at++) {
    const grey = Math.min(255, Math.round(data[at] as number))
    counts[grey] = (counts[grey] as number) + 1
    total += grey
  }
  let [below, sum, best, limit] = [0, 0, 0, 0]
  for (let grey = 0; grey < 255; grey++) {
    below += counts[grey] as number
    sum += grey * (counts[grey] as number)
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

function measured(shape: Shape, height: number, { planes }: Difference): FoundPart {
  const { places, width, scale } = shape
  const n = places.length
  let [sumX, sumY, sumXx, sumXy, sumYy, cut] = [0, 0, 0, 0, 0, false]
  for (let each = 0; each < n; each++) {
    const at = places[each] as number
    const x = at % width
    const y = (at - x) / width
    sumX += x
    sumY += y
    sumXx += x * x
    sumXy += x * y
    sumYy += y * y
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) cut = true
  }
  const [mx, my] = [sumX / n, sumY / n]
  const xx = 1 / 12 + sumXx / n - mx * mx
  const yy = 1 / 12 + sumYy / n - my * my
  const xy = sumXy / n - mx * my
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const root = Math.hypot((xx - yy) / 2, xy)
  let [left, right, top, bottom] = [0, 0, 0, 0]
  for (let each = 0; each < n; each++) {
    const at = places[each] as number
    const column = at % width
    const [x, y] = [column - mx, (at - column) / width - my]
    const along = cosine * x + sine * y
    const across = cosine * y - sine * x
    if (along < left) left = along
    else if (along > right) right = along
    if (across < top) top = across
    else if (across > bottom) bottom = across
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2]
  const ground = [0, 1, 2].map((channel) => planeAt(planes, channel, mx, my))
  return {
    x: (mx + cosine * along - sine * across + 0.5) * scale,
    y: (my + sine * along + cosine * across + 0.5) * scale,
    axis: ((angle * 180) / Math.PI + 180) % 180,
    long: (right - left + 1) * scale,
    wide: (bottom - top + 1) * scale,
    elongation: Math.sqrt(((xx + yy) / 2 + root) / Math.max(1 / 12, (xx + yy) / 2 - root)),
    area: n * scale ** 2,
    cut,
    outline: outlineOf(shape).map(([x, y]) => [x * scale, y * scale]),
    shape: { ...shape, ground: [ground[0] ?? 0, ground[1] ?? 0, ground[2] ?? 0] },
  }
}
