import type { RecipeFacts } from '@nabij/base'
import { squash } from '../graph/head.ts'
import { largestMean } from '../learning/largest-mean.ts'
import { method } from '../method.ts'
import { correcting } from './constants.ts'

/** A part's ratio (graph/head.ts) from its distances, branch by branch. */
export function ratioOf(distances: Float32Array[], scales: number[]): number {
  return shares(distances, scales).reduce((sum, share) => sum + share, 0)
}

/** What each branch adds to the ratio. */
export function shares(distances: Float32Array[], scales: number[]): number[] {
  return distances.map((each, n) => largestMean(each) / (scales[n] ?? 1))
}

/** The score of a picture: that of its worst part; null when it has none. */
export function scoreOf(ratios: number[]): number | null {
  return ratios.length === 0 ? null : squash(Math.max(...ratios))
}

/** The ratio at the limit; without a limit that of a place that would show up as a region. */
export function limitRatio({ limit }: RecipeFacts): number {
  if (limit === null || limit >= 1) return method.loneMapRatio
  return Math.max(1e-3, Math.sqrt((method.squash * limit) / (1 - limit)))
}

/** What a part that was called bad must reach, and one that was called good must stay below. */
export function wanted(facts: RecipeFacts): { bad: number; good: number } {
  const ratio = limitRatio(facts)
  return { bad: ratio * correcting.beyond, good: ratio / correcting.beyond }
}
