import { amountOf, divided, oneWhole } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { discountFactors, factorOne } from './discount.ts'

const rate = (text: string) => amountOf(text) ?? 0n

describe('what money of later is worth now', () => {
  it('is less by exactly the rate after a year', () => {
    for (const yearly of ['0.08', '0.05', '0.12', '0.000001', '1']) {
      const after = discountFactors(rate(yearly), 12)[12] ?? 0n
      const again = divided(after * (oneWhole + rate(yearly)), oneWhole)
      expect(again - factorOne < 10n ** 6n && factorOne - again < 10n ** 6n).toBe(true)
    }
  })

  it('is what floating numbers say, as far as they can', () => {
    const factors = discountFactors(rate('0.08'), 240)
    for (const month of [1, 7, 36, 60, 240])
      expect(Number(factors[month]) / 1e30).toBeCloseTo(1.08 ** (-month / 12), 12)
  })

  it('is the same when money costs nothing', () => {
    expect(discountFactors(0n, 60)).toEqual(Array.from({ length: 61 }, () => factorOne))
  })

  it('does not depend on how far was asked before', () => {
    const far = discountFactors(rate('0.07'), 100)[36]
    expect(discountFactors(rate('0.07'), 36)[36]).toBe(far)
  })
})
