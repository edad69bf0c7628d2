import { type Finding, ServiceNotes } from '@nabij/base'
import { expect, test } from 'vitest'
import { costOf } from './cost.ts'

const nothing = ServiceNotes.parse({})

function paid(date: string, amountMinor: number, more: Partial<Finding> = {}): Finding {
  return {
    id: date,
    evidence: 'e',
    kind: 'payment',
    locator: '',
    text: '',
    confidence: 'confirmed',
    productId: null,
    vendorId: null,
    name: '',
    domain: null,
    why: '',
    payment: { amountMinor, currency: 'EUR', date },
    location: null,
    ...more,
  }
}

function monthly(count: number, cents: (at: number) => number): Finding[] {
  return Array.from({ length: count }, (_, at) =>
    paid(new Date(Date.UTC(2025, 10 + at, 3)).toISOString().slice(0, 10), cents(at)),
  )
}

test('A year of payments counts as it was, refunds subtracted', () => {
  expect(
    costOf(
      monthly(13, () => 1234),
      nothing,
    ),
  ).toMatchObject({ cost: { amountMinor: 12 * 1234, from: 'payments' }, lastPaid: '2026-11-03', priceChange: null })
  expect(costOf([...monthly(13, () => 1234), paid('2026-05-20', -1000)], nothing).cost?.amountMinor).toBe(
    12 * 1234 - 1000,
  )
})

test('A shorter time is scaled when there is a rhythm, and only then', () => {
  expect(
    costOf(
      monthly(4, () => 999),
      nothing,
    ).cost?.amountMinor,
  ).toBe(12 * 999)
  expect(
    costOf([paid('2026-01-01', 5000), paid('2026-02-20', 5000), paid('2026-08-01', 100)], nothing).cost?.amountMinor,
  ).toBe(10_100)
  expect(costOf([paid('2026-02-01', 120_000)], nothing).cost?.amountMinor).toBe(120_000)
})

test('What stands in two exports that overlap was paid once; twice on a day in one export is twice', () => {
  const year = monthly(13, () => 1234)
  const overlap = year.slice(4, 9).map((finding) => ({ ...finding, evidence: 'other', id: `other ${finding.id}` }))
  expect(costOf([...year, ...overlap], nothing).cost?.amountMinor).toBe(12 * 1234)
  const second = year.slice(6, 7).map((finding) => ({ ...finding, id: 'second' }))
  expect(costOf([...year, ...second, ...overlap], nothing).cost?.amountMinor).toBe(13 * 1234)
})

test('A yearly invoice counts once', () => {
  expect(costOf([paid('2025-02-01', 100_000), paid('2026-02-01', 120_000)], nothing).cost?.amountMinor).toBe(120_000)
})

test('Dearer since', () => {
  expect(
    costOf(
      monthly(12, (at) => (at < 4 ? 1000 : 1180)),
      nothing,
    ).priceChange,
  ).toEqual({ share: 0.18, since: '2026-03-03' })
  expect(
    costOf(
      monthly(12, (at) => 1000 + at * at),
      nothing,
    ).priceChange,
  ).toBeNull()
})

test('Payments go before invoices before what was said by hand; other currencies are kept apart', () => {
  const invoice = paid('2026-01-01', 50, { kind: 'invoice' })
  expect(costOf([invoice, paid('2026-01-09', 70)], nothing).cost).toMatchObject({ amountMinor: 70, from: 'payments' })
  expect(costOf([invoice], ServiceNotes.parse({ costPerMonth: 9 })).cost).toMatchObject({
    amountMinor: 50,
    from: 'invoices',
  })
  expect(costOf([], ServiceNotes.parse({ costPerMonth: 9 })).cost).toMatchObject({ amountMinor: 108, from: 'hand' })
  const dollars = paid('2026-01-01', 10, { payment: { amountMinor: 900, currency: 'USD', date: '2026-01-01' } })
  expect(costOf([dollars, paid('2026-02-01', 5), paid('2026-02-02', 5)], nothing).cost).toMatchObject({
    amountMinor: 10,
    currency: 'EUR',
  })
  expect(costOf([], nothing)).toEqual({ cost: null, lastPaid: null, priceChange: null })
})
