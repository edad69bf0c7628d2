import { describe, expect, it } from 'vitest'
import { whichLayer } from './which-layer.ts'

const of = (local: number, semantic: number | null, verdict: 'pass' | 'fail' = 'fail') =>
  whichLayer({ layers: { local, semantic }, verdict })

describe('whichLayer', () => {
  it('names the branch that measured most', () => {
    expect(of(3, 1)).toBe('local')
    expect(of(1, 2)).toBe('semantic')
  })

  it('names both when they are about equal, and the only one when there is one', () => {
    expect(of(2, 1.9)).toBe('both')
    expect(of(2, null)).toBe('local')
  })

  it('says that nothing stands out in a good part, and nothing when nothing is known', () => {
    expect(of(3, 1, 'pass')).toBe('usual')
    expect(whichLayer({ layers: null, verdict: 'fail' })).toBeNull()
  })
})
