import { MoneyInput } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { quantity } from './quantity.ts'
import { priceOf } from './testing/price-book.ts'
import { caseWith, someInput } from './testing/some-case.ts'

function refusal(change: Record<string, unknown>, here: Record<string, unknown> = {}) {
  try {
    caseWith(change, here)
    return 'worked out'
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name
  }
}

describe('a case', () => {
  it('in several currencies needs the rate of each, and never makes one up', () => {
    expect(refusal({ rates: [] })).toBe('NABIJ_CURRENCY_MIX')
    expect(refusal({ rates: [{ currency: 'USD', worth: '0', on: '2026-11-20', source: 'bank' }] })).toBe(
      'NABIJ_CURRENCY_MIX',
    )
    expect(refusal({}, { hardware: [{ name: 'box', amount: '10', currency: 'GBP' }] })).toBe('NABIJ_CURRENCY_MIX')
  })

  it('holds no price of later than its beginning', () => {
    const cloud = [{ price: 'acme-look', use: { perImage: '1' } }]
    const from = (validFrom: string) => refusal({ cloud, prices: [priceOf({ validFrom })] })
    expect(from('2026-12-02')).toBe('NABIJ_PRICE_NOT_YET')
    expect(from('2027-01')).toBe('NABIJ_PRICE_NOT_YET')
    expect(from('2027')).toBe('NABIJ_PRICE_NOT_YET')
    expect(from('2026-12-01')).toBe('worked out')
    expect(from('2026-12')).toBe('worked out')
    expect(from('2026')).toBe('worked out')
  })

  it('uses prices that exist once, in the unit that belongs there, with tiers that fit', () => {
    const line = (price: string) => [{ price, use: { perImage: '1' } }]
    expect(refusal({ cloud: line('nobody') })).toBe('NABIJ_PRICE_UNKNOWN')
    expect(refusal({ prices: [priceOf({ id: 'azure-custom-vision-prediction-s0' })] })).toBe('NABIJ_PRICE_TWICE')
    expect(refusal({ cloud: line('roboflow-serverless') })).toBe('NABIJ_PRICE_NOT_KNOWN')
    expect(refusal({ cloud: line('jetson-orin-nano-super') })).toBe('NABIJ_PRICE_UNIT')
    expect(refusal({}, { hardware: [{ price: 'google-vision-label', count: 1 }] })).toBe('NABIJ_PRICE_UNIT')
    expect(refusal({}, { power: { watts: '1', how: 'stated', price: 'google-vision-label' } })).toBe('NABIJ_PRICE_UNIT')
    const tiers = [
      { upTo: 5, price: '1' },
      { upTo: 5, price: '2' },
    ]
    expect(refusal({ cloud: line('acme-look'), prices: [priceOf({ tiers })] })).toBe('NABIJ_PRICE_TIERS')
    expect(refusal({ imagesPerMonth: 10_001, cloud: line('azure-custom-vision-prediction-f0') })).toBe(
      'NABIJ_PRICE_LIMIT',
    )
  })

  it('is no case with a number that is none', () => {
    const wrong = (change: Record<string, unknown>) => MoneyInput.safeParse({ ...someInput, ...change }).success
    for (const imagesPerMonth of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1.5, '12', 1e13, null])
      expect(wrong({ imagesPerMonth }), String(imagesPerMonth)).toBe(false)
    for (const discount of ['-0.1', 'NaN', '1.1', '0,08', '', 0.08])
      expect(wrong({ discount }), String(discount)).toBe(false)
    for (const perImage of ['-1', 'NaN', '1e3', 'Infinity', '1'.repeat(13), ' 1'])
      expect(wrong({ cloud: [{ price: 'a', use: { perImage } }] }), perImage).toBe(false)
    expect(wrong({ start: '2026-02-30' })).toBe(false)
    expect(wrong({ cloud: [] })).toBe(false)
    expect(wrong({ here: { ...someInput.here, lifetime: 0 } })).toBe(false)
    expect(wrong({ weather: 'fine' })).toBe(false)
    expect(wrong({})).toBe(true)
  })

  it('of nothing at all has an answer', () => {
    const nothing = caseWith({ imagesPerMonth: 0 }, { hardware: [], installation: '0', migration: '0', power: null })
    expect(nothing.verdict).toMatchObject({ word: 'never', reason: 'no-saving' })
    expect(nothing.figures.find(({ id }) => id === 'cloudPerThousand')?.value).toBeNull()
    const free = caseWith({}, { hardware: [], installation: '0', migration: '0' })
    expect(free.verdict).toMatchObject({ word: 'pays-back', months: 0 })
  })
})

describe('a number', () => {
  it('is nought or more, however it comes', () => {
    for (const none of [Number.NaN, -1, Number.POSITIVE_INFINITY, '-0.01', 'NaN', '', '12,5', '1e99'])
      expect(() => quantity(none, 'volume'), String(none)).toThrow(
        expect.objectContaining({ code: 'NABIJ_NO_QUANTITY' }),
      )
    expect(quantity(1e-7, 'x')).toBe(100_000n)
    expect(quantity('0', 'x')).toBe(0n)
  })
})
