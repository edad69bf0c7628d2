import { describe, expect, it } from 'vitest'
import { limitByCost, tradeOff } from './trade-off.ts'

const facts = { goodScores: [0.1, 0.2, 0.5], badScores: [0.4, 0.8] }

describe('tradeOff', () => {
  it('goes from refusing all to missing all', () => {
    const points = tradeOff(facts)
    expect(points[0]).toMatchObject({ falseAlarms: 1, misses: 0 })
    expect(points.at(-1)).toMatchObject({ falseAlarms: 0, misses: 1 })
    expect(points.length).toBe(6)
    for (const [n, point] of points.entries()) {
      expect(point.falseAlarms).toBeLessThanOrEqual(points[n - 1]?.falseAlarms ?? 1)
      expect(point.misses).toBeGreaterThanOrEqual(points[n - 1]?.misses ?? 0)
    }
  })

  it('says nothing without both kinds', () => {
    expect(tradeOff({ goodScores: [0.1], badScores: [] })).toEqual([])
    expect(limitByCost({ goodScores: [], badScores: [0.5] }, { miss: 1, falseAlarm: 1 })).toBeNull()
  })
})

describe('limitByCost', () => {
  it('chooses nothing when no mistake costs anything', () => {
    expect(limitByCost(facts, { miss: 0, falseAlarm: 0 })).toBeNull()
    expect(limitByCost(facts, { miss: 0, falseAlarm: 1 })).toBeCloseTo(0.65, 9)
  })

  it('lies halfway to 0 or 1 where all or nothing is refused', () => {
    const few = { goodScores: [0.1, 0.12, 0.15, 0.2, 0.35], badScores: [0.3, 0.5, 0.6] }
    expect(limitByCost(few, { miss: 1, falseAlarm: 0 })).toBeCloseTo(0.05, 9)
    expect(limitByCost({ goodScores: [0.9], badScores: [0.1] }, { miss: 1, falseAlarm: 100 })).toBeCloseTo(0.95, 9)
  })

  it('follows what is dearer', () => {
    expect(limitByCost(facts, { miss: 100, falseAlarm: 1 })).toBeCloseTo(0.3, 9)
    expect(limitByCost(facts, { miss: 1, falseAlarm: 100 })).toBeCloseTo(0.65, 9)
    // At 0.21 half of the good ones is refused, at 0.575 half of the bad ones is missed: that costs the same.
    expect(limitByCost({ goodScores: [0.1, 0.35], badScores: [0.32, 0.8] }, { miss: 1, falseAlarm: 1 })).toBeCloseTo(
      0.21,
      9,
    )
    // One part in a thousand is bad: then a miss must cost a thousand times as much to weigh the same.
    expect(limitByCost(facts, { miss: 100, falseAlarm: 1, defectRate: 0.001 })).toBeCloseTo(0.65, 9)
  })
})
