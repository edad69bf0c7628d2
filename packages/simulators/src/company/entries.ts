import { type Random, randomOf } from '../random.ts'
import { otherPayees, type Subscription, subscriptions } from './ledger.ts'

export interface Entry {
  /** YYYY-MM-DD */
  day: string
  payee: string
  account: string
  remittance: string
  /** Euro cents, always paid out. */
  amount: number
}

/** A year of payments, oldest first. */
export function entriesOf(year: number, seed: number): Entry[] {
  const random = randomOf(seed)
  const paid = subscriptions.flatMap((subscription) => paymentsOf(subscription, year))
  const others = Array.from({ length: 160 }, () => purchase(year, random))
  return [...paid, ...others].sort((a, b) => (a.day === b.day ? (a.payee < b.payee ? -1 : 1) : a.day < b.day ? -1 : 1))
}

/** Euro cents that a subscription costs in that year. */
export function yearCost(subscription: Subscription, year: number): number {
  return paymentsOf(subscription, year).reduce((sum, { amount }) => sum + amount, 0)
}

function paymentsOf(
  { payee, account, remittance, amount, every, from, day, rise }: Subscription,
  year: number,
): Entry[] {
  const months = Array.from({ length: 12 / every }, (_, n) => from + n * every).filter((month) => month <= 12)
  return months.map((month) => ({
    day: dayOf(year, month, day),
    payee,
    account,
    remittance,
    amount: rise && month >= rise.month ? rise.amount : amount,
  }))
}

function purchase(year: number, random: Random): Entry {
  const payee = otherPayees[random.whole(otherPayees.length)] ?? ''
  return {
    day: dayOf(year, 1 + random.whole(12), 1 + random.whole(28)),
    payee,
    account: 'NL00XXXX0000000099',
    remittance: `Factuur ${10_000 + random.whole(80_000)}`,
    amount: 500 + random.whole(250_000),
  }
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
