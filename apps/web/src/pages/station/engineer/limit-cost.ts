import type { Rate, RecipeFacts, Station } from '@nabij/base'
import { rateOf } from './rates.ts'

export type Scores = Pick<RecipeFacts, 'goodScores' | 'badScores'>
export interface Costs {
  /** Euro cents for one bad part that passes. */
  miss: number
  /** Euro cents for one good part that is refused. */
  falseAlarm: number
}

/** What a limit does to the photos: good ones refused, bad ones missed. Null where there are none. */
export interface Errors {
  falseAlarms: Rate | null
  misses: Rate | null
  counts: { falseAlarms: number; misses: number }
}

export function errorsAt(limit: number, { goodScores, badScores }: Scores): Errors {
  const falseAlarms = goodScores.filter((score) => score > limit).length
  const misses = badScores.filter((score) => score <= limit).length
  return {
    falseAlarms: rateOf(falseAlarms, goodScores.length),
    misses: rateOf(misses, badScores.length),
    counts: { falseAlarms, misses },
  }
}

/** What the mistakes on the photos would cost at this limit, in euro cents. */
export function costAt(limit: number, scores: Scores, costs: Costs): number {
  const { falseAlarms, misses } = errorsAt(limit, scores).counts
  return falseAlarms * costs.falseAlarm + misses * costs.miss
}

/**
 * The limit at which the mistakes on the photos cost least; of a stretch that costs the same, its middle. Null without
 * photos of bad parts: then everything passing costs nothing.
 */
export function cheapestLimit(scores: Scores, costs: Costs): number | null {
  const { goodScores, badScores } = scores
  if (goodScores.length === 0 || badScores.length === 0) return null
  const edges = [...new Set([0, ...goodScores, ...badScores, 1])].sort((a, b) => a - b)
  let best = { cost: Number.POSITIVE_INFINITY, limit: 1 }
  for (const [index, edge] of edges.entries()) {
    const next = edges[index + 1]
    if (next === undefined) break
    const limit = (edge + next) / 2
    const cost = costAt(limit, scores, costs)
    if (cost < best.cost) best = { cost, limit }
  }
  return best.limit
}

/** The limit that a station judges with now; null when nothing is known of one. */
export function limitInForce({ recipe, settings, lastVerdict }: Station): number | null {
  const { limit } = settings
  if (!recipe) return null
  if (limit.by === 'hand') return limit.value
  if (limit.by === 'photos') return recipe.facts.limit
  // By cost the box chooses it; its last verdict says which it was.
  if (lastVerdict?.recipeId === recipe.id && lastVerdict.limit !== null) return lastVerdict.limit
  return cheapestLimit(recipe.facts, limit) ?? recipe.facts.limit
}
