/** How well scores tell good parts from bad ones. Shares are 0 to 1; null where there is nothing to count. */
export interface Evaluation {
  /** Chance that a bad part scores higher than a good one (ties count half): 0.5 is guessing, 1 is perfect. */
  auroc: number | null
  /** Share of good parts above the limit. */
  falseAlarmRate: number | null
  /** Share of bad parts not above the limit. */
  missRate: number | null
  limit: number | null
  nGood: number
  nBad: number
}

/** Compares the scores of parts that are known to be good and bad with each other and with the limit. */
export function evaluate(goodScores: number[], badScores: number[], limit: number | null): Evaluation {
  return {
    auroc: auroc(goodScores, badScores),
    falseAlarmRate: limit === null ? null : share(goodScores, (score) => score > limit),
    missRate: limit === null ? null : share(badScores, (score) => score <= limit),
    limit,
    nGood: goodScores.length,
    nBad: badScores.length,
  }
}

/** Area under the curve of true against false alarms, by ranks (Mann and Whitney). */
function auroc(good: number[], bad: number[]): number | null {
  if (good.length === 0 || bad.length === 0) return null
  const sorted = good.toSorted((a, b) => a - b)
  const wins = bad.reduce((sum, score) => sum + (below(sorted, score) + notAbove(sorted, score)) / 2, 0)
  return wins / (good.length * bad.length)
}

function below(sorted: number[], score: number): number {
  const index = sorted.findIndex((each) => each >= score)
  return index < 0 ? sorted.length : index
}

function notAbove(sorted: number[], score: number): number {
  const index = sorted.findIndex((each) => each > score)
  return index < 0 ? sorted.length : index
}

function share(scores: number[], matches: (score: number) => boolean): number | null {
  return scores.length === 0 ? null : scores.filter(matches).length / scores.length
}
