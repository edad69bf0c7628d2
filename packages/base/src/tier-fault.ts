import { amountOf } from './amount.ts'
import type { Tier } from './shapes/price.ts'

/** Why a price's tiers give no single amount for each number of units; null when they do. */
export function tierFault(tiers: readonly Tier[]): string | null {
  let below = 0
  for (const [n, { upTo, price }] of tiers.entries()) {
    if (amountOf(price) === null) return `tier ${n + 1}: ${price} is no price`
    if (upTo === null) {
      if (n < tiers.length - 1) return `tier ${n + 1} is open, and ${tiers.length - 1 - n} follow it`
      continue
    }
    if (upTo <= below) return `tier ${n + 1} ends at ${upTo}, and the one before at ${below}`
    below = upTo
  }
  return tiers.length === 0 ? 'there is none' : null
}
