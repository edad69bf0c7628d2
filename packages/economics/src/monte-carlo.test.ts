import { describe, expect, it } from 'vitest'
import { seededRandom, triangular } from './random.ts'
import { caseWith } from './testing/some-case.ts'

describe('drawing everything at once', () => {
  const drawn = (seed: number, change: Record<string, unknown> = {}) =>
    caseWith({ seed, draws: 200, ...change }).monteCarlo

  it('gives the same answer for the same seed, and another for another', () => {
    expect(drawn(7)).toEqual(drawn(7))
    expect(drawn(7).npv60).not.toEqual(drawn(8).npv60)
    expect(drawn(7)).toMatchObject({ seed: 7, draws: 200, npv60: { p5: 1048655, p50: 1719212, p95: 2441033 } })
  })

  it('counts every draw once, from low to high', () => {
    const { npv36, npv60, histogram, draws, paysBack } = drawn(1)
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(draws)
    for (const { p5, p50, p95 } of [npv36, npv60]) expect(p5 <= p50 && p50 <= p95).toBe(true)
    for (const [n, { from, to }] of histogram.entries()) {
      expect(to).toBeGreaterThan(from)
      if (n > 0) expect(from).toBe(histogram[n - 1]?.to)
    }
    expect(paysBack).toBe(1)
  })

  it('of what cannot turn out otherwise is what is expected', () => {
    const fixed = { low: '1', high: '1' }
    const ranges = { volume: fixed, price: fixed, rate: fixed, kwh: fixed, labour: fixed, lifetime: fixed }
    const result = caseWith({ ranges })
    const npv60 = result.figures.find(({ id }) => id === 'npv60')?.value
    expect(result.monteCarlo.npv60).toEqual({ p5: npv60, p50: npv60, p95: npv60 })
    expect(result.monteCarlo.histogram).toEqual([{ from: npv60, to: (npv60 ?? 0) + 1, count: 100 }])
  })

  it('never draws more images than a plan is sold for', () => {
    const cloud = [{ price: 'rekognition-labels-eu-central-1', use: { perImage: '1' } }]
    expect(() => caseWith({ imagesPerMonth: 4_900_000, cloud })).not.toThrow()
    expect(() => caseWith({ imagesPerMonth: 5_000_001, cloud })).toThrow('rekognition-labels-eu-central-1')
  })
})

it('numbers of a seed stay what they are, for a saved case must give the same answer later', () => {
  const random = seededRandom(42)
  const numbers = Array.from({ length: 5 }, random)
  expect(numbers.map((number) => number.toFixed(6))).toEqual([
    '0.601104',
    '0.448291',
    '0.852466',
    '0.669734',
    '0.174814',
  ])
  const many = Array.from({ length: 20_000 }, random)
  expect(many.reduce((sum, number) => sum + number, 0) / many.length).toBeCloseTo(0.5, 1)
})

it('a triangle stays within its ends, and its middle is where it should be', () => {
  const random = seededRandom(3)
  const draws = Array.from({ length: 20_000 }, () => triangular(random(), 0.5, 1, 2))
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0.5)
  expect(Math.max(...draws)).toBeLessThanOrEqual(2)
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(3.5 / 3, 2)
  expect(triangular(0.3, 1, 1, 1)).toBe(1)
})
