import type { Origin, RegisterSummary } from '@nabij/base'

export interface Shares {
  /** Of what: euros where any are known, else the number of services. */
  of: 'euros' | 'services'
  /** Of 0–1, and as whole percents that add up to a hundred. */
  parts: { origin: Origin; share: number; percent: number }[]
  outside: number
}

/** How the whole is divided; null with an empty register. Shares of 0–1 that add up to one. */
export function sharesOf(summary: RegisterSummary): Shares | null {
  if (summary.services === 0) return null
  const { europe, outside, unknownOwner } = summary
  const isPaid = summary.costPerYear > 0
  const amounts: [Origin, number][] = isPaid
    ? [
        ['outside', summary.outsideCost],
        ['europe', summary.europeCost],
        ['unknown', summary.unknownCost],
      ]
    : [
        ['outside', outside],
        ['europe', europe],
        ['unknown', unknownOwner],
      ]
  const whole = amounts.reduce((sum, [, amount]) => sum + amount, 0)
  if (whole <= 0) return null
  const percents = wholePercents(amounts.map(([, amount]) => amount / whole))
  const parts = amounts.map(([origin, amount], at) => ({ origin, share: amount / whole, percent: percents[at] ?? 0 }))
  return { of: isPaid ? 'euros' : 'services', parts, outside: parts[0]?.share ?? 0 }
}

/** Rounded so that they add up to a hundred: what rounding takes goes to the largest remainders. */
function wholePercents(shares: readonly number[]): number[] {
  const percents = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const left = 100 - percents.reduce((sum, percent) => sum + percent, 0)
  const byRemainder = shares
    .map((share, at) => ({ at, remainder: share * 100 - (percents[at] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { at } of byRemainder.slice(0, left)) percents[at] = (percents[at] ?? 0) + 1
  return percents
}
