import { NabijError, type Normal, usualSettings } from '@nabij/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import type { Inspection, PartInspection } from './ports.ts'

const inspection = (score: number, more: Partial<Inspection> = {}): Inspection => ({
  score,
  regions: [],
  parts: [],
  layers: null,
  kind: null,
  look: { brightness: 0.5, contrast: 0.2, sharpness: 0.5 },
  width: 1,
  height: 1,
  map: new Uint8Array(),
  thumb: new Uint8Array(),
  ms: { decode: 0, locate: 0, model: 0, total: 0 },
  ...more,
})
const part = (score: number): PartInspection => ({
  box: { x: 0, y: 0, w: 0.1, h: 0.1 },
  outline: [],
  cut: false,
  angle: 0,
  score,
  regions: [],
  layers: null,
})
const sharply = { ...usualSettings, band: 0 }
const exactly = (count: number) => ({ ...sharply, locate: { ...sharply.locate, exactly: count } })
const locating = { limit: 0.5, locate: { turns: false, parts: { least: 1, most: 3 }, model: {} } }
const normal: Normal = { brightness: [0.3, 0.7], contrast: [0.1, 0.3], sharpness: [0.2, 1], unlike: 3 }

describe('decide', () => {
  it.each([
    [0.2, 0.5, 'pass', null],
    [0.5, 0.5, 'pass', null],
    [0.501, 0.5, 'fail', null],
    [0.2, null, 'unsure', 'NABIJ_NO_LIMIT'],
    [Number.NaN, 0.5, 'unsure', 'NABIJ_SCORE_UNUSABLE'],
    [1.2, 0.5, 'unsure', 'NABIJ_SCORE_UNUSABLE'],
    [-0.1, 0.5, 'unsure', 'NABIJ_SCORE_UNUSABLE'],
    [0.2, Number.NaN, 'unsure', 'NABIJ_NO_LIMIT'],
    [0.2, Number.POSITIVE_INFINITY, 'unsure', 'NABIJ_NO_LIMIT'],
  ])('score %s with limit %s is %s (%s)', (score, limit, verdict, reason) => {
    expect(decide(inspection(score), { limit }, sharply)).toMatchObject({ verdict, reason })
  })

  it.each(['NABIJ_PICTURE_DAMAGED', 'NABIJ_STATION_BUSY', 'NABIJ_UNEXPECTED'] as const)(
    'is unsure because of %s',
    (code) => {
      const decision = decide(new NabijError(code), { limit: 0.5 })
      expect(decision).toEqual({ verdict: 'unsure', reason: code, score: null, limit: 0.5, parts: [] })
    },
  )

  it('passes nothing but a usable score at or below a usable limit', () => {
    fc.assert(
      fc.property(fc.double(), fc.option(fc.double()), (score, limit) => {
        const decision = decide(inspection(score), { limit }, sharply)
        const usable = score >= 0 && score <= 1 && limit !== null && limit >= 0 && limit <= 1
        expect(decision.verdict === 'pass').toBe(usable && score <= limit)
        expect(decision.verdict === 'unsure').toBe(decision.reason !== null)
        expect(decision.score === null || (decision.score >= 0 && decision.score <= 1)).toBe(true)
      }),
    )
  })

  it.each([
    [0.489, 'pass'],
    [0.491, 'unsure'],
    [0.5, 'unsure'],
    [0.509, 'unsure'],
    [0.511, 'fail'],
  ])('near the limit is unsure: %s is %s', (score, verdict) => {
    expect(decide(inspection(score), { limit: 0.5 })).toMatchObject({ verdict, score })
  })

  it.each([
    [{ brightness: 0.1 }, 'NABIJ_TOO_DARK'],
    [{ brightness: 0.9 }, 'NABIJ_TOO_BRIGHT'],
    [{ sharpness: 0.1 }, 'NABIJ_BLURRED'],
    [{ contrast: 0.5 }, 'NABIJ_UNLIKE_ANYTHING'],
  ])('never passes or fails a picture with %o: %s', (change, reason) => {
    for (const score of [0.01, 0.99]) {
      const look = { ...inspection(score).look, ...change }
      expect(decide(inspection(score, { look }), { limit: 0.5, normal })).toMatchObject({ verdict: 'unsure', reason })
    }
  })

  it('fails a score far above the limit on a picture that looks as it should', () => {
    expect(decide(inspection(0.99), { limit: 0.5, normal })).toMatchObject({ verdict: 'fail', reason: null })
  })

  it('is that of the worst part', () => {
    const judged = (scores: number[], settings = sharply) => {
      const parts = scores.map(part)
      return decide(inspection(Math.max(0, ...scores), { parts }), locating, settings)
    }
    expect(judged([0.1, 0.9, 0.2])).toMatchObject({ verdict: 'fail', score: 0.9 })
    expect(judged([0.1, 0.9, 0.2]).parts.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass'])
    expect(judged([0.1, Number.NaN])).toMatchObject({ verdict: 'unsure', reason: 'NABIJ_SCORE_UNUSABLE' })
    expect(judged([])).toMatchObject({ verdict: 'unsure', reason: 'NABIJ_NO_PART' })
    expect(judged([0.1, 0.2], exactly(3))).toMatchObject({ verdict: 'unsure', reason: 'NABIJ_OTHER_NUMBER_OF_PARTS' })
    expect(judged([0.1, 0.9], exactly(3))).toMatchObject({ verdict: 'fail', reason: null })
    expect(judged([0.1, 0.2], exactly(2))).toMatchObject({ verdict: 'pass', score: 0.2 })
  })

  it('is unsure of a part that is cut off, whatever it scores, and of the others as ever', () => {
    for (const score of [0.01, 0.99]) {
      const parts = [{ ...part(score), cut: true }, part(0.2)]
      const judged = decide(inspection(score, { parts }), locating, sharply)
      expect(judged).toMatchObject({ verdict: 'unsure', reason: 'NABIJ_PART_CUT_OFF', score })
      expect(judged.parts.map(({ verdict }) => verdict)).toEqual(['unsure', 'pass'])
    }
    const broken = [{ ...part(0.1), cut: true }, part(0.9)]
    expect(decide(inspection(0.9, { parts: broken }), locating, sharply)).toMatchObject({ verdict: 'fail', score: 0.9 })
  })

  it('uses the limit that was set by hand, or that costs least', () => {
    const facts = { limit: 0.5, goodScores: [0.1, 0.2, 0.35], badScores: [0.3, 0.6, 0.9] }
    const under = (limit: typeof usualSettings.limit) => decide(inspection(0.4), facts, { ...sharply, limit }).limit
    expect(under({ by: 'hand', value: 0.3 })).toBe(0.3)
    expect(under({ by: 'cost', miss: 1000, falseAlarm: 1 })).toBeCloseTo(0.25)
    expect(under({ by: 'cost', miss: 1, falseAlarm: 1000 })).toBeCloseTo(0.475)
    expect(
      decide(inspection(0.4), { limit: 0.5 }, { ...sharply, limit: { by: 'cost', miss: 1, falseAlarm: 1 } }).limit,
    ).toBe(0.5)
  })
})
