import type { Verdict } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { countOutcomes, outcomeOf } from './truth.ts'

function judged(verdict: Verdict['verdict'], defect: string | null | undefined): Verdict {
  return { verdict, truth: defect === undefined ? null : { defect, regions: [] } } as unknown as Verdict
}

describe('outcomeOf', () => {
  it('compares a verdict with what is true', () => {
    expect(outcomeOf(judged('pass', null))).toBe('right')
    expect(outcomeOf(judged('fail', 'crack'))).toBe('right')
    expect(outcomeOf(judged('pass', 'crack'))).toBe('missed')
    expect(outcomeOf(judged('fail', null))).toBe('alarm')
    expect(outcomeOf(judged('unsure', 'crack'))).toBe('unsure')
    expect(outcomeOf(judged('pass', undefined))).toBeNull()
  })
})

describe('countOutcomes', () => {
  it('leaves out what nobody knows', () => {
    const counts = countOutcomes([judged('pass', null), judged('fail', null), judged('fail', undefined)])
    expect(counts).toEqual({ right: 1, missed: 0, alarm: 1, unsure: 0, n: 2 })
  })
})
