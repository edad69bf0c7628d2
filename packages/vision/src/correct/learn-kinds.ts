import type { RecipeFacts } from '@nabij/base'
import type { KindsHead } from '../graph/kinds.ts'
import type { Base } from './correct-with.ts'
import type { MarkedView } from './views.ts'
import { ratioOf } from './weigh.ts'

/** Defects with a kind that there must be, and of each kind. */
const least = { photos: 10, each: 2 }
const sharpnesses = [4, 6, 8, 12, 16, 24, 32, 48]

export interface LearnedKinds {
  head: KindsHead
  facts: RecipeFacts['kinds']
  /** Leave-one-out: the kind that each photo would get, and how sure. */
  alone: { kind: string; said: string | null; confidence: number }[]
}

interface Described {
  kind: string
  row: Float32Array
}

/** The kinds of the marked defects, by the rows at their most anomalous places; null while too few are named. */
export function learnKinds(base: Base, marked: MarkedView[]): LearnedKinds | null {
  const named = marked.filter(({ label, kind, parts }) => label === 'bad' && kind !== null && parts?.length)
  const described = named.map((each): Described => ({ kind: each.kind ?? '', row: descriptor(base, each) }))
  const counts = new Map<string, number>()
  for (const { kind } of described) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const kinds = [...counts]
    .filter(([, count]) => count >= least.each)
    .map(([name]) => name)
    .sort()
  const usable = described.filter(({ kind }) => kinds.includes(kind))
  if (kinds.length < 2 || usable.length < least.photos) return null
  const width = usable[0]?.row.length ?? 1
  // Each photo against middles that it is no part of.
  const likenesses = usable.map((own) =>
    kinds.map((kind) =>
      cosine(
        own.row,
        middle(
          usable.filter((each) => each !== own),
          kind,
          width,
        ),
      ),
    ),
  )
  const own = likenesses.map((row, n) => row[kinds.indexOf(usable[n]?.kind ?? '')] ?? 0)
  const lowest = own.toSorted((a, b) => a - b)[Math.floor(own.length * 0.1)] ?? 0
  const floor = lowest - 0.05
  const fit = (sharpness: number) =>
    likenesses.reduce(
      (sum, row, n) => sum + Math.log(confidences(row, floor, sharpness)[kinds.indexOf(usable[n]?.kind ?? '')] ?? 1e-9),
      0,
    )
  const sharpness = sharpnesses.reduce((best, each) => (fit(each) > fit(best) ? each : best))
  const middles = new Float32Array(kinds.length * width)
  for (const [n, kind] of kinds.entries()) middles.set(middle(usable, kind, width), n * width)
  return {
    head: { width, middles, sharpness, least: floor },
    facts: kinds.map((name) => ({ name, photos: counts.get(name) ?? 0 })),
    alone: usable.map(({ kind }, n) => {
      const shares = confidences(likenesses[n] ?? [], floor, sharpness)
      const best = shares.indexOf(Math.max(...shares))
      return { kind, said: kinds[best] ?? null, confidence: shares[best] ?? 0 }
    }),
  }
}

/** As the nodes of graph/kinds.ts do, of the worst part. */
function descriptor({ branches }: Base, { parts }: MarkedView): Float32Array {
  const scales = branches.map(({ scale }) => scale)
  const ratio = (part: NonNullable<MarkedView['parts']>[number]) =>
    ratioOf(
      part.map(({ distances }) => distances),
      scales,
    )
  const worst = (parts ?? []).reduce((a, b) => (ratio(b) > ratio(a) ? b : a))
  const { rows = new Float32Array(), distances = new Float32Array() } = worst.at(-1) ?? {}
  const width = rows.length / distances.length
  const largest = distances.reduce((a, b) => Math.max(a, b), 0)
  const sum = new Float64Array(width)
  for (const [place, distance] of distances.entries()) {
    const weight = (distance / largest) ** 8
    for (let n = 0; n < width; n++) sum[n] = (sum[n] ?? 0) + weight * (rows[place * width + n] ?? 0)
  }
  return unit(sum)
}

function middle(described: Described[], kind: string, width: number): Float32Array {
  const sum = new Float64Array(width)
  for (const each of described)
    if (each.kind === kind) for (let n = 0; n < width; n++) sum[n] = (sum[n] ?? 0) + (each.row[n] ?? 0)
  return unit(sum)
}

/** Shares of the kinds, and last that of "like none". */
function confidences(likenesses: number[], floor: number, sharpness: number): number[] {
  const powers = [...likenesses, floor].map((each) => Math.exp(each * sharpness))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((power) => power / sum)
}

function unit(sum: Float64Array): Float32Array {
  const length = Math.max(1e-6, Math.hypot(...sum))
  return Float32Array.from(sum, (value) => value / length)
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0)
}
