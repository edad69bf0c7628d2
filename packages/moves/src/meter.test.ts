import type { Price } from '@nabij/base'
import { amountOf } from '@nabij/base'
import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HourCount, meterMonths } from './meter.ts'
import { meterPieces } from './meter-pieces.ts'

const price: Price = {
  id: 'some-cloud',
  provider: 'Some cloud',
  product: null,
  kind: 'cloud-ai',
  name: { nl: 'Beeld', en: 'Image' },
  meter: 'Images',
  region: null,
  currency: 'USD',
  unit: 'image',
  per: 1000,
  tiers: [
    { upTo: 1000, price: '2' },
    { upTo: null, price: '1' },
  ],
  freeTier: null,
  validFrom: null,
  ends: null,
  source: null,
  checkedOn: '2026-11-25',
  status: 'unconfirmed',
}
const hour = (time: string, cloud: number, more: Partial<HourCount> = {}): HourCount => ({
  at: Date.parse(`${time}:00:00Z`),
  cloud,
  failed: 0,
  box: 0,
  ...more,
})

describe('a month of the meter', () => {
  it('costs what the tiers say, exactly, and what the box answered would have cost on top', () => {
    const hours = [hour('2026-10-01T08', 900), hour('2026-10-31T23', 600, { failed: 4, box: 500 })]
    // 1000 at 2 and 500 at 1 a thousand; 500 more at 1.
    expect(meterMonths(hours, price, [])).toMatchObject([
      {
        month: '2026-10',
        cloud: 1500,
        failed: 4,
        box: 500,
        hours: 2,
        units: 1500,
        cost: { amount: '2.5', currency: 'USD' },
        avoided: { amount: '0.5', currency: 'USD' },
        billed: null,
        difference: null,
      },
    ])
  })

  it('stands beside the bill, with the difference', () => {
    const [month] = meterMonths([hour('2026-10-01T08', 1500)], price, [
      { month: '2026-10', amountMinor: 200, currency: 'USD' },
      { month: '2026-10', amountMinor: 75, currency: 'USD' },
    ])
    expect(month).toMatchObject({ billed: { amount: '2.75' }, difference: '0.25', share: 0.1 })
    const [less] = meterMonths([hour('2026-10-01T08', 1500)], price, [
      { month: '2026-10', amountMinor: 200, currency: 'USD' },
    ])
    expect(less).toMatchObject({ difference: '-0.5', share: -0.2 })
  })

  it('does not mix currencies, and bills of a month without calls stand too', () => {
    const months = meterMonths([hour('2026-10-01T08', 1)], price, [
      { month: '2026-10', amountMinor: 200, currency: 'EUR' },
      { month: '2026-09', amountMinor: 100, currency: 'USD' },
    ])
    expect(months).toMatchObject([
      { month: '2026-09', cloud: 0, billed: { amount: '1', currency: 'USD' }, difference: '1', share: null },
      { month: '2026-10', billed: { amount: '2', currency: 'EUR' }, difference: null, remarks: [{}] },
    ])
  })

  it('says what the log cannot show', () => {
    const hours = [hour('2026-10-01T08', 10), hour('2026-10-01T09', 10), hour('2026-10-01T10', 0, { box: 3 })]
    const flat = [{ upTo: null, price: '4' }]
    const [hourly] = meterMonths(hours, { ...price, unit: 'hour', per: 1, tiers: flat }, [])
    expect(hourly).toMatchObject({ units: 2, cost: { amount: '8' }, avoided: null, remarks: [{}] })
    const [tokens] = meterMonths(hours, { ...price, unit: 'token' }, [])
    expect(tokens).toMatchObject({ units: null, cost: null, remarks: [{}] })
    expect(meterMonths(hours, null, [])[0]).toMatchObject({ cloud: 20, units: null, remarks: [{}] })
    expect(meterMonths(hours, { ...price, tiers: null }, [])[0]).toMatchObject({ cost: null, remarks: [{}] })
    const capped = { ...price, tiers: [{ upTo: 5, price: '2' }] }
    expect(meterMonths(hours, capped, [])[0]).toMatchObject({ units: 20, cost: null, remarks: [{}] })
  })

  it('loses no call and no cent', () => {
    const some = record({
      at: integer({ min: 0, max: 20_000 }).map((n) => n * 3_600_000),
      cloud: integer({ min: 0, max: 5000 }),
      failed: integer({ min: 0, max: 9 }),
      box: integer({ min: 0, max: 9 }),
    })
    assert(
      property(array(some, { maxLength: 30 }), integer({ min: 0, max: 99_999 }), (hours, amountMinor) => {
        const months = meterMonths(hours, price, [{ month: '1970-01', amountMinor, currency: 'USD' }])
        const sum = (of: (one: { cloud: number; failed: number; box: number }) => number, all: typeof hours) =>
          all.reduce((total, one) => total + of(one), 0)
        expect(months.reduce((total, { cloud }) => total + cloud, 0)).toBe(sum(({ cloud }) => cloud, hours))
        for (const { cost, billed, difference } of months)
          if (difference !== null)
            expect((amountOf(cost?.amount ?? '') ?? 0n) + (amountOf(difference) ?? 0n)).toBe(
              amountOf(billed?.amount ?? ''),
            )
      }),
    )
  })
})

describe('the meter as evidence', () => {
  it('is the days on which the cloud was asked, apart before and after the service was left', () => {
    const hours = [
      hour('2026-09-05T08', 3),
      hour('2026-09-07T08', 2),
      hour('2026-09-20T08', 4),
      hour('2026-09-21T08', 1),
      hour('2026-11-01T08', 0),
    ]
    expect(meterPieces(hours, '2026-09-20', '2026-11-25')).toEqual([
      { from: '2026-09-05', to: '2026-09-20', calls: 9 },
      { from: '2026-09-21', to: '2026-09-21', calls: 1 },
      { from: '2026-09-05', to: '2026-11-25', calls: 0 },
    ])
    expect(meterPieces(hours, null, '2026-11-25')).toHaveLength(2)
  })

  it('is nothing where the cloud was never asked', () => {
    expect(meterPieces([hour('2026-09-05T08', 0, { box: 9 })], null, '2026-11-25')).toEqual([])
    expect(meterPieces([], null, '2026-11-25')).toEqual([])
  })
})
