import { NabijError } from '@nabij/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import type { Inspection } from './ports.ts'

const inspection = (score: number): Inspection => ({
  score,
  regions: [],
  width: 1,
  height: 1,
  map: new Uint8Array(),
  ms: { decode: 0, model: 0, total: 0 },
})

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
    expect(decide(inspection(score), { limit })).toMatchObject({ verdict, reason })
  })

  it.each(['NABIJ_PICTURE_DAMAGED', 'NABIJ_STATION_BUSY', 'NABIJ_UNEXPECTED'] as const)(
    'is unsure because of %s',
    (code) => {
      const decision = decide(new NabijError(code), { limit: 0.5 })
      expect(decision).toEqual({ verdict: 'unsure', reason: code, score: null, limit: 0.5 })
    },
  )

  it('passes nothing but a usable score at or below a usable limit', () => {
    fc.assert(
      fc.property(fc.double(), fc.option(fc.double()), (score, limit) => {
        const decision = decide(inspection(score), { limit })
        const usable = score >= 0 && score <= 1 && limit !== null && limit >= 0 && limit <= 1
        expect(decision.verdict === 'pass').toBe(usable && score <= limit)
        expect(decision.verdict === 'unsure').toBe(decision.reason !== null)
        expect(decision.score === null || (decision.score >= 0 && decision.score <= 1)).toBe(true)
      }),
    )
  })
})
