import type { BranchView } from '../views.ts'

/** How much more the most unlike places count: a place half as unlike as the most unlike one weighs 1/256. */
export const placePower = 8

/**
 * What a defect looks like: in each branch the mean of the part's rows, each weighing as the 8th power of its distance to
 * good parts, scaled to length one; one branch after the other. As the nodes of graph/kinds.ts do.
 */
export function descriptorOf(part: readonly BranchView[]): Float64Array {
  const branches = part.map(({ rows, distances }) => {
    const width = rows.length / distances.length
    const largest = distances.reduce((a, b) => Math.max(a, b), 0)
    const sum = new Float64Array(width)
    for (const [place, distance] of distances.entries()) {
      const weight = (distance / largest) ** placePower
      for (let n = 0; n < width; n++) sum[n] = (sum[n] ?? 0) + weight * (rows[place * width + n] ?? 0)
    }
    const mean = sum.map((value) => value / distances.length)
    const length = Math.max(1e-6, Math.hypot(...mean))
    return mean.map((value) => value / length)
  })
  const joined = new Float64Array(branches.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const branch of branches) {
    joined.set(branch, at)
    at += branch.length
  }
  return joined
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let n = 0; n < a.length; n++) sum += (a[n] ?? 0) * (b[n] ?? 0)
  return sum
}
