import { certaintyOf } from './certainty.ts'
import type { DialectResult, Label } from './dialect.ts'

/**
 * What was recognised, the most certain first. A verdict is two labels, good and bad (or its kind), that add up to 1; where
 * boxes are asked it is a box of each region of a part that is not good.
 */
export function labelsOf(result: DialectResult, wants: 'labels' | 'boxes'): Label[] {
  if (result.kind === 'labels') return result.labels.toSorted((a, b) => b.score - a.score)
  if (result.kind !== 'verdict') return []
  const { verdict, names } = result
  const certainty = certaintyOf(verdict)
  const bad = verdict.verdict === 'pass' ? 1 - certainty : certainty
  const name = verdict.kind?.name ?? names.bad
  if (wants === 'labels') {
    const both = [
      { name, score: bad, box: null },
      { name: names.good, score: 1 - bad, box: null },
    ]
    // At the limit both are as certain: what was decided goes first.
    return verdict.verdict === 'pass' ? both.reverse() : both
  }
  if (verdict.verdict === 'pass') return []
  return verdict.regions
    .map(({ x, y, w, h }) => ({ name, score: bad, box: { x, y, w, h } }))
    .sort((a, b) => b.score - a.score)
}

/** The most certain ones, as many as were asked. */
export function asked(labels: Label[], { least, most }: { least: number; most: number }): Label[] {
  return labels.filter(({ score }) => score >= least).slice(0, most)
}
