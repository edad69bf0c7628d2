import { sample } from './sampling.ts'
import { joined, type Rows } from './tensors.ts'

/** Rows of several photos, in the order of the photos. */
export interface Bank {
  width: number
  /** Of each photo, its rows. */
  parts: Float32Array[]
}

/** The rows of each photo, thinned evenly over all when there are more than `most`. */
export function makeBank(parts: Float32Array[], width: number, most: number): Bank {
  const total = parts.reduce((sum, part) => sum + part.length / width, 0)
  if (total <= most) return { width, parts }
  const kept = sample(total, most)
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

/** All rows, or those of all photos but one. */
export function rowsOf({ width, parts }: Bank, without?: number): Rows {
  return { width, data: joined(parts.filter((_, photo) => photo !== without)) }
}
