import type { Station, Verdict } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { isCurrent } from './current.ts'

function judged(reason: string | null): Verdict {
  return { verdict: reason ? 'unsure' : 'pass', reason } as Verdict
}

describe('isCurrent', () => {
  const states = ['judging', 'learning', 'starting', 'stopped'] as const
  it.each(states)('believes the last verdict of a station that is %s', (state) => {
    expect(isCurrent({ state, lastVerdict: judged(null) })).toBe(true)
  })

  it('does not believe "good" while the folder is gone', () => {
    expect(isCurrent({ state: 'degraded', lastVerdict: judged(null) })).toBe(false)
  })

  it('believes "unsure" that tells what is wrong', () => {
    expect(isCurrent({ state: 'degraded', lastVerdict: judged('NABIJ_EXECUTOR_LOST') })).toBe(true)
  })

  it('has nothing to believe before the first part', () => {
    const station: Pick<Station, 'state' | 'lastVerdict'> = { state: 'judging', lastVerdict: null }
    expect(isCurrent(station)).toBe(false)
  })
})
