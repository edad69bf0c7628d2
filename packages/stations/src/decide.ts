import { NabijError, type RecipeFacts, type VerdictWord } from '@nabij/base'
import type { Inspection } from './ports.ts'

export interface Decision {
  verdict: VerdictWord
  /** Error code that explains "unsure"; null when it was judged. */
  reason: string | null
  /** 0 to 1; null when there is none that can be used. */
  score: number | null
  limit: number | null
}

/**
 * The verdict on one picture from what the executor answered about it (an inspection, or why there is none).
 * "pass" is said only of a usable score at or below a usable limit; everything else that is no "fail" is "unsure".
 */
export function decide(answer: Inspection | NabijError, facts: Pick<RecipeFacts, 'limit'>): Decision {
  const limit = isShare(facts.limit) ? facts.limit : null
  if (answer instanceof NabijError) return { verdict: 'unsure', reason: answer.code, score: null, limit }
  const { score } = answer
  if (!isShare(score)) return { verdict: 'unsure', reason: 'NABIJ_SCORE_UNUSABLE', score: null, limit }
  if (limit === null) return { verdict: 'unsure', reason: 'NABIJ_NO_LIMIT', score, limit }
  return { verdict: score > limit ? 'fail' : 'pass', reason: null, score, limit }
}

function isShare(value: number | null): value is number {
  return value !== null && value >= 0 && value <= 1
}
