import type { Latency, McNemar, Proportion } from '@nabij/base'

/** The 97.5th percentile of the normal distribution: 95 % between both sides. */
const z = 1.959963984540054

/** A share with Wilson's interval (E. B. Wilson, 1927): also right for few cases and for shares near 0 and 1. */
export function proportion(yes: number, n: number): Proportion {
  if (n === 0) return { n, yes, share: null, low: null, high: null }
  const share = yes / n
  const denominator = 1 + (z * z) / n
  const centre = (share + (z * z) / (2 * n)) / denominator
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  // At the ends the interval reaches them exactly; rounding must not put the share outside its own interval.
  return {
    n,
    yes,
    share,
    low: yes === 0 ? 0 : Math.min(share, centre - half),
    high: yes === n ? 1 : Math.max(share, centre + half),
  }
}

/** Cohen's kappa: agreement beyond what chance alone gives. Null where chance alone gives all of it. */
export function kappa(pairs: readonly (readonly [string, string])[]): number | null {
  const n = pairs.length
  if (n === 0) return null
  const words = new Set(pairs.flat())
  const agreed = pairs.filter(([a, b]) => a === b).length / n
  let chance = 0
  for (const word of words) {
    const first = pairs.filter(([a]) => a === word).length
    const second = pairs.filter(([, b]) => b === word).length
    chance += (first / n) * (second / n)
  }
  return chance >= 1 ? null : (agreed - chance) / (1 - chance)
}

/**
 * McNemar's test, exact and two-sided: whether two that judge the same cases differ by more than chance, from the cases in
 * which only one of them says yes.
 */
export function mcNemar(onlyCloud: number, onlyBox: number): McNemar {
  const n = onlyCloud + onlyBox
  const least = Math.min(onlyCloud, onlyBox)
  // Each term from the one before, in logarithms: 2^-n is nought for a computer when n is large.
  let log = -n * Math.LN2
  let tail = 0
  for (let k = 0; k <= least; k++) {
    tail += Math.exp(log)
    log += Math.log(n - k) - Math.log(k + 1)
  }
  return { onlyCloud, onlyBox, p: n === 0 ? 1 : Math.min(1, 2 * tail) }
}

/** Upper ends of the spread, in milliseconds. */
const ends = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000]

/** Nearest rank: a time that really occurred. */
export function latency(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
  const bounds = [...ends, Number.POSITIVE_INFINITY]
  const spread = bounds.map((end, place) => {
    const from = place === 0 ? Number.NEGATIVE_INFINITY : (bounds[place - 1] ?? 0)
    const n = sorted.filter((time) => time > from && time <= end).length
    return { upTo: Number.isFinite(end) ? end : null, n }
  })
  return {
    n: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: sorted.at(-1) ?? null,
    spread: spread.filter(({ n }) => n > 0),
  }
}
