import { describe, expect, it } from 'vitest'
import { limitFrom, oddOnes, promisedShare, promises } from './limit.ts'

describe('what a number of good photos promises, 95 % certain', () => {
  it.each([
    [1, 0.95],
    [20, 0.1391],
    [59, 0.0495],
    [149, 0.0199],
    [299, 0.00997],
  ])('%i photos: at most %f of the good parts refused', (photos, share) => {
    expect(promisedShare(photos, 0)).toBeCloseTo(share, 4)
    expect(promisedShare(photos, 0)).toBeCloseTo(1 - 0.05 ** (1 / photos), 10)
  })

  it('a photo left out of the limit weakens the promise', () => {
    // A sixth of 5 %, since none, one or two of twenty may be left out: Binomial(20, 0.2964) gives one or none that often.
    expect(promisedShare(20, 1)).toBeCloseTo(0.2964, 4)
    expect(promisedShare(100, 10)).toBeGreaterThan(promisedShare(100, 0))
  })

  it('says how many more photos bring the next step', () => {
    expect(promises(1, 0)).toEqual({ promise: null, next: { photos: 19, atMost: 0.14 } })
    expect(promises(5, 0)).toEqual({ promise: null, next: { photos: 15, atMost: 0.14 } })
    expect(promises(6, 0).promise?.atMost).toBeCloseTo(0.393, 3)
    expect(promises(8, 0).next).toEqual({ photos: 12, atMost: 0.14 })
    expect(promises(20, 0).next).toEqual({ photos: 39, atMost: 0.05 })
    expect(promises(59, 0).next).toEqual({ photos: 90, atMost: 0.02 })
    expect(promises(149, 0).next).toEqual({ photos: 150, atMost: 0.01 })
    expect(promises(299, 0).next).toBeNull()
    const { next, promise } = promises(20, 1)
    expect(promise?.atMost).toBeCloseTo(0.2964, 3)
    expect(promisedShare(20 + (next?.photos ?? 0), 1)).toBeLessThanOrEqual(0.14)
    expect(promisedShare(19 + (next?.photos ?? 0), 1)).toBeGreaterThan(0.14)
  })
})

describe('oddOnes', () => {
  const usual = Array.from({ length: 20 }, (_, n) => 0.25 + n / 1000)

  it('finds the photo that stands out, and none where none does', () => {
    expect(oddOnes(usual)).toEqual([])
    expect(oddOnes(usual.with(7, 0.6))).toEqual([7])
  })

  it('leaves out at most one in ten, the worst first', () => {
    expect(oddOnes(usual.with(3, 0.7).with(4, 0.9).with(5, 0.8))).toEqual([4, 5])
    expect(oddOnes(usual.slice(0, 9).with(2, 0.9))).toEqual([])
  })

  it('never an unusually good one', () => {
    expect(oddOnes(usual.with(7, 0.01))).toEqual([])
  })
})

describe('limitFrom', () => {
  const scores = Array.from({ length: 20 }, (_, n) => 0.25 + n / 1000)

  it('is the highest score of the photos that are not odd', () => {
    expect(limitFrom(scores, [...scores.keys()])).toEqual({ limit: 0.25 + 19 / 1000, odd: [] })
    expect(limitFrom(scores.with(19, 0.6), [...scores.keys()])).toEqual({ limit: 0.25 + 18 / 1000, odd: [19] })
    expect(limitFrom([], [])).toEqual({ limit: null, odd: [] })
  })

  it('takes photos of one part for one photo: its worst', () => {
    const groups = scores.map((_, n) => (n < 4 ? 0 : n))
    expect(limitFrom(scores.with(0, 0.27), groups).limit).toBe(0.27)
    // Odd as a whole, all of them.
    expect(limitFrom(scores.with(2, 0.6), groups).odd).toEqual([0, 1, 2, 3])
  })
})

describe('the promise is true in 95 of 100 draws, however the scores are distributed', () => {
  const random = mulberry(20_261_125)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const student = () => normal() / Math.hypot(normal(), normal(), normal())
  const oddLight = (share: number) => () => 0.6 * normal() + (random() < share ? 5 : 0)
  const logScores: Record<string, () => number> = {
    normal,
    'long tail': student,
    exponential: () => -Math.log(1 - random()),
    '1 in 20 in another light': oddLight(0.05),
    '1 in 8 in another light': oddLight(0.125),
  }
  for (const [name, logScore] of Object.entries(logScores)) {
    it.each([12, 20, 59])(`${name}, %i photos`, (photos) => {
      const parts = Float64Array.from({ length: 100_000 }, () => Math.exp(0.3 * logScore())).sort()
      const draws = 3000
      let broken = 0
      const promised = new Map<number, number>()
      for (let draw = 0; draw < draws; draw++) {
        const scores = Array.from({ length: photos }, () => Math.exp(0.3 * logScore()))
        const { limit, odd } = limitFrom(scores, [...scores.keys()])
        const share = promised.get(odd.length) ?? promisedShare(photos, odd.length)
        promised.set(odd.length, share)
        // More are refused than promised: the part at that place of all lies above the limit.
        if ((parts[Math.floor((1 - share) * parts.length)] ?? 0) > (limit ?? 0)) broken++
      }
      // 5 %, three deviations of chance.
      expect(broken / draws).toBeLessThan(0.062)
    })
  }
})

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
