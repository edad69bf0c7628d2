import type { Verdict } from '@nabij/base'

export type Outcome = 'right' | 'missed' | 'alarm' | 'unsure'

/** How a verdict compares with what is known to be true; null when nothing is known. */
export function outcomeOf({ verdict, truth }: Verdict): Outcome | null {
  if (!truth) return null
  if (verdict === 'unsure') return 'unsure'
  const bad = truth.defect !== null
  if (bad === (verdict === 'fail')) return 'right'
  return bad ? 'missed' : 'alarm'
}

/** How often each outcome occurs among these verdicts. */
export function countOutcomes(verdicts: Verdict[]): Record<Outcome, number> & { n: number } {
  const counts = { right: 0, missed: 0, alarm: 0, unsure: 0, n: 0 }
  for (const verdict of verdicts) {
    const outcome = outcomeOf(verdict)
    if (!outcome) continue
    counts[outcome] += 1
    counts.n += 1
  }
  return counts
}
