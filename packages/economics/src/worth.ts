import { type Amount, divided } from '@nabij/base'
import type { CashFlow, FlowMonth } from './cash-flow.ts'
import { discountFactors, factorOne } from './discount.ts'

/** What is left of a month when the cloud's bill is gone: below nought when doing it here costs more. */
export function savingOf({ cloud, here, bought, brought }: FlowMonth): Amount {
  return cloud - here - bought + brought
}

/**
 * Net present value: -once + the sum of saving(t) / (1 + r)^(t/12), over so many months. At their end nothing is bought
 * for later.
 */
export function npv({ once, months }: CashFlow, horizon: number, discount: Amount): Amount {
  const within = months.slice(0, horizon)
  const savings = within.map((row, n) => savingOf(row) + (n === within.length - 1 ? row.bought : 0n))
  return presentValue(savings, discount) - once
}

/** Amounts at the end of month 1, 2, …, as they are worth at the beginning. */
export function presentValue(amounts: readonly Amount[], discount: Amount): Amount {
  const factors = discountFactors(discount, amounts.length)
  return divided(
    amounts.reduce((sum, amount, n) => sum + amount * (factors[n + 1] ?? 0n), 0n),
    factorOne,
  )
}

/** Savings less what was bought, up to and with each month, from month 0 on. */
export function cumulative({ once, months }: CashFlow, discount: Amount | null): Amount[] {
  const factors = discount === null ? [] : discountFactors(discount, months.length)
  let sum = -once
  const sums = [sum]
  for (const row of months) {
    const saving = savingOf(row)
    sum += discount === null ? saving : divided(saving * (factors[row.month] ?? 0n), factorOne)
    sums.push(sum)
  }
  return sums
}

/**
 * The first month in which what was bought is earned back and stays so, before the hardware is worn out; null: never.
 * @param discount null for the simple pay-back, in which a euro of later is worth as much as one of now
 */
export function payBack(flow: CashFlow, lifetime: number, discount: Amount | null): number | null {
  // What is bought again at the end of its life is another investment.
  const months = flow.months.slice(0, lifetime).map((row) => ({ ...row, bought: 0n }))
  const sums = cumulative({ once: flow.once, months }, discount)
  const last = sums.findLastIndex((sum) => sum < 0n)
  return last === sums.length - 1 ? null : last + 1
}
