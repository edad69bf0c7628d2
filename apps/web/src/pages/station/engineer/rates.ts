import type { Rate } from '@nabij/base'

const outside = 0.025
const steps = 60

/** The share `count` of `of` with its exact 95 % interval (Clopper and Pearson); null of nothing. */
export function rateOf(count: number, of: number): Rate | null {
  if (of === 0) return null
  const low = count === 0 ? 0 : bisect((share) => 1 - atMost(count - 1, of, share) < outside)
  const high = count === of ? 1 : bisect((share) => atMost(count, of, share) > outside)
  return { value: count / of, low, high, of }
}

/** The largest share for which `below` is still true. */
function bisect(below: (share: number) => boolean): number {
  let low = 0
  let high = 1
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (below(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Chance of at most `count` of `of` when each has the chance `share`. In logarithms: with thousands the powers vanish. */
function atMost(count: number, of: number, share: number): number {
  if (share <= 0) return 1
  if (share >= 1) return count >= of ? 1 : 0
  const odds = Math.log(share) - Math.log1p(-share)
  let term = of * Math.log1p(-share)
  let sum = Math.exp(term)
  for (let k = 1; k <= count; k++) {
    term += Math.log((of - k + 1) / k) + odds
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}
