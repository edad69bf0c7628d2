import {
  NabijError,
  type Part,
  type RecipeFacts,
  type StationSettings,
  usualSettings,
  type Verdict,
  type VerdictWord,
} from '@nabij/base'
import { unlikeReason } from '@nabij/vision'
import { isShare, limitOf } from './limit-of.ts'
import type { Inspection, PartInspection } from './ports.ts'

export interface Decision {
  verdict: VerdictWord
  /** Error code that explains "unsure"; null when it was judged. */
  reason: string | null
  /** 0 to 1; null when there is none that can be used. */
  score: number | null
  limit: number | null
  parts: Part[]
}

type Facts = Pick<RecipeFacts, 'limit'> &
  Partial<Pick<RecipeFacts, 'goodScores' | 'badScores' | 'oddOnes' | 'normal' | 'locate'>>
type Settings = Pick<StationSettings, 'limit' | 'band' | 'locate'>
type Judged = Pick<Decision, 'verdict' | 'reason' | 'score'>

/**
 * The verdict on one picture from what the executor answered about it (an inspection, or why there is none): that of
 * its worst part. "pass" is said only of a usable score clearly at or below a usable limit, on a picture that resembles
 * what was taught; everything else that is no "fail" is "unsure", with its reason.
 */
export function decide(answer: Inspection | NabijError, facts: Facts, settings: Settings = usualSettings): Decision {
  const limit = limitOf(facts, settings.limit)
  if (answer instanceof NabijError) return { ...unsure(answer.code), limit, parts: [] }
  const normal = { normal: facts.normal ?? null }
  const unlike = unlikeReason(normal, answer.look, null)
  const judge = ({ score, layers }: { score: number; layers: Verdict['layers'] }): Judged => {
    const word = wordOf(score, limit, settings.band)
    if (word.score === null) return word
    const reason = unlikeReason(normal, answer.look, layers)
    return reason ? unsure(reason, score) : word
  }
  const parts = answer.parts.map((part) => {
    const judged = judge(part)
    // Half a part looks broken, and a whole one may be broken where nobody sees it.
    const hidden = part.cut && judged.score !== null && judged.reason !== 'NABIJ_NO_LIMIT'
    return partOf(part, hidden ? unsure(unlike ?? 'NABIJ_PART_CUT_OFF', judged.score) : judged)
  })
  if (!facts.locate) return { ...judge(answer), limit, parts }
  const worst = parts.reduce<Part | null>((worst, part) => (worst && !isWorse(part, worst) ? worst : part), null)
  if (!worst) return { ...unsure(unlike ?? 'NABIJ_NO_PART'), limit, parts }
  const { verdict, reason, score } = worst
  const { exactly } = settings.locate
  if (verdict !== 'fail' && exactly !== null && parts.length !== exactly)
    return { ...unsure(unlike ?? 'NABIJ_OTHER_NUMBER_OF_PARTS', score), limit, parts }
  return { verdict, reason, score, limit, parts }
}

/** What a score alone says. */
export function wordOf(score: number | null, limit: number | null, band: number): Judged {
  if (!isShare(score)) return unsure('NABIJ_SCORE_UNUSABLE')
  if (!isShare(limit)) return unsure('NABIJ_NO_LIMIT', score)
  if (band > 0 && Math.abs(score - limit) <= band * limit) return unsure('NABIJ_NEAR_LIMIT', score)
  return { verdict: score > limit ? 'fail' : 'pass', reason: null, score }
}

function unsure(reason: string, score: number | null = null): Judged {
  return { verdict: 'unsure', reason, score }
}

function partOf({ box, outline, angle, cut, regions, layers }: PartInspection, judged: Judged): Part {
  return { box, outline, angle, cut, regions, layers, ...judged }
}

const severity: Record<VerdictWord, number> = { pass: 0, unsure: 1, fail: 2 }

/** One whose score cannot be used is the worst of the unsure ones. */
function isWorse(a: Part, b: Part): boolean {
  const difference = severity[a.verdict] - severity[b.verdict]
  return difference === 0 ? (a.score ?? 2) > (b.score ?? 2) : difference > 0
}
