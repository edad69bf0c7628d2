import { meanOf } from '../averages.ts'
import { method } from '../method.ts'

/** One branch: the leave-one-out scores of the photos, and the least that their mean may be. */
export interface BranchScores {
  scores: number[]
  least: number
}

/**
 * By what each branch's distances are divided, so that the branches' scores add up to the ratio of a part to the good
 * ones (1: as unlike as those are from each other). Branches weigh by the inverse variance of good photos' ratios, as
 * measurements of unequal precision do: the more good photos differ in a branch, the less it says. With few photos the
 * variance is hardly known, so some photos with the variance that the branches have on average are added to each.
 */
export function scalesOf(branches: BranchScores[]): number[] {
  const means = branches.map(({ scores, least }) => Math.max(least, meanOf(scores)))
  const spreads = branches.map(({ scores }, n) => squaresOf(scores.map((score) => score / (means[n] ?? 1))))
  const degrees = (branches[0]?.scores.length ?? 1) - 1
  const common = meanOf(spreads) / degrees
  // Below this there is only rounding.
  if (!(common > 1e-9)) return means.map((mean) => mean * branches.length)
  const weights = spreads.map((squares) => (degrees + method.weightPhotos) / (squares + common * method.weightPhotos))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return means.map((mean, n) => (mean * total) / (weights[n] ?? 1))
}

function squaresOf(values: number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
