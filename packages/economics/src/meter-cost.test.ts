import { amountOf, minorUnits, oneWhole } from '@nabij/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meterCost } from './meter-cost.ts'
import { priceOf } from './testing/price-book.ts'

const units = (count: number) => BigInt(count) * oneWhole
const cents = (price: ReturnType<typeof priceOf>, count: number) =>
  minorUnits(meterCost(price, units(count)).amount, 'EUR')

const tiered = priceOf({
  per: 1000,
  freeTier: { units: 1000 },
  tiers: [
    { upTo: 10_000, price: '2' },
    { upTo: null, price: '1' },
  ],
})

describe('a month of units', () => {
  it('is paid tier by tier; the free ones count for the tiers', () => {
    expect(cents(tiered, 0)).toBe(0)
    expect(cents(tiered, 1000)).toBe(0)
    expect(cents(tiered, 2000)).toBe(200)
    expect(cents(tiered, 10_000)).toBe(1800)
    expect(cents(tiered, 11_000)).toBe(1900)
    expect(meterCost(tiered, units(11_000)).steps.map((step) => [step.units / oneWhole, step.price])).toEqual([
      [1000n, '0'],
      [9000n, '2'],
      [1000n, '1'],
    ])
  })

  it('is free as far as that goes, also beyond the first tier', () => {
    const generous = priceOf({
      freeTier: { units: 5000 },
      tiers: [
        { upTo: 1000, price: '1' },
        { upTo: null, price: '2' },
      ],
    })
    expect(cents(generous, 5000)).toBe(0)
    expect(cents(generous, 6000)).toBe(2000_00)
  })

  it('costs exactly what it costs, also in fractions of a cent', () => {
    const tiny = priceOf({ tiers: [{ upTo: null, price: '0.000000000003' }] })
    expect(meterCost(tiny, units(1)).amount).toBe(3n)
    expect(cents(tiny, 1_000_000_000_000)).toBe(300)
  })

  it('of nobody knows what is not worked out', () => {
    const code = (price: ReturnType<typeof priceOf>, count = 1) => {
      try {
        meterCost(price, units(count))
        return 'worked out'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(code(priceOf({ tiers: null, status: 'unknown' }))).toBe('NABIJ_PRICE_NOT_KNOWN')
    expect(code(priceOf(), -1)).toBe('NABIJ_NO_QUANTITY')
    expect(code(priceOf({ tiers: [{ upTo: 10, price: '1' }] }), 10)).toBe('worked out')
    expect(code(priceOf({ tiers: [{ upTo: 10, price: '1' }] }), 11)).toBe('NABIJ_PRICE_LIMIT')
    const overlapping = [
      { upTo: 100, price: '1' },
      { upTo: 50, price: '2' },
      { upTo: null, price: '3' },
    ]
    expect(code(priceOf({ tiers: overlapping }))).toBe('NABIJ_PRICE_TIERS')
    expect(code(priceOf({ tiers: [{ upTo: null, price: 'NaN' }] }))).toBe('NABIJ_PRICE_TIERS')
  })
})

const someTiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([ends, prices]) => [
    ...ends.toSorted((a, b) => a - b).map((upTo, n) => ({ upTo, price: `0.${String(prices[n]).padStart(6, '0')}` })),
    { upTo: null, price: `0.${String(prices[5]).padStart(6, '0')}` },
  ])
const count = fc.integer({ min: 0, max: 2_000_000 })

describe('whatever the tiers', () => {
  it('more units never cost less', () => {
    fc.assert(
      fc.property(someTiers, count, count, fc.option(fc.integer({ min: 1, max: 10_000 })), (tiers, a, b, free) => {
        const price = priceOf({ tiers, freeTier: free === null ? null : { units: free } })
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(meterCost(price, units(less)).amount <= meterCost(price, units(more)).amount).toBe(true)
      }),
    )
  })

  it('the steps are all the units, and their sum the cost', () => {
    fc.assert(
      fc.property(someTiers, count, (tiers, n) => {
        const { amount, steps } = meterCost(priceOf({ tiers }), units(n))
        expect(steps.reduce((sum, step) => sum + step.units, 0n)).toBe(units(n))
        expect(steps.reduce((sum, step) => sum + step.amount, 0n)).toBe(amount)
      }),
    )
  })

  it('a price for a thousand is a thousand times the price for one', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 100_000 }), (n, thousandths) => {
        const each = priceOf({ tiers: [{ upTo: null, price: `0.${String(thousandths).padStart(9, '0')}` }] })
        const [whole, rest] = [Math.floor(thousandths / 1_000_000), String(thousandths % 1_000_000)]
        const thousand = priceOf({ per: 1000, tiers: [{ upTo: null, price: `${whole}.${rest.padStart(6, '0')}` }] })
        expect(meterCost(each, units(n)).amount).toBe(meterCost(thousand, units(n)).amount)
      }),
    )
  })

  it('two regions cost at least what one of both would where tiers become cheaper', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const falling = priceOf({
          tiers: [
            { upTo: 1000, price: '0.003' },
            { upTo: 50_000, price: '0.002' },
            { upTo: null, price: '0.001' },
          ],
        })
        const apart = meterCost(falling, units(a)).amount + meterCost(falling, units(b)).amount
        expect(apart >= meterCost(falling, units(a + b)).amount).toBe(true)
      }),
    )
  })
})

it('reads a price as it is written', () => {
  expect(amountOf('0.00096')).toBe(960_000_000n)
})
