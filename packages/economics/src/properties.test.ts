import { type Amount, amountText, multiplied, oneWhole } from '@nabij/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakEven } from './break-even.ts'
import { cashFlow } from './cash-flow.ts'
import type { Model } from './model.ts'
import { bookOf, modelOf } from './model-of.ts'
import { rangesOf } from './ranges.ts'
import { sensitivity } from './sensitivity.ts'
import { priceOf } from './testing/price-book.ts'
import { book, inputWith } from './testing/some-case.ts'
import { npv, payBack } from './worth.ts'

const runs = { numRuns: 60 }
const model = (change: Record<string, unknown> = {}, here: Record<string, unknown> = {}): Model => {
  const input = inputWith(change, here)
  return modelOf(input, bookOf(input, book))
}
const worth = (of: Model, horizon = 60): Amount => npv(cashFlow(of, horizon), horizon, of.discount)
const images = fc.integer({ min: 0, max: 5_000_000 })
const decimal = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((cents) => (cents / 100).toFixed(2))
const share = fc.integer({ min: 0, max: 1000 }).map((n) => (n / 1000).toFixed(3))

describe('the net present value', () => {
  it('never falls when there are more images on a bill by the image', () => {
    fc.assert(
      fc.property(images, images, share, (a, b, growth) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const at = (imagesPerMonth: number) => worth(model({ imagesPerMonth, growth }))
        expect(at(less) <= at(more)).toBe(true)
      }),
      runs,
    )
  })

  it('never rises with work, watts, spare, installation, or a dearer dollar of hardware only', () => {
    fc.assert(
      fc.property(decimal(500), decimal(500), (a, b) => {
        const [less, more] = Number(a) < Number(b) ? [a, b] : [b, a]
        const falls = (here: (text: string) => Record<string, unknown>) =>
          expect(worth(model({}, here(less))) >= worth(model({}, here(more)))).toBe(true)
        falls((perHour) => ({ labour: { hoursPerMonth: '3', perHour } }))
        falls((watts) => ({ power: { watts, how: 'stated', price: 'electricity-nl-small-business' } }))
        falls((installation) => ({ installation }))
        falls((software) => ({ software }))
        falls((n) => ({ spare: (Number(n) / 500).toFixed(6) }))
      }),
      runs,
    )
  })

  it('is worth less the dearer money is, where savings come after the purchase', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [less, more] = Number(a) < Number(b) ? [a, b] : [b, a]
        expect(worth(model({ discount: less })) >= worth(model({ discount: more }))).toBe(true)
      }),
      runs,
    )
  })
})

describe('units', () => {
  it('all amounts times three are three times the answer, to a millionth of a millionth a step', () => {
    fc.assert(
      fc.property(images, decimal(100), (imagesPerMonth, perHour) => {
        const priced = (times: number) =>
          model(
            {
              imagesPerMonth,
              cloud: [{ price: 'own', use: { perImage: '1' } }],
              prices: [priceOf({ id: 'own', tiers: [{ upTo: null, price: (0.01 * times).toFixed(2) }] })],
            },
            {
              hardware: [{ name: 'box', amount: String(500 * times), currency: 'EUR' }],
              installation: String(100 * times),
              migration: '0',
              power: null,
              labour: { hoursPerMonth: String(times), perHour },
            },
          )
        const off = worth(priced(3)) - 3n * worth(priced(1))
        expect(off < 1000n && off > -1000n).toBe(true)
      }),
      runs,
    )
  })

  it('a bill in dollars at a rate is the same bill in euros', () => {
    fc.assert(
      fc.property(images, fc.integer({ min: 1, max: 300 }), (imagesPerMonth, hundredths) => {
        const rate = (hundredths / 100).toFixed(2)
        const inEuros = amountText(multiplied(2n * oneWhole, BigInt(hundredths) * (oneWhole / 100n)))
        const at = (currency: string, price: string) =>
          cashFlow(
            model({
              imagesPerMonth,
              rates: [{ currency: 'USD', worth: rate, on: '2026-11-20', source: 'bank' }],
              cloud: [{ price: 'own', use: { perImage: '1' } }],
              prices: [priceOf({ id: 'own', currency, per: 1000, tiers: [{ upTo: null, price }] })],
            }),
            1,
          ).months[0]?.cloud
        expect(at('USD', '2')).toBe(at('EUR', inEuros))
      }),
      runs,
    )
  })

  it('1,000 watts for an hour are a kilowatt-hour', () => {
    const power = (watts: string, hoursPerMonth: string) =>
      cashFlow(model({}, { power: { watts, how: 'stated', hoursPerMonth, price: 'electricity-nl-small-business' } }), 1)
        .months[0]?.power
    expect(power('1000', '1')).toBe((21n * oneWhole) / 100n)
    expect(power('10', '100')).toBe(power('1000', '1'))
  })
})

describe('break-even', () => {
  it('is the fewest images that pay: one fewer does not', () => {
    fc.assert(
      fc.property(decimal(200), fc.integer({ min: 1, max: 84 }), (perHour, lifetime) => {
        const some = model({}, { lifetime, labour: { hoursPerMonth: '2', perHour } })
        const { images: least } = breakEven(some)
        if (least === null) throw new Error('there is one')
        const at = (count: number) => worth({ ...some, images: BigInt(count) * oneWhole }, lifetime)
        expect(at(least) >= 0n).toBe(true)
        if (least > 0) expect(at(least - 1) < 0n).toBe(true)
      }),
      runs,
    )
  })

  it('does not exist for a bill by the hour, nor where the plan ends first', () => {
    const byHour = { cloud: [{ price: 'rekognition-custom-labels-inference', use: { perMonth: '168' } }] }
    expect(breakEven(model(byHour))).toEqual({ images: null, reason: 'not-by-volume' })
    const free = { imagesPerMonth: 10, cloud: [{ price: 'azure-custom-vision-prediction-f0', use: { perImage: '1' } }] }
    expect(breakEven(model(free))).toEqual({ images: null, reason: 'never' })
  })
})

describe('pay-back', () => {
  it('is at most the life of the hardware, later with interest than without, and agrees with the present value', () => {
    fc.assert(
      fc.property(images, share, fc.integer({ min: 1, max: 120 }), (imagesPerMonth, discount, lifetime) => {
        const some = model({ imagesPerMonth, discount }, { lifetime })
        const flow = cashFlow(some, lifetime)
        const [simple, discounted] = [payBack(flow, lifetime, null), payBack(flow, lifetime, some.discount)]
        if (discounted !== null) {
          expect(discounted).toBeLessThanOrEqual(lifetime)
          expect(simple ?? lifetime + 1).toBeLessThanOrEqual(discounted)
        }
        expect(discounted !== null).toBe(npv(flow, lifetime, some.discount) >= 0n)
      }),
      runs,
    )
  })
})

it('the tornado is sorted, holds what is expected, and knows what does not matter', () => {
  const input = inputWith({}, { power: null })
  const some = modelOf(input, bookOf(input, book))
  const swings = sensitivity(some, rangesOf(input), 60)
  const expected = worth(some)
  for (const { parameter, low, high } of swings) {
    const [least, most] = low.npv < high.npv ? [low.npv, high.npv] : [high.npv, low.npv]
    expect(least <= expected && expected <= most, parameter).toBe(true)
  }
  expect(swings[0]?.parameter).toBe('volume')
  expect(swings.at(-1)).toMatchObject({ parameter: 'kwh', low: { npv: expected }, high: { npv: expected } })
})
