import type { Origin, RegisterSummary } from '@nabij/base'

export interface Shares {
  /** Of what: euros where any are known, else the number of services. */
  of: 'euros' | 'services'
  parts: { origin: Origin; share: number }[]
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
  const parts = amounts.map(([origin, amount]) => ({ origin, share: amount / whole }))
  return { of: isPaid ? 'euros' : 'services', parts, outside: parts[0]?.share ?? 0 }
}
