import { method } from '../method.ts'

/**
 * What a branch takes off its score because the picture is a little unlike everywhere: weaker light or focus moves all
 * places, a defect only some. Above `from` the spread of a picture counts `slope` times, up to `most` above it. In units of
 * the branch's distances.
 */
export interface Allowance {
  from: number
  most: number
  slope: number
}

export const noAllowance: Allowance = { from: 0, most: 0, slope: 0 }

/** The mean of the largest distances. */
export function largestMean(distances: Float32Array): number {
  const largest = distances.toSorted((a, b) => b - a).subarray(0, method.largest)
  return largest.reduce((sum, value) => sum + value, 0) / largest.length
}

/** How unlike a picture is everywhere: the fourth root of the mean fourth power of its distances. */
export function overallOf(distances: Float32Array): number {
  return (distances.reduce((sum, value) => sum + value ** 4, 0) / distances.length) ** (1 / 4)
}

/** What comes off a branch's score. */
export function allowed(distances: Float32Array, { from, most, slope }: Allowance): number {
  return slope === 0 ? 0 : slope * Math.min(most, Math.max(0, overallOf(distances) - from))
}

/** A branch's score, before it is divided by its scale. The nodes of graph/head.ts do the same. */
export function branchScore(distances: Float32Array, allowance: Allowance): number {
  return largestMean(distances) - allowed(distances, allowance)
}

/**
 * From photos' distances as if they had not been taught: by how much their scores rise where all of a photo is unlike.
 * A regression through the means; as `weightPhotos` photos that show no such thing would, it doubts what few say.
 */
export function allowanceOf(photos: Float32Array[]): Allowance {
  const overall = photos.map(overallOf)
  const from = meanOf(overall)
  const deviation = Math.sqrt(meanOf(overall.map((value) => (value - from) ** 2)))
  const most = method.mostOverall * deviation
  if (!(most > 1e-6 * from)) return noAllowance
  const scores = photos.map(largestMean)
  const above = overall.map((value) => Math.min(most, Math.max(0, value - from)))
  const [usual, score] = [meanOf(above), meanOf(scores)]
  const squares = above.reduce((sum, value) => sum + (value - usual) ** 2, 0)
  const products = above.reduce((sum, value, n) => sum + (value - usual) * ((scores[n] ?? 0) - score), 0)
  const slope = products / (squares * (1 + method.weightPhotos / photos.length))
  return { from, most, slope: Math.min(score / from, Math.max(0, slope)) }
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
