import type { Candidate } from './candidates.ts'

/** Looked at, the most certain first, and kept at most: a model that sees something everywhere must not take minutes. */
const most = { looked: 3000, kept: 300 } as const

/** Of boxes of one label that share more than `overlap` of what they cover together, only the most certain stays. */
export function suppress(candidates: readonly Candidate[], overlap: number): Candidate[] {
  const kept: Candidate[] = []
  const sorted = candidates.toSorted((a, b) => b.score - a.score).slice(0, most.looked)
  for (const each of sorted) {
    if (kept.length >= most.kept) break
    if (!kept.some((other) => other.label === each.label && shared(each, other) > overlap)) kept.push(each)
  }
  return kept
}

/** What two boxes share of what they cover together, 0 to 1. */
function shared(a: Candidate, b: Candidate): number {
  const w = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)
  const h = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1)
  if (w <= 0 || h <= 0) return 0
  const size = ({ x1, y1, x2, y2 }: Candidate) => (x2 - x1) * (y2 - y1)
  return (w * h) / (size(a) + size(b) - w * h)
}
