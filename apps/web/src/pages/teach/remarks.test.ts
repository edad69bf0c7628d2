import type { Photo, Remark } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { countDifferent, toLookAt } from './remarks.ts'

const photo = (id: string, remarks: Remark[] = [], leftOut = false, belongs = false): Photo =>
  ({ id, remarks, leftOut, belongs }) as Photo

describe('toLookAt', () => {
  it('shows the worst remark of a photo, the worst photos first, a duplicate beside its twin', () => {
    const pile = [
      photo('a'),
      photo('b', [{ code: 'near-duplicate', of: 'a' }]),
      photo('c', [
        { code: 'near-duplicate', of: 'a' },
        { code: 'dark', of: null },
      ]),
      photo('d', [{ code: 'odd-one-out', of: null }]),
    ]
    const found = toLookAt(pile)
    expect(found.map(({ photo: { id }, remark: { code } }) => [id, code])).toEqual([
      ['d', 'odd-one-out'],
      ['c', 'dark'],
      ['b', 'near-duplicate'],
    ])
    expect(found[2]?.twin?.id).toBe('a')
  })

  it('asks no more about what was answered', () => {
    const pile = [
      photo('a', [{ code: 'blurred', of: null }], true),
      photo('b', [{ code: 'dark', of: null }], false, true),
    ]
    expect(toLookAt(pile)).toEqual([])
  })

  it('lets a duplicate be when its twin is left out', () => {
    expect(toLookAt([photo('a', [], true), photo('b', [{ code: 'near-duplicate', of: 'a' }])])).toEqual([])
  })
})

describe('countDifferent', () => {
  it('counts twenty frames of one biscuit once', () => {
    const copies = Array.from({ length: 19 }, (_, index) => photo(`c${index}`, [{ code: 'near-duplicate', of: 'a' }]))
    expect(countDifferent([photo('a'), ...copies])).toBe(1)
  })

  it('leaves out what is left out', () => {
    expect(countDifferent([photo('a'), photo('b', [], true)])).toBe(1)
  })
})
