import { randomOf } from '@nabij/simulators'
import { evaluate } from '@nabij/vision'

/** Scores of one draw on the same test photos. */
export interface Scores {
  good: number[]
  bad: number[]
}

const rounds = 1000

/**
 * Mean AUROC over draws with its 95 % interval: the test photos are drawn anew a thousand times (with replacement, good
 * and bad apart, the same for all draws), because a small test part is what makes a figure uncertain.
 */
export function meanAuroc(draws: Scores[]): { mean: number; low: number; high: number } {
  const [first] = draws
  if (!first) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN }
  const random = randomOf(20_261_125, 0)
  const again = (length: number) => Array.from({ length }, () => Math.floor(random.next() * length))
  const means: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [good, bad] = [again(first.good.length), again(first.bad.length)]
    const pick = (values: number[], places: number[]) => places.map((place) => values[place] ?? 0)
    means.push(meanOf(draws.map((draw) => aurocOf({ good: pick(draw.good, good), bad: pick(draw.bad, bad) }))))
  }
  means.sort((a, b) => a - b)
  const at = (share: number) => means[Math.floor(share * (rounds - 1))] ?? Number.NaN
  return { mean: meanOf(draws.map(aurocOf)), low: at(0.025), high: at(0.975) }
}

export function aurocOf({ good, bad }: Scores): number {
  return evaluate(good, bad, null).auroc ?? Number.NaN
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
