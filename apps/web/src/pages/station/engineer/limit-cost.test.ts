import { type RecipeFacts, type Station, usualSettings, type Verdict } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { cheapestLimit, costAt, errorsAt, limitInForce } from './limit-cost.ts'

const scores = { goodScores: [0.1, 0.12, 0.15, 0.2, 0.35], badScores: [0.3, 0.5, 0.6] }

describe('errorsAt', () => {
  it('counts good parts above the limit and bad parts not above it', () => {
    const errors = errorsAt(0.3, scores)
    expect(errors.counts).toEqual({ falseAlarms: 1, misses: 1 })
    expect(errors.falseAlarms).toMatchObject({ value: 0.2, of: 5 })
    expect(errors.misses?.value).toBeCloseTo(1 / 3)
  })

  it('counts a good photo that looks unlike the others too', () => {
    expect(errorsAt(0.3, { ...scores, oddOnes: [4] }).falseAlarms).toMatchObject({ value: 0.2, of: 5 })
  })

  it('knows nothing of misses without bad photos', () => {
    expect(errorsAt(0.3, { ...scores, badScores: [] }).misses).toBeNull()
  })
})

describe('cheapestLimit', () => {
  it('goes low when a miss is dear, and high when a false alarm is', () => {
    const strict = cheapestLimit(scores, { miss: 10_000, falseAlarm: 100 })
    const easy = cheapestLimit(scores, { miss: 100, falseAlarm: 10_000 })
    expect(strict).toBeCloseTo(0.25)
    expect(easy).toBeCloseTo(0.425)
    expect(costAt(strict ?? 0, scores, { miss: 10_000, falseAlarm: 100 })).toBeCloseTo(20)
  })

  it('is what the box chooses where all or nothing is refused, and nothing where no mistake costs anything', () => {
    expect(cheapestLimit(scores, { miss: 1, falseAlarm: 0 })).toBeCloseTo(0.05)
    expect(cheapestLimit({ goodScores: [0.9], badScores: [0.1] }, { miss: 1, falseAlarm: 100 })).toBeCloseTo(0.95)
    expect(cheapestLimit(scores, { miss: 0, falseAlarm: 0 })).toBeNull()
  })

  it('has no answer without photos of bad parts', () => {
    expect(cheapestLimit({ ...scores, badScores: [] }, { miss: 1, falseAlarm: 1 })).toBeNull()
  })
})

describe('limitInForce', () => {
  const facts = { ...scores, limit: 0.22 } as RecipeFacts
  const station = { recipe: { id: 'r', facts }, settings: usualSettings, lastVerdict: null } as Station
  const by = (limit: Station['settings']['limit']): Station => ({ ...station, settings: { ...usualSettings, limit } })

  it('is that of the photos, of a hand, or of the costs', () => {
    expect(limitInForce(station)).toBe(0.22)
    expect(limitInForce(by({ by: 'hand', value: 0.4 }))).toBe(0.4)
    expect(limitInForce(by({ by: 'cost', miss: 10_000, falseAlarm: 100 }))).toBeCloseTo(0.25)
  })

  it('believes the box about the limit that it chose', () => {
    const judged = {
      ...by({ by: 'cost', miss: 1, falseAlarm: 1 }),
      lastVerdict: { recipeId: 'r', limit: 0.31 } as Verdict,
    }
    expect(limitInForce(judged)).toBe(0.31)
  })

  it('is unknown at an untaught station', () => {
    expect(limitInForce({ ...station, recipe: null })).toBeNull()
  })
})
