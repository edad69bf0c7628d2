import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'

describe('evaluate', () => {
  it('counts pairs: 1 when every bad part scores higher, 0.5 when scores say nothing', () => {
    expect(evaluate([0.1, 0.2], [0.3, 0.4], 0.25)).toEqual({
      auroc: 1,
      falseAlarmRate: 0,
      missRate: 0,
      limit: 0.25,
      nGood: 2,
      nBad: 2,
    })
    expect(evaluate([0.5, 0.5], [0.5], 0.5).auroc).toBe(0.5)
    expect(evaluate([0.1, 0.4], [0.3, 0.2], null).auroc).toBe(0.5)
    expect(evaluate([0.1, 0.4, 0.3], [0.3], null).auroc).toBeCloseTo(0.5)
  })

  it('a score at the limit passes', () => {
    expect(evaluate([0.2, 0.3], [0.3, 0.4, 0.1], 0.3)).toMatchObject({ falseAlarmRate: 0, missRate: 2 / 3 })
  })

  it('without a limit or without parts of a kind there is nothing to say', () => {
    expect(evaluate([0.2], [0.3], null)).toMatchObject({ falseAlarmRate: null, missRate: null })
    expect(evaluate([], [0.3], 0.1)).toMatchObject({ auroc: null, falseAlarmRate: null, missRate: 0, nGood: 0 })
  })

  it('agrees with counting all pairs', () => {
    const good = Array.from({ length: 40 }, (_, n) => ((n * 37) % 50) / 50)
    const bad = Array.from({ length: 30 }, (_, n) => ((n * 23) % 60) / 50)
    const wins = bad.flatMap((b) => good.map((g) => (b > g ? 1 : b === g ? 0.5 : 0)))
    expect(evaluate(good, bad, null).auroc).toBeCloseTo(wins.reduce<number>((a, b) => a + b, 0) / wins.length, 12)
  })
})
