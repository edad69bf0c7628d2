import type { RecipeFacts } from '@nabij/base'
import type { KindsHead } from '../graph/kinds.ts'
import { descriptorOf, dot } from './kinds/descriptor.ts'
import { distancesTo, type Known, spreadOf } from './kinds/spread.ts'
import type { BranchView } from './views.ts'

/** Defects with a kind that there must be, and of each kind; of each kind the newest are looked at, and so many in all. */
const least = { photos: 10, each: 2 }
const most = { photos: 120, each: 24, kinds: 50 }
/** This share of the named defects is not called unlike all, each judged as if it had not been named. */
const kept = 0.9

/** A part with a defect that a person named. */
export interface NamedDefect {
  kind: string
  part: readonly BranchView[]
}

export interface KindSaid {
  /** Null: like none of them. */
  said: string | null
  confidence: number
}

export interface LearnedKinds {
  head: KindsHead
  facts: RecipeFacts['kinds']
  /** Leave-one-out: the kind that each defect that was looked at would get, and how sure. */
  alone: (KindSaid & { kind: string })[]
}

/** The kinds of the named defects; null while too few are named. The same defects in the same order give the same. */
export function learnKinds(named: readonly NamedDefect[]): LearnedKinds | null {
  const counts = new Map<string, number>()
  for (const { kind } of named) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= least.each)
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, most.kinds)
    .map(([name]) => name)
    .sort()
  const usable = named.filter(({ kind }) => names.includes(kind))
  if (names.length < 2 || usable.length < least.photos) return null
  const each = Math.max(least.each, Math.min(most.each, Math.floor(most.photos / names.length)))
  const chosen = usable.filter(
    ({ kind }, n) => usable.slice(n + 1).filter((other) => other.kind === kind).length < each,
  )
  const rows = chosen.map(({ part }) => descriptorOf(part))
  const known: Known = {
    kinds: chosen.map(({ kind }) => names.indexOf(kind)),
    products: rows.map((a) => Float64Array.from(rows, (b) => dot(a, b))),
    width: rows[0]?.length ?? 1,
  }
  const alone = rows.map((_, n) => distancesWithout(known, n))
  const nearest = alone.map((distances) => Math.min(...distances)).sort((a, b) => a - b)
  const far = nearest[Math.min(nearest.length - 1, Math.floor(kept * nearest.length))] ?? 1
  const sharpness = sharpnessFor(alone, known.kinds, far)
  return {
    head: { ...headOf(rows, known, names.length), sharpness, far },
    facts: names.map((name) => ({ name, photos: counts.get(name) ?? 0 })),
    alone: alone.map((distances, n) => ({
      kind: chosen[n]?.kind ?? '',
      ...saidBy(sharesOf(distances, far, sharpness), names),
    })),
  }
}

/** What the recipe says of a part, computed as its graph does. */
export function nameKind({ head, facts }: Pick<LearnedKinds, 'head' | 'facts'>, part: readonly BranchView[]): KindSaid {
  const { width, middles, spreads, scale, far, sharpness } = head
  const row = descriptorOf(part)
  const distances = facts.map((_, kind) => {
    const away = row.map((value, n) => value - (middles[kind * width + n] ?? 0))
    let square = dot(away, away)
    for (let at = 0; at < spreads.length; at += width) square -= dot(away, spreads.subarray(at, at + width)) ** 2
    return scale * square
  })
  return saidBy(
    sharesOf(distances, far, sharpness),
    facts.map(({ name }) => name),
  )
}

function distancesWithout({ kinds, products, width }: Known, left: number): number[] {
  const others = kinds.flatMap((_, n) => (n === left ? [] : [n]))
  const pick = (row: Float64Array | undefined) => Float64Array.from(others, (n) => row?.[n] ?? 0)
  const known = {
    kinds: others.map((n) => kinds[n] ?? 0),
    products: others.map((n) => pick(products[n])),
    width,
  }
  return distancesTo(known, spreadOf(known), pick(products[left]), products[left]?.[left] ?? 0)
}

/**
 * So sharp that the mean confidence, each judged as if it had not been named, is the share that is right; counted as if
 * one more were right and one more wrong, so that a few that are all right do not make it certain.
 */
function sharpnessFor(alone: number[][], kinds: number[], far: number): number {
  const right = alone.filter((distances, n) => distances.indexOf(Math.min(...distances)) === kinds[n]).length
  const wanted = (right + 1) / (alone.length + 2)
  let [low, high] = [0.01, 100]
  for (let round = 0; round < 40; round++) {
    const middle = Math.sqrt(low * high)
    const sure = alone.reduce((sum, distances) => sum + Math.max(...sharesOf(distances, far, middle)), 0)
    if (sure / alone.length < wanted) low = middle
    else high = middle
  }
  return Math.sqrt(low * high)
}

/** Shares of the kinds, and last that of "like none". */
function sharesOf(distances: number[], far: number, sharpness: number): number[] {
  const all = [...distances, far]
  const nearest = Math.min(...all)
  const powers = all.map((each) => Math.exp((nearest - each) * sharpness))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((power) => power / sum)
}

function saidBy(shares: number[], names: string[]): KindSaid {
  const best = shares.indexOf(Math.max(...shares))
  return { said: names[best] ?? null, confidence: shares[best] ?? 0 }
}

function headOf(rows: Float64Array[], known: Known, count: number) {
  const { width, kinds } = known
  const middles = new Float32Array(count * width)
  const sizes = Array.from({ length: count }, (_, kind) => kinds.filter((each) => each === kind).length)
  for (const [n, row] of rows.entries()) {
    const [kind = 0] = [kinds[n]]
    for (let k = 0; k < width; k++)
      middles[kind * width + k] = (middles[kind * width + k] ?? 0) + (row[k] ?? 0) / (sizes[kind] ?? 1)
  }
  const { factor, weight, scale } = spreadOf(known)
  const spreads = new Float32Array(rows.length * width)
  const solved: Float64Array[] = []
  for (const [i, row] of rows.entries()) {
    const rest = row.map((value, k) => value - (middles[(kinds[i] ?? 0) * width + k] ?? 0))
    for (const [j, before] of solved.entries()) {
      const share = factor[i * rows.length + j] ?? 0
      for (let k = 0; k < width; k++) rest[k] = (rest[k] ?? 0) - share * (before[k] ?? 0)
    }
    const own = rest.map((value) => value / (factor[i * rows.length + i] ?? 1))
    solved.push(own)
    for (let k = 0; k < width; k++) spreads[i * width + k] = Math.sqrt(weight) * (own[k] ?? 0)
  }
  return { width, middles, spreads, scale }
}
