import { describe, expect, it } from 'vitest'
import { answersTo, contradicts, knownKinds } from './word.ts'

describe('answersTo', () => {
  it('turns right and wrong into what the part is', () => {
    expect(answersTo('pass')).toEqual({ kind: 'agree', first: 'good', second: 'bad' })
    expect(answersTo('fail')).toEqual({ kind: 'agree', first: 'bad', second: 'good' })
  })

  it('asks which of the two it is when the box does not know', () => {
    expect(answersTo('unsure')).toEqual({ kind: 'name', first: 'good', second: 'bad' })
  })
})

describe('contradicts', () => {
  const said = (label: 'good' | 'bad') => ({ label, kind: null, at: 1, by: null })

  it('knows a mistake from an agreement, and counts no doubt as a mistake', () => {
    expect(contradicts({ verdict: 'pass', feedback: said('bad') })).toBe(true)
    expect(contradicts({ verdict: 'fail', feedback: said('good') })).toBe(true)
    expect(contradicts({ verdict: 'fail', feedback: said('bad') })).toBe(false)
    expect(contradicts({ verdict: 'unsure', feedback: said('bad') })).toBe(false)
    expect(contradicts({ verdict: 'pass', feedback: null })).toBe(false)
  })
})

describe('knownKinds', () => {
  it('puts the most used first, and leaves out what has no name', () => {
    expect(knownKinds(['barst', null, 'vlek', 'barst', '', 'deuk'])).toEqual(['barst', 'deuk', 'vlek'])
  })

  it('keeps the choice small', () => {
    expect(knownKinds(Array.from({ length: 30 }, (_, index) => `soort ${index}`)).length).toBe(8)
  })
})
