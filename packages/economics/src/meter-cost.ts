import { type Amount, divided, NabijError, oneWhole, type Price, tierFault } from '@nabij/base'
import { quantity } from './quantity.ts'

/** One tier's part of a month. */
export interface MeterStep {
  /** Units of this month in the tier. */
  units: Amount
  /** For `per` units; 0 of those that cost nothing. */
  price: string
  amount: Amount
}

export interface MeterCost {
  /** In the price's own currency. */
  amount: Amount
  steps: MeterStep[]
}

/**
 * What so many units cost in one month and region: each part at the price of its own tier, the free ones first.
 * @throws NabijError NABIJ_PRICE_NOT_KNOWN, NABIJ_PRICE_TIERS, NABIJ_PRICE_LIMIT, NABIJ_NO_QUANTITY
 */
export function meterCost({ id, per, tiers, freeTier }: Price, units: Amount): MeterCost {
  if (units < 0n) throw new NabijError('NABIJ_NO_QUANTITY', { where: id, value: (units / oneWhole).toString() })
  if (tiers === null) throw new NabijError('NABIJ_PRICE_NOT_KNOWN', { id })
  const fault = tierFault(tiers)
  if (fault !== null) throw new NabijError('NABIJ_PRICE_TIERS', { id, reason: fault })
  const free = BigInt(freeTier?.units ?? 0) * oneWhole
  const steps: MeterStep[] = []
  let done = units < free ? units : free
  if (done > 0n) steps.push({ units: done, price: '0', amount: 0n })
  for (const { upTo, price } of tiers) {
    const end = upTo === null ? units : smaller(units, BigInt(upTo) * oneWhole)
    if (end <= done) continue
    const here = end - done
    steps.push({ units: here, price, amount: divided(here * quantity(price, id), oneWhole * BigInt(per)) })
    done = end
  }
  if (done < units) {
    const most = tiers.at(-1)?.upTo ?? 0
    throw new NabijError('NABIJ_PRICE_LIMIT', { id, most, asked: (units / oneWhole).toString() })
  }
  return { amount: steps.reduce((sum, step) => sum + step.amount, 0n), steps }
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
