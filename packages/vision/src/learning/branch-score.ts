import { meanOf } from '../averages.ts'
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

/** What a branch allows, and what it would allow each photo if that one (and its like) had not been taught. */
export interface Allowances {
  allowance: Allowance
  own: Allowance[]
}

/**
 * From photos' distances as if they had not been taught: by how much their scores rise where all of a photo is unlike.
 * A regression through the means; as `weightPhotos` photos that show no such thing would, it doubts what few say.
 * @param groups of each photo a number; photos of one number are left out together
 */
export function allowancesOf(photos: Float32Array[], groups: number[]): Allowances {
  const overall = photos.map(overallOf)
  const from = meanOf(overall)
  const deviation = Math.sqrt(meanOf(overall.map((value) => (value - from) ** 2)))
  const most = method.mostOverall * deviation
  if (!(most > 1e-6 * from)) return { allowance: noAllowance, own: photos.map(() => noAllowance) }
  const scores = photos.map(largestMean)
  const above = overall.map((value) => Math.min(most, Math.max(0, value - from)))
  const steepest = (method.steepest * meanOf(scores)) / from
  const without = (group: number | null): Allowance => {
    const kept = groups.flatMap((each, photo) => (each === group ? [] : [photo]))
    const slope = slopeOf(
      kept.map((photo) => above[photo] ?? 0),
      kept.map((photo) => scores[photo] ?? 0),
    )
    return { from, most, slope: Math.min(steepest, Math.max(0, slope)) }
  }
  const ofGroup = new Map([...new Set(groups)].map((group) => [group, without(group)]))
  return { allowance: without(null), own: groups.map((group) => ofGroup.get(group) ?? noAllowance) }
}

function slopeOf(xs: number[], ys: number[]): number {
  const [x, y] = [meanOf(xs), meanOf(ys)]
  const squares = xs.reduce((sum, value) => sum + (value - x) ** 2, 0)
  const products = xs.reduce((sum, value, n) => sum + (value - x) * ((ys[n] ?? 0) - y), 0)
  return squares > 0 ? products / (squares * (1 + method.weightPhotos / xs.length)) : 0
}
