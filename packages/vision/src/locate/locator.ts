import type { RecipeFacts } from '@nabij/base'
import type { Pixels } from '../picture.ts'
import { median } from './background.ts'
import { locating } from './constants.ts'
import { cropped, type Placement, placementOf } from './crop.ts'
import { type Finding, type FoundPart, findParts } from './find-parts.ts'

/** How parts are found; plain numbers, so that a recipe can carry it. */
export interface Locator {
  turns: boolean
  parts: { least: number; most: number }
  /** Usual area of a part, as a share of the picture. */
  area: number
  /** How many there are, where a person said so: parts that touch are then split. */
  exactly?: number | null
  /** The usual part at 16 × 16, RGB; empty when parts are not turned. */
  signature: number[]
}

export interface LocatedPart {
  part: FoundPart
  placement: Placement
}

/** What a person said of how parts lie. */
export interface Wish {
  /** Look for parts wherever they can be found, also where judging the picture as a whole would do. */
  always: boolean
  exactly: number | null
}

/** What the good photos say of how parts lie: a locator where it helps, else why not. */
export function learnLocator(
  photos: Pixels[],
  { always, exactly }: Wish = { always: false, exactly: null },
): { locator: Locator | null; located: RecipeFacts['located'] } {
  const findings = photos.map((photo) => findParts(photo, { exactly }))
  const agree = always ? locating.agreeAlways : locating.agree
  const most = (holds: (finding: Finding) => boolean) => findings.filter(holds).length >= agree * findings.length
  if (photos.length === 0) return { locator: null, located: 'unclear' }
  if (most(({ covered }) => covered > locating.mostArea)) return { locator: null, located: 'fills' }
  if (!most(({ border, parts }) => border <= locating.mostBorder && parts.length > 0))
    return { locator: null, located: 'texture' }
  const shares = findings.map(({ parts }, n) => {
    const { width = 1, height = 1 } = photos[n] ?? {}
    const large = parts.filter((part) => part.area >= locating.leastOfUsual * (parts[0]?.area ?? 0))
    return median(large.map((part) => part.area)) / (width * height)
  })
  // A good photo without a part says nothing of how large parts are.
  const area = median(shares.filter((share) => share > 0))
  const chosen = findings.map(({ parts }, n) => usual(parts, area, photos[n]).filter(({ cut }) => !cut))
  const counts = chosen.map(({ length }) => length)
  const alike = shares.filter((share) => Math.max(share / area, area / share) <= locating.areaRatio).length
  const all = chosen.flat()
  const without = counts.filter((count) => count === 0).length
  // By itself it relies on finding only where each good photo shows a part: on a board with holes a few are missed.
  if (always ? counts.length - without < agree * counts.length : without > 0 || alike < agree * shares.length)
    return { locator: null, located: 'unclear' }
  const directed = all.filter(({ elongation }) => elongation >= locating.elongation).length
  const turns = directed >= locating.agree * all.length && axisSpread(all) > locating.turnSpread
  const several = Math.max(...counts) > 1
  if (!always && !turns && !(several ? lieElsewhere(chosen) : placesDiffer(chosen, photos)))
    return { locator: null, located: photos.length > 1 ? 'in-place' : 'unclear' }
  const seen = counts.filter((count) => count > 0)
  const locator = {
    turns,
    parts: { least: Math.min(...seen), most: Math.max(...seen) },
    area,
    exactly,
    signature: [],
  }
  return { locator: turns ? { ...locator, signature: signatureOf(photos, chosen) } : locator, located: 'found' }
}

/** The parts in a picture, and where their crops lie; largest first. */
export function locate(picture: Pixels, { area, turns, exactly = null, signature }: Locator): LocatedPart[] {
  const usual = area * picture.width * picture.height
  return findParts(picture, { least: locating.leastOfUsual * usual, usual, exactly }).parts.map((part) => {
    const upright = placementOf(part, turns, false)
    if (!turns) return { part, placement: upright }
    const other = placementOf(part, true, true)
    const half = unlike(small(picture, other), signature) < unlike(small(picture, upright), signature)
    return { part, placement: half ? other : upright }
  })
}

function usual(parts: FoundPart[], area: number, photo: Pixels | undefined): FoundPart[] {
  const least = locating.leastOfUsual * area * (photo ? photo.width * photo.height : 0)
  return parts.filter((part) => part.area >= least)
}

/** Circular spread of directions that are the same after half a turn, in degrees. */
function axisSpread(parts: FoundPart[]): number {
  let x = 0
  let y = 0
  for (const { axis } of parts) {
    x += Math.cos((axis * Math.PI) / 90)
    y += Math.sin((axis * Math.PI) / 90)
  }
  const length = Math.max(1e-9, Math.hypot(x, y) / parts.length)
  return (Math.sqrt(-2 * Math.log(Math.min(1, length))) * 90) / Math.PI
}

function placesDiffer(chosen: FoundPart[][], photos: Pixels[]): boolean {
  const xs = chosen.flatMap((parts, n) => parts.map(({ x }) => x / (photos[n]?.width ?? 1)))
  const ys = chosen.flatMap((parts, n) => parts.map(({ y }) => y / (photos[n]?.height ?? 1)))
  return Math.max(deviation(xs), deviation(ys)) > locating.placeSpread
}

/** Of several parts in each photo: most lie where the photo before had none. Parts in a tray never do. */
function lieElsewhere(chosen: FoundPart[][]): boolean {
  let [all, away] = [0, 0]
  for (const [n, parts] of chosen.entries()) {
    const before = chosen[n - 1] ?? []
    if (before.length === 0) continue
    for (const { x, y, long } of parts) {
      const nearest = Math.min(...before.map((other) => Math.hypot(other.x - x, other.y - y)))
      all++
      if (nearest > locating.elsewhere * long) away++
    }
  }
  return all > 0 && away > all / 2
}

function deviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/** The first part as it lies, then twice the mean of all, each in the direction that fits better. */
function signatureOf(photos: Pixels[], chosen: FoundPart[][]): number[] {
  const both = chosen.flatMap((parts, n) => {
    const photo = photos[n]
    return photo ? parts.map((part) => [false, true].map((half) => small(photo, placementOf(part, true, half)))) : []
  })
  let reference = both[0]?.[0] ?? []
  for (let round = 0; round < 2; round++) {
    const fitting = both.map(([a = [], b = []]) => (unlike(b, reference) < unlike(a, reference) ? b : a))
    reference = reference.map((_, n) =>
      Math.round(fitting.reduce((sum, each) => sum + (each[n] ?? 0), 0) / fitting.length),
    )
  }
  return reference
}

function small(picture: Pixels, placement: Placement): number[] {
  return [...cropped(picture, placement, locating.signature).data]
}

function unlike(a: number[], b: number[]): number {
  return a.reduce((sum, value, n) => sum + (value - (b[n] ?? 0)) ** 2, 0)
}
