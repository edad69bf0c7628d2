import { type Money, MoneyInput, type MoneyResult } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { moneyCase } from './money-case.ts'
import { priceBook, priceOf } from './testing/price-book.ts'

// One picture every two seconds, eight hours on twenty-one days: the illustrations of the method, to the cent.
const imagesPerMonth = 302_400
const book = priceBook()

function worked(change: Record<string, unknown>): MoneyResult {
  const here = { labour: { hoursPerMonth: '0', perHour: '0' } }
  return moneyCase(
    MoneyInput.parse({ start: '2026-12-01', currency: 'USD', imagesPerMonth, draws: 100, here, ...change }),
    book,
  )
}

function figure(result: MoneyResult, id: string): number | null | undefined {
  return result.figures.find((each) => each.id === id)?.value
}

/** What the cloud costs a month, in cents. */
function bill(price: string, use: object = { perImage: '1' }): Money['amountMinor'] | null | undefined {
  return figure(worked({ cloud: [{ price, use }] }), 'cloud')
}

describe('what 302,400 images a month cost', () => {
  it.each([
    ['rekognition-labels-eu-central-1', 362_88],
    ['azure-custom-vision-prediction-s0', 604_80],
    ['azure-image-analysis-group-1', 302_40],
    ['google-vision-object-localization', 678_15],
  ])('with %s', (price, cents) => {
    expect(bill(price)).toBe(cents)
  })

  it('by the hour: in shifts, and day and night', () => {
    expect(bill('rekognition-custom-labels-inference', { perMonth: '168' })).toBe(672_00)
    expect(bill('lookout-for-vision-inference', { perMonth: '730' })).toBe(2_920_00)
    expect(bill('aws-g6-xlarge-eu-central-1', { perMonth: '730' })).toBe(734_67)
  })

  it('at a thousand a working day, about 25 dollars', () => {
    const result = worked({
      imagesPerMonth: 21_000,
      cloud: [{ price: 'rekognition-labels-eu-central-1', use: { perImage: '1' } }],
    })
    expect(figure(result, 'cloud')).toBe(25_20)
  })
})

/** C0 = 1,500, r = 8 %, and so much saved a month. */
function saving(perMonth: string): MoneyResult {
  const price = priceOf({ id: 'fixed', unit: 'month', currency: 'USD', tiers: [{ upTo: null, price: perMonth }] })
  const here = { installation: '1500', labour: { hoursPerMonth: '0', perHour: '0' } }
  return worked({ cloud: [{ price: 'fixed', use: { perMonth: '1' } }], prices: [price], here })
}

describe('1,500 at the beginning and 8 % a year', () => {
  // Checked with another program: annuity = (1 - 1.08^-3) / (1.08^(1/12) - 1) = 32.04333…
  it('saves 50 a month: 102 is left after 36 months', () => {
    const result = saving('50')
    expect(figure(result, 'npv36')).toBe(102_17)
    expect(result.verdict).toMatchObject({ word: 'pays-back', months: 34 })
  })

  it('saves 20 a month: it never pays back, for it is worn out first', () => {
    const result = saving('20')
    expect(figure(result, 'npv36')).toBe(-859_13)
    expect(result.verdict).toMatchObject({ word: 'never', reason: 'worn-out-first', months: null })
    expect(result.verdict.text.nl).toContain('Verdient zich bij dit gebruik niet terug')
    expect(result.verdict.anyway.length).toBeGreaterThan(0)
    expect(figure(result, 'payBack')).toBeNull()
  })

  // The method's own note says +7,900 here. Its two others are this arithmetic; 300 x 32.04333 - 1,500 is 8,113.00.
  it('saves 300 a month: 8,113 is left', () => {
    const result = saving('300')
    expect(figure(result, 'npv36')).toBe(8_113_00)
    expect(result.verdict).toMatchObject({ word: 'pays-back', months: 6 })
  })
})

describe('power', () => {
  it.each([
    ['4', 7_36],
    ['8', 14_72],
    ['15', 27_59],
    ['25', 45_99],
    ['60', 110_38],
    ['150', 275_94],
  ])('of %s watts all year costs what the table says', (watts, cents) => {
    const here = {
      labour: { hoursPerMonth: '0', perHour: '0' },
      power: { watts, how: 'stated', price: 'electricity-nl-small-business' },
    }
    const result = worked({
      currency: 'EUR',
      cloud: [{ price: 'fixed', use: { perMonth: '0' } }],
      prices: [priceOf({ id: 'fixed' })],
      here,
    })
    const year = result.months.slice(1, 13).reduce((sum, { here: paid }) => sum + paid, 0)
    expect(Math.abs(year - cents)).toBeLessThanOrEqual(6)
  })
})
