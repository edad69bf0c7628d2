import type { Rate, RecipeFacts, Station } from '@nabij/base'
import { rateOf } from './rates.ts'

export type Scores = Pick<RecipeFacts, 'goodScores' | 'badScores'> & Partial<Pick<RecipeFacts, 'oddOnes'>>
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

/** Every good photo counts: one that looks unlike the others is a good part that would be refused all the same. */
export function errorsAt(limit: number, { goodScores, badScores }: Scores): Errors {
  const falseAlarms = goodScores.filter((score) => score > limit).length
  const misses = badScores.filter((score) => score <= limit).length
  return {
    falseAlarms: rateOf(falseAlarms, goodScores.length),
    misses: rateOf(misses, badScores.length),
    counts: { falseAlarms, misses },
  }
}

/** What mistakes cost at this limit on one good and one bad part together, on average over the photos; euro cents. */
export function costAt(limit: number, { goodScores, badScores }: Scores, costs: Costs): number {
  const { falseAlarms, misses } = errorsAt(limit, { goodScores, badScores })
  return (falseAlarms?.value ?? 0) * costs.falseAlarm + (misses?.value ?? 0) * costs.miss
}

/**
 * The limit at which mistakes cost least, as the box chooses it: halfway between two scores, of equal ones the lowest, without odd photos.
 * Null without photos of bad parts (then everything passing costs nothing), and when no mistake costs anything.
 */
export function cheapestLimit(scores: Scores, costs: Costs): number | null {
  const { badScores, oddOnes } = scores
  const good = scores.goodScores.filter((_, index) => !oddOnes?.includes(index))
  if (good.length === 0 || badScores.length === 0 || (costs.miss <= 0 && costs.falseAlarm <= 0)) return null
  const edges = [...new Set([...good, ...badScores])].sort((a, b) => a - b)
  const limits = [0, ...edges].map((edge, index) => (edge + (edges[index] ?? 1)) / 2)
  const costOf = (limit: number): number => costAt(limit, { goodScores: good, badScores }, costs)
  return limits.reduce((best, limit) => (costOf(limit) < costOf(best) ? limit : best))
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
