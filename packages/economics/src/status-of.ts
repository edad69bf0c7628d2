import type { MoneyFact, MoneyFigure, PriceStatus } from '@nabij/base'

const order: readonly PriceStatus[] = ['confirmed', 'reported', 'unconfirmed', 'unknown']

/** A number is as sure as the least sure price that it rests on. */
export function statusOf(
  from: readonly string[],
  facts: readonly MoneyFact[],
  figures: readonly MoneyFigure[],
): PriceStatus {
  const found = [...facts, ...figures].filter(({ id }) => from.includes(id))
  const worst = Math.max(0, ...found.map(({ status }) => (status === null ? 0 : order.indexOf(status))))
  return order[worst] ?? 'unknown'
}
