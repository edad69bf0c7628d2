import type { Photo } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { filtered, filterOf } from './photo-filter.ts'

const photo = (id: string, part: Partial<Photo>): Photo =>
  ({ id, label: 'good', kind: null, leftOut: false, verdictId: null, createdAt: 0, ...part }) as Photo

const pile = [
  photo('old', { createdAt: 1 }),
  photo('crack', { label: 'bad', kind: 'barst', createdAt: 2 }),
  photo('said', { label: 'bad', verdictId: 'v', createdAt: 3 }),
  photo('out', { leftOut: true, createdAt: 4 }),
]
const ids = (asked: string | null): string[] => filtered(pile, filterOf(asked)).map(({ id }) => id)

describe('filtered', () => {
  it('shows all, newest first, also under a filter that nobody knows', () => {
    expect(ids(null)).toEqual(['out', 'said', 'crack', 'old'])
    expect(ids('nonsense')).toEqual(ids('all'))
  })

  it('tells good, bad, a kind, left out, and said by a person apart', () => {
    expect(ids('good')).toEqual(['out', 'old'])
    expect(ids('bad')).toEqual(['said', 'crack'])
    expect(ids('kind:barst')).toEqual(['crack'])
    expect(ids('left-out')).toEqual(['out'])
    expect(ids('said')).toEqual(['said'])
  })
})
