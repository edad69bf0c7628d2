import { describe, expect, it } from 'vitest'
import { scalesOf } from './scales.ts'

const least = 0.05
/** Scores of as many good photos, half of them this much above their mean and half below. */
const scores = (mean: number, spread: number, count: number) =>
  Array.from({ length: count }, (_, n) => mean * (n % 2 === 0 ? 1 + spread : 1 - spread))
/** What the branches contribute to the ratio of a part that scores like the mean of the good ones. */
const shares = (...branches: number[][]) =>
  scalesOf(branches.map((each) => ({ scores: each, least }))).map(
    (scale, n) => (branches[n] ?? []).reduce((sum, score) => sum + score, 0) / (branches[n]?.length ?? 1) / scale,
  )

describe('scalesOf', () => {
  it('gives a part like the good ones the ratio 1, whatever the branches weigh', () => {
    for (const spread of [0, 0.1, 0.5]) {
      const [local = 0, semantic = 0] = shares(scores(0.8, 0.1, 20), scores(1.4, spread, 20))
      expect(local + semantic).toBeCloseTo(1, 9)
    }
    expect(shares(scores(0.8, 0.1, 20))).toEqual([expect.closeTo(1, 9)])
  })

  it('listens more to the branch on which good photos agree', () => {
    const [steady = 0, wild = 0] = shares(scores(0.8, 0.1, 20), scores(1.4, 0.2, 20))
    expect(steady / wild).toBeGreaterThan(2)
    expect(steady / wild).toBeLessThan(4)
    expect(shares(scores(0.8, 0.1, 20), scores(1.4, 0.1, 20))).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)])
  })

  it('believes few photos less than many', () => {
    const [few = 0, more = 0, many = 0] = [2, 20, 200].map(
      (count) => shares(scores(1, 0.05, count), scores(1, 0.2, count))[0],
    )
    expect(few).toBeLessThan(0.6)
    expect(more).toBeGreaterThan(few)
    expect(many).toBeGreaterThan(more)
    expect(many).toBeLessThan(1)
  })

  it('lets all weigh alike when there is nothing to go by', () => {
    expect(shares(scores(0.8, 0, 20), scores(1.4, 0, 20))).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)])
  })

  it('takes no branch for so sure that noise becomes a defect', () => {
    expect(scalesOf([{ scores: [1e-9, 2e-9, 1e-9], least }])[0]).toBeCloseTo(least, 9)
  })
})
