const bins = 32

/** Counts scores in equal bins from 0 to `top`; the limit, if any, always lies within. `given` is a top that was chosen already. */
export function binScores(scores: number[], limit: number | null, given?: number): { top: number; counts: number[] } {
  const top = given ?? Math.min(1, Math.max(0.1, 1.3 * (limit ?? 0), ...scores.map((score) => score * 1.02)))
  const counts = Array.from({ length: bins }, () => 0)
  for (const score of scores) {
    const bin = Math.min(bins - 1, Math.floor((score / top) * bins))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { top, counts }
}
