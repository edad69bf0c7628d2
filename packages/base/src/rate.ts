import type { Rate } from './shapes/recipe.ts'

const tail = 0.025

/** A share with its 95 % interval, whatever the true share is (Clopper and Pearson 1934). Of nothing: 0 to 1. */
export function rateOf(hits: number, of: number): Rate {
  if (of === 0) return { value: 0, low: 0, high: 1, of }
  const low = hits === 0 ? 0 : shareWhere((share) => 1 - atMost(hits - 1, of, share) < tail)
  const high = hits === of ? 1 : shareWhere((share) => atMost(hits, of, share) > tail)
  return { value: hits / of, low, high, of }
}

/** The share up to which `holds` is true, by halving. */
export function shareWhere(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let round = 0; round < 60; round++) {
    const share = (low + high) / 2
    if (holds(share)) low = share
    else high = share
  }
  return high
}

/** Chance that of `of` independent cases at most `hits` occur, each with a chance of `share`. */
export function atMost(hits: number, of: number, share: number): number {
  if (share <= 0 || hits >= of) return 1
  if (share >= 1) return 0
  const odds = Math.log(share / (1 - share))
  let logTerm = of * Math.log(1 - share)
  let sum = Math.exp(logTerm)
  for (let k = 1; k <= hits; k++) {
    logTerm += Math.log((of - k + 1) / k) + odds
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}
