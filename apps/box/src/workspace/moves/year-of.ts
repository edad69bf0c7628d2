import { amountOf, minorUnits, type RouteMeter } from '@nabij/base'

/**
 * Euro cents a year by the last whole month of the meter, null where it says none: this month is not over, and another
 * currency needs a rate that nobody gave.
 */
export function yearOf({ months }: Pick<RouteMeter, 'months'>, now: number): number | null {
  const thisMonth = new Date(now).toISOString().slice(0, 7)
  const last = months.filter(({ month, cloud }) => month < thisMonth && cloud > 0).at(-1)
  const amount = last?.cost?.currency === 'EUR' ? amountOf(last.cost.amount) : null
  return amount === null ? null : minorUnits(amount * 12n, 'EUR')
}
