import type { RecipeFacts } from '@nabij/base'

/** What a limit would do, judged by the photos: shares of good parts refused and of bad parts missed. */
export interface TradeOffPoint {
  limit: number
  falseAlarms: number
  misses: number
}

/** What mistakes cost, in any one unit, and the share of parts that are bad (a half when it is not known). */
export interface CostOf {
  miss: number
  falseAlarm: number
  defectRate?: number
}

type Scores = Pick<RecipeFacts, 'goodScores' | 'badScores'>

/**
 * Every limit that makes a difference, rising: halfway between two neighbouring scores, and one above all.
 * False alarms fall along it, misses rise. Odd photos count: they were marked good. Empty without photos of either kind.
 */
export function tradeOff({ goodScores, badScores }: Scores): TradeOffPoint[] {
  if (goodScores.length === 0 || badScores.length === 0) return []
  const scores = [...new Set([...goodScores, ...badScores])].sort((a, b) => a - b)
  const limits = [0, ...scores].map((score, n) => (score + (scores[n] ?? 1)) / 2)
  return limits.map((limit) => ({
    limit,
    falseAlarms: share(goodScores, (score) => score > limit),
    misses: share(badScores, (score) => score <= limit),
  }))
}

/**
 * The limit whose mistakes cost least, halfway between two scores; of several that cost the same the lowest one: rather
 * a look too many than a miss. Null without photos of either kind, and when no mistake costs anything.
 */
export function limitByCost(facts: Scores, { miss, falseAlarm, defectRate = 0.5 }: CostOf): number | null {
  if (miss <= 0 && falseAlarm <= 0) return null
  const costs = tradeOff(facts).map(({ limit, falseAlarms, misses }) => ({
    limit,
    cost: misses * miss * defectRate + falseAlarms * falseAlarm * (1 - defectRate),
  }))
  const least = Math.min(...costs.map(({ cost }) => cost))
  return costs.find(({ cost }) => cost <= least + 1e-12)?.limit ?? null
}

function share(scores: number[], matches: (score: number) => boolean): number {
  return scores.filter(matches).length / scores.length
}
