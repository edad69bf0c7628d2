import type { Verdict } from '@nabij/base'

/**
 * How sure a verdict is on a scale on which old clients expect one, 0.5 to 1: 0.5 at the limit, 1 at the far end. It is the
 * distance to the limit, not a probability; without score or limit it is 0.5.
 */
export function certaintyOf({ score, limit }: Pick<Verdict, 'score' | 'limit'>): number {
  if (score === null || limit === null || limit <= 0 || limit >= 1) return 0.5
  const far = score > limit ? (score - limit) / (1 - limit) : (limit - score) / limit
  return 0.5 + far / 2
}
