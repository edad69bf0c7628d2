import type { Drift, RecipeFacts } from '@nabij/base'
import type { Inspection } from './ports.ts'

/**
 * Exponentially weighted means of what pictures look like, against what was taught. A mean weighs the last `1 / weight`
 * pictures or so. The numbers were chosen with drift.test.ts on simulated stations: see README.md.
 */
export const weight = 0.02
/** Light: how far the mean lies towards the edge of what is normal (1), at which a person is asked. */
const lightLimit = 0.75
/** Scores: standard deviations of the taught scores, plus those by which a mean of n taught photos may be off itself. */
const scoreLimit = { always: 0.6, ofMean: 3 }
/** It is over at this share of what began it, so that it does not come and go. */
const backShare = 0.7
/** One picture counts for no more than this: a hand before the lens is no drift. */
const most = { light: 2, score: 3 }

const subjects = ['brightness', 'contrast', 'sharpness', 'score'] as const
type Subject = (typeof subjects)[number]

type Facts = Pick<RecipeFacts, 'normal' | 'goodScores' | 'oddOnes'>

/** The means of one taught version. */
export interface DriftWatch {
  /** A picture was judged; `score` when it passed. */
  saw(look: Inspection['look'], score: number | null, at: number): void
  drift(): Drift | null
}

/** `before` is what was known when the box stopped: it goes on from there. */
export function watchDrift(facts: Facts, before: Drift | null = null): DriftWatch {
  const scales = scalesOf(facts)
  const means = new Map<Subject, number>()
  let drift = before && scales[before.of] ? before : null
  if (drift) means.set(drift.of, edge(drift))

  function edge({ of, direction }: Drift): number {
    return (scales[of]?.limit ?? 0) * (direction === 'up' ? 1 : -1)
  }

  function add(of: Subject, value: number): void {
    const scale = scales[of]
    if (!scale || !Number.isFinite(value)) return
    const off = Math.max(-scale.most, Math.min(scale.most, (value - scale.middle) / scale.unit))
    means.set(of, (means.get(of) ?? 0) * (1 - weight) + off * weight)
  }

  function update(at: number): void {
    if (drift) {
      const mean = means.get(drift.of) ?? 0
      if (mean / edge(drift) >= backShare) return
    }
    const now = subjects.find((of) => Math.abs(means.get(of) ?? 0) > (scales[of]?.limit ?? Number.POSITIVE_INFINITY))
    drift = now ? { of: now, direction: (means.get(now) ?? 0) > 0 ? 'up' : 'down', since: at } : null
  }

  return {
    saw(look, score, at) {
      for (const what of ['brightness', 'contrast', 'sharpness'] as const) add(what, look[what])
      if (score !== null) add('score', score)
      update(at)
    },
    drift: () => drift,
  }
}

interface Scale {
  middle: number
  unit: number
  limit: number
  most: number
}

function scalesOf({ normal, goodScores, oddOnes }: Facts): Partial<Record<Subject, Scale>> {
  const scales: Partial<Record<Subject, Scale>> = {}
  for (const what of ['brightness', 'contrast', 'sharpness'] as const) {
    const [low, high] = normal?.[what] ?? [0, 0]
    if (high > low)
      scales[what] = { middle: (low + high) / 2, unit: (high - low) / 2, limit: lightLimit, most: most.light }
  }
  const scores = goodScores.filter((_, index) => !oddOnes.includes(index))
  const middle = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const unit = Math.sqrt(scores.reduce((sum, score) => sum + (score - middle) ** 2, 0) / (scores.length - 1))
  const limit = scoreLimit.always + scoreLimit.ofMean / Math.sqrt(scores.length)
  // Of a few scores nobody knows how far they usually lie apart.
  if (scores.length >= 10 && unit > 0) scales.score = { middle, unit, limit, most: most.score }
  return scales
}
