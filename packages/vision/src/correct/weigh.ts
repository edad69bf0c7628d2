import type { RecipeFacts } from '@nabij/base'
import { squash } from '../graph/head.ts'
import { type Allowance, allowed, largestMean } from '../learning/branch-score.ts'
import { method } from '../method.ts'
import { correcting } from './constants.ts'

interface Weighed {
  scale: number
  allowance: Allowance
}

/**
 * A part's ratio (graph/head.ts) from its distances, branch by branch.
 * @param good to good rows, where a person's words raised the distances
 */
export function ratioOf(branches: Weighed[], distances: Float32Array[], good = distances): number {
  const raw = shares(branches, distances).reduce((sum, share) => sum + share, 0)
  return Math.max(0, raw - allowedIn(branches, good))
}

/** What comes off the ratio since the picture is a little unlike everywhere. */
export function allowedIn(branches: Weighed[], good: Float32Array[]): number {
  return branches.reduce((sum, { scale, allowance }, n) => sum + allowed(good[n] ?? none, allowance) / scale, 0)
}

const none = Float32Array.of(0)

/** What each branch adds to the ratio, before anything comes off. */
export function shares(branches: Weighed[], distances: Float32Array[]): number[] {
  return distances.map((each, n) => largestMean(each) / (branches[n]?.scale ?? 1))
}

/** The score of a picture: that of its worst part; null when it has none. */
export function scoreOf(ratios: number[]): number | null {
  return ratios.length === 0 ? null : squash(Math.max(...ratios))
}

/** The limit that is judged with, and the share of it on either side in which a verdict is unsure. */
export interface LimitUsed {
  value: number
  band: number
}

/**
 * The ratio that a part that was called bad must reach, and that at which one that was called good must stay: a fifth
 * beyond the limit, and outside of the band of "unsure". Without a limit it is a usual one.
 */
export function wanted({ limit }: RecipeFacts, used: LimitUsed | null = null): { bad: number; good: number } {
  const { value, band } = used ?? { value: limit ?? 1, band: 0 }
  const ratio = value >= 1 ? method.loneScoreRatio : ratioAt(value)
  if (value >= 1 || band === 0) return { bad: ratio * correcting.beyond, good: ratio / correcting.beyond }
  const [above, below] = [value * (1 + band * bandBeyond), value * (1 - band * bandBeyond)]
  return {
    bad: Math.max(ratio * correcting.beyond, ratioAt(Math.min(above, highest))),
    good: Math.min(ratio / correcting.beyond, ratioAt(below)),
  }
}

/** A score just at the edge of the band is still unsure; and no score reaches 1. */
const bandBeyond = 1.1
const highest = 0.99

/** The ratio of a score: the other way round as graph/head.ts. */
function ratioAt(score: number): number {
  return Math.max(1e-3, Math.sqrt((method.squash * Math.max(0, score)) / (1 - score)))
}
