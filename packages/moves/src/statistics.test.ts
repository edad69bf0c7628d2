import { array, assert, constantFrom, double, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kappa, latency, mcNemar, proportion } from './statistics.ts'

describe('a proportion', () => {
  it('has Wilson’s interval, as worked out by hand', () => {
    // 8 of 10: centre .99207 / 1.38415, half 1.41601 × .16001.
    expect(proportion(8, 10).low).toBeCloseTo(0.4902, 4)
    expect(proportion(8, 10).high).toBeCloseTo(0.9433, 4)
    // All of 300: 300 / (300 + 1.96²).
    expect(proportion(300, 300)).toMatchObject({ share: 1, high: 1 })
    expect(proportion(300, 300).low).toBeCloseTo(0.98736, 5)
    expect(proportion(0, 0)).toEqual({ n: 0, yes: 0, share: null, low: null, high: null })
  })

  it('lies in its own interval, and more cases of the same share make that narrower', () => {
    assert(
      property(integer({ min: 1, max: 2000 }), double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const yes = Math.round(share * n)
        const few = proportion(yes, n)
        const many = proportion(yes * 10, n * 10)
        const [low, high] = [few.low ?? -1, few.high ?? -1]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(few.share).toBeGreaterThanOrEqual(low)
        expect(few.share).toBeLessThanOrEqual(high)
        expect((many.high ?? 0) - (many.low ?? 0)).toBeLessThan(high - low)
      }),
    )
  })
})

const repeated = (n: number, a: string, b: string) => Array.from({ length: n }, () => [a, b] as const)

describe('kappa', () => {
  it('is agreement beyond chance: 20, 5, 10 and 15 of 50 make (.7 − .5) / .5', () => {
    const pairs = [
      ...repeated(20, 'pass', 'pass'),
      ...repeated(5, 'pass', 'fail'),
      ...repeated(10, 'fail', 'pass'),
      ...repeated(15, 'fail', 'fail'),
    ]
    expect(kappa(pairs)).toBeCloseTo(0.4, 12)
  })

  it('is not known where chance alone agrees, or nothing was seen', () => {
    expect(kappa(repeated(9, 'pass', 'pass'))).toBeNull()
    expect(kappa([])).toBeNull()
    expect(kappa([...repeated(3, 'pass', 'pass'), ...repeated(3, 'fail', 'fail')])).toBe(1)
  })

  it('is the same for both sides, and never above 1', () => {
    const word = constantFrom('pass', 'fail', 'unsure')
    assert(
      property(array(tuple(word, word), { minLength: 1, maxLength: 60 }), (pairs) => {
        const value = kappa(pairs)
        const turned = kappa(pairs.map(([a, b]) => [b, a] as const))
        expect(value === null ? turned : Math.abs(value - (turned ?? 9)) < 1e-9).toBe(value === null ? null : true)
        if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('McNemar’s test', () => {
  it('is exact: 2 and 8 make 2 × (1 + 10 + 45) / 1024', () => {
    expect(mcNemar(2, 8).p).toBeCloseTo(0.109375, 12)
    expect(mcNemar(0, 6).p).toBeCloseTo(0.03125, 12)
    expect(mcNemar(0, 0).p).toBe(1)
    expect(mcNemar(5, 5).p).toBe(1)
  })

  it('holds for thousands, where a power of two is nought for a computer', () => {
    const { p } = mcNemar(2500, 2700)
    // By the normal distribution: z = 199 / √5200 = 2.76.
    expect(p).toBeGreaterThan(0.005)
    expect(p).toBeLessThan(0.0065)
  })

  it('is the same whoever is named first, and less likely the more they differ', () => {
    const count = integer({ min: 0, max: 300 })
    assert(
      property(count, count, (a, b) => {
        const { p } = mcNemar(a, b)
        expect(p).toBeCloseTo(mcNemar(b, a).p, 12)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        if (a > b) expect(mcNemar(a + 1, b).p).toBeLessThanOrEqual(p + 1e-12)
      }),
    )
  })
})

describe('latency', () => {
  it('is times that really occurred, by nearest rank', () => {
    const times = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect(latency(times)).toMatchObject({ n: 100, p50: 50, p95: 95, p99: 99, most: 100 })
    expect(latency([7])).toMatchObject({ p50: 7, p95: 7, p99: 7, spread: [{ upTo: 10, n: 1 }] })
    expect(latency([])).toEqual({ n: 0, p50: null, p95: null, p99: null, most: null, spread: [] })
  })

  it('spreads every time into exactly one place', () => {
    assert(
      property(array(double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 50 }), (times) => {
        expect(latency(times).spread.reduce((sum, { n }) => sum + n, 0)).toBe(times.length)
      }),
    )
  })
})
