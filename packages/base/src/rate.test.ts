import { describe, expect, it } from 'vitest'
import { atMost, rateOf } from './rate.ts'

describe('rateOf', () => {
  it('gives the intervals of Clopper and Pearson', () => {
    // Beta quantiles, as statistics programs print them.
    expect(rateOf(3, 20)).toMatchObject({ value: 0.15, of: 20 })
    expect(rateOf(3, 20).low).toBeCloseTo(0.0321, 4)
    expect(rateOf(3, 20).high).toBeCloseTo(0.3789, 4)
    expect(rateOf(0, 10)).toMatchObject({ value: 0, low: 0 })
    expect(rateOf(0, 10).high).toBeCloseTo(1 - 0.025 ** (1 / 10), 9)
    expect(rateOf(10, 10)).toMatchObject({ value: 1, high: 1 })
    expect(rateOf(10, 10).low).toBeCloseTo(0.025 ** (1 / 10), 9)
  })

  it('holds for thousands, and says nothing of nothing', () => {
    const { low, high } = rateOf(1000, 2000)
    expect(low).toBeCloseTo(0.4779, 3)
    expect(high).toBeCloseTo(0.5221, 3)
    expect(rateOf(0, 0)).toEqual({ value: 0, low: 0, high: 1, of: 0 })
  })
})

describe('atMost', () => {
  it('adds up binomial chances', () => {
    expect(atMost(0, 3, 0.5)).toBeCloseTo(1 / 8, 12)
    expect(atMost(1, 3, 0.5)).toBeCloseTo(4 / 8, 12)
    expect(atMost(3, 3, 0.5)).toBe(1)
    expect(atMost(1, 3, 1)).toBe(0)
  })
})
