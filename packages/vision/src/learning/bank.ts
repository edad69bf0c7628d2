import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { sample } from './sampling.ts'
import { openLocalSearch } from './search-models.ts'
import { joined, type Rows } from './tensors.ts'

/** Rows of several photos, in the order of the photos. */
export interface Bank {
  width: number
  /** Of each photo, its rows. */
  parts: Float32Array[]
}

/** The rows of each photo, thinned evenly over all when there are more than `most`. */
export function evenBank(parts: Float32Array[], width: number, most: number): Bank {
  const total = countOf(parts, width)
  return total <= most ? { width, parts } : withRows(parts, width, sample(total, most))
}

/**
 * The same, but an even sample is only a quarter of it: the rest are the rows that lie farthest from that sample.
 * Most rows show the belt, again and again; rare ones are what an even sample loses, and what later looks like a defect.
 */
export async function rareBank(
  runtime: ModelRuntime,
  parts: Float32Array[],
  width: number,
  most: number,
  signal: AbortSignal,
): Promise<Bank> {
  const total = countOf(parts, width)
  if (total <= most) return { width, parts }
  const even = sample(total, Math.round(most * method.evenShare))
  const bank = rowsOf(withRows(parts, width, even))
  const search = await openLocalSearch(runtime, width)
  try {
    const distances: Float32Array[] = []
    for (const data of parts) {
      signal.throwIfAborted()
      distances.push(await search.distances({ width, data }, bank))
    }
    const kept = new Set(even)
    const far = joined(distances)
    const farthest = Array.from(far.keys()).sort((a, b) => (far[b] ?? 0) - (far[a] ?? 0))
    for (const row of farthest) if (kept.size < most) kept.add(row)
    return withRows(
      parts,
      width,
      [...kept].sort((a, b) => a - b),
    )
  } finally {
    await search.close()
  }
}

/** All rows, or those of the photos that are wanted. */
export function rowsOf({ width, parts }: Bank, wanted: (photo: number) => boolean = () => true): Rows {
  return { width, data: joined(parts.filter((_, photo) => wanted(photo))) }
}

function countOf(parts: Float32Array[], width: number): number {
  return parts.reduce((sum, part) => sum + part.length / width, 0)
}

/** Only the rows that are named (counted over all photos, rising). */
function withRows(parts: Float32Array[], width: number, kept: number[]): Bank {
  let [first, next] = [0, 0]
  return {
    width,
    parts: parts.map((part) => {
      const end = first + part.length / width
      const start = next
      while (next < kept.length && (kept[next] ?? 0) < end) next++
      const rows = kept.slice(start, next).map((row) => part.subarray((row - first) * width, (row - first + 1) * width))
      first = end
      return joined(rows)
    }),
  }
}
