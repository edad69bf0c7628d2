import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, amountText, divided, minorUnits, multiplied, oneWhole } from './amount.ts'

describe('an amount', () => {
  it('is read exactly, however small', () => {
    expect(amountOf('0.0012')).toBe(1_200_000_000n)
    expect(amountOf('1.2E-3')).toBe(1_200_000_000n)
    expect(amountOf('-5')).toBe(-5n * oneWhole)
    for (const none of ['', 'NaN', 'Infinity', '1,5', '0x10', '1e999', ' 1', '--1', '.5', '1'.repeat(16)])
      expect(amountOf(none)).toBeNull()
  })

  it('adds up where floating numbers drift', () => {
    const tenth = amountOf('0.1') ?? 0n
    const sum = Array.from({ length: 1_000_000 }, () => tenth).reduce((a, b) => a + b, 0n)
    expect(minorUnits(sum, 'EUR')).toBe(10_000_000)
    let drifting = 0
    for (let n = 0; n < 1_000_000; n++) drifting += 0.1
    expect(drifting).not.toBe(100_000)
  })

  it('is rounded half away from zero, to the cents that its currency has', () => {
    expect(minorUnits(amountOf('0.005') ?? 0n, 'EUR')).toBe(1)
    expect(minorUnits(amountOf('-0.005') ?? 0n, 'EUR')).toBe(-1)
    expect(minorUnits(amountOf('0.00499999') ?? 0n, 'EUR')).toBe(0)
    expect(minorUnits(amountOf('12.5') ?? 0n, 'JPY')).toBe(13)
  })

  it('is written as it was read', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 24n), 10n ** 24n), (amount) => {
        expect(amountOf(amountText(amount))).toBe(amount)
      }),
    )
  })

  it('multiplied and divided again is itself', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), fc.integer({ min: 1, max: 1000 }), (amount, times) => {
        expect(divided(multiplied(amount, BigInt(times) * oneWhole), BigInt(times))).toBe(amount)
      }),
    )
  })
})
