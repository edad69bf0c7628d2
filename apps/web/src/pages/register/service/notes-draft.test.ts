import { ServiceNotes } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { changedNotes, draftOf } from './notes-draft.ts'

const kept = ServiceNotes.parse({ crucial: true, costPerMonth: 3950, process: 'kassa' })

describe('what a person says about a service', () => {
  it('changes nothing when nothing was touched', () => {
    expect(changedNotes(draftOf(kept), kept)).toEqual({})
  })

  it('is unknown again when a field is emptied, not zero', () => {
    expect(changedNotes({ ...draftOf(kept), month: '', process: '  ' }, kept)).toEqual({
      costPerMonth: null,
      process: null,
    })
  })

  it('keeps an amount to the cent', () => {
    expect(changedNotes({ ...draftOf(kept), month: 19.99 }, kept)).toEqual({ costPerMonth: 1999 })
    expect(changedNotes({ ...draftOf(kept), month: '99.50' }, kept)).toEqual({ costPerMonth: 9950 })
    expect(changedNotes({ ...draftOf(kept), month: 0 }, kept)).toEqual({ costPerMonth: 0 })
  })
})
