import type { RecipeFacts, StationSettings } from '@nabij/base'

type LimitFacts = Pick<RecipeFacts, 'limit'> & Partial<Pick<RecipeFacts, 'goodScores' | 'badScores' | 'oddOnes'>>

/**
 * The limit that a station judges with: from the photos, set by hand, or the one whose mistakes cost least. Null when
 * there is none. Costs without photos of bad parts say nothing: then it is the limit from the photos.
 */
export function limitOf(facts: LimitFacts, by: StationSettings['limit']): number | null {
  if (by.by === 'hand') return by.value
  const fromPhotos = isShare(facts.limit) ? facts.limit : null
  if (by.by === 'photos') return fromPhotos
  const good = (facts.goodScores ?? []).filter((_, index) => !facts.oddOnes?.includes(index))
  return limitByCost(good, facts.badScores ?? [], by) ?? fromPhotos
}

/**
 * The limit at which a good and a bad part together cost least: halfway between two scores, so that it stays as far
 * from both as it can. Null without scores of either kind.
 */
export function limitByCost(
  good: readonly number[],
  bad: readonly number[],
  cost: { miss: number; falseAlarm: number },
): number | null {
  if (good.length === 0 || bad.length === 0) return null
  const scores = [...new Set([...good, ...bad])].sort((a, b) => a - b)
  const limits = [0, ...scores.slice(1).map((score, index) => (score + (scores[index] ?? score)) / 2), 1]
  const costOf = (limit: number): number =>
    cost.miss * shareOf(bad, (score) => score <= limit) + cost.falseAlarm * shareOf(good, (score) => score > limit)
  // Of equal costs the lowest limit: rather a look too many than a miss.
  return limits.reduce((best, limit) => (costOf(limit) < costOf(best) ? limit : best))
}

function shareOf(scores: readonly number[], is: (score: number) => boolean): number {
  return scores.filter(is).length / scores.length
}

export function isShare(value: number | null): value is number {
  return value !== null && value >= 0 && value <= 1
}
