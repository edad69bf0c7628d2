import type { BranchView } from './views.ts'

/**
 * Places of a good part that are to join the bank, farthest first, until each of its places lies within `explained` of
 * the bank or of a chosen one. The same input gives the same list.
 */
export function unexplained(view: BranchView, distances: Float32Array, explained: number, most: number): number[] {
  const { rows } = view
  const width = rows.length / distances.length
  const left = distances.slice()
  const chosen: number[] = []
  while (chosen.length < most) {
    const place = highest(left)
    if (!((left[place] ?? 0) > explained)) break
    chosen.push(place)
    for (let other = 0; other < left.length; other++) {
      const before = left[other] ?? 0
      if (before > explained) left[other] = Math.min(before, distance(rows, place, other, width))
    }
    left[place] = 0
  }
  return chosen
}

/** Places of a defect: the largest distances, at least `least` of them, at most `most`, highest first. */
export function standingOut(distances: Float32Array, share: number, least: number, most: number): number[] {
  const order = Array.from(distances.keys()).sort((a, b) => (distances[b] ?? 0) - (distances[a] ?? 0) || a - b)
  const peak = distances[order[0] ?? 0] ?? 0
  return order.slice(0, most).filter((place, n) => n < least || (distances[place] ?? 0) >= share * peak)
}

export function rowsAt(rows: Float32Array, places: number[], width: number): Float32Array {
  const out = new Float32Array(places.length * width)
  for (const [n, place] of places.entries()) out.set(rows.subarray(place * width, (place + 1) * width), n * width)
  return out
}

function highest(values: Float32Array): number {
  let best = 0
  for (let n = 1; n < values.length; n++) if ((values[n] ?? 0) > (values[best] ?? 0)) best = n
  return best
}

function distance(rows: Float32Array, a: number, b: number, width: number): number {
  let sum = 0
  for (let n = 0; n < width; n++) sum += ((rows[a * width + n] ?? 0) - (rows[b * width + n] ?? 0)) ** 2
  return Math.sqrt(sum)
}
