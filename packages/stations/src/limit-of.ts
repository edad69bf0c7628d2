import type { RecipeFacts, StationSettings } from '@nabij/base'
import { limitByCost } from '@nabij/vision'

type LimitFacts = Pick<RecipeFacts, 'limit'> & Partial<Pick<RecipeFacts, 'goodScores' | 'badScores' | 'oddOnes'>>

/**
 * The limit that a station judges with: from the photos, set by hand, or the one whose mistakes cost least. Null when
 * there is none. Costs without photos of bad parts say nothing: then it is the limit from the photos.
 */
export function limitOf(facts: LimitFacts, by: StationSettings['limit']): number | null {
  if (by.by === 'hand') return by.value
  const fromPhotos = isShare(facts.limit) ? facts.limit : null
  if (by.by === 'photos') return fromPhotos
  const goodScores = (facts.goodScores ?? []).filter((_, index) => !facts.oddOnes?.includes(index))
  return limitByCost({ goodScores, badScores: facts.badScores ?? [] }, by) ?? fromPhotos
}

export function isShare(value: number | null): value is number {
  return value !== null && value >= 0 && value <= 1
}
