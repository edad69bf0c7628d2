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
export function meterCost(price: Price, units: Amount): MeterCost {
  const amount = meterAmount(price, units)
  const steps = partsOf(price)
    .filter(({ from }) => from < units)
    .map((part) => {
      const within = (part.to === null || units < part.to ? units : part.to) - part.from
      return { units: within, price: part.price, amount: costOf(within, part, price) }
    })
  return { amount, steps }
}

/** The same without its steps, for whoever asks it thousands of times. */
export function meterAmount(price: Price, units: Amount): Amount {
  const { id } = price
  if (units < 0n) throw new NabijError('NABIJ_NO_QUANTITY', { where: id, value: (units / oneWhole).toString() })
  if (units === 0n) return 0n
  const part = partsOf(price).find(({ to }) => to === null || units <= to)
  if (part) return part.before + costOf(units - part.from, part, price)
  const most = price.tiers?.at(-1)?.upTo ?? 0
  throw new NabijError('NABIJ_PRICE_LIMIT', { id, most, asked: (units / oneWhole).toString() })
}

/** A stretch of a month's units with one price. */
interface Part {
  from: Amount
  to: Amount | null
  price: string
  each: Amount
  /** What all units before it cost. */
  before: Amount
}

/** Checked and read once: a case asks for the same price thousands of times. */
const known = new WeakMap<Price, Part[]>()

function partsOf(price: Price): Part[] {
  const found = known.get(price)
  if (found) return found
  const { id, tiers, freeTier } = price
  if (tiers === null) throw new NabijError('NABIJ_PRICE_NOT_KNOWN', { id })
  const fault = tierFault(tiers)
  if (fault !== null) throw new NabijError('NABIJ_PRICE_TIERS', { id, reason: fault })
  const parts: Part[] = []
  const add = (to: Amount | null, text: string) => {
    const last = parts.at(-1)
    const from = last?.to ?? 0n
    if (to !== null && to <= from) return
    const before = last ? last.before + costOf(from - last.from, last, price) : 0n
    parts.push({ from, to, price: text, each: quantity(text, id), before })
  }
  if (freeTier) add(BigInt(freeTier.units) * oneWhole, '0')
  for (const { upTo, price: text } of tiers) add(upTo === null ? null : BigInt(upTo) * oneWhole, text)
  known.set(price, parts)
  return parts
}

function costOf(units: Amount, { each }: Pick<Part, 'each'>, { per }: Price): Amount {
  return divided(units * each, oneWhole * BigInt(per))
}
