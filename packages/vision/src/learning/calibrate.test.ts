import { describe, expect, it } from 'vitest'
import { foldsOf } from './calibrate.ts'

describe('foldsOf', () => {
  it('gives each photo a fold of its own while there are enough', () => {
    expect(foldsOf([0, 1, 2, 3], 24)).toEqual([0, 1, 2, 3])
  })

  it('keeps what belongs together together, and no fold holds all', () => {
    const groups = Array.from({ length: 100 }, (_, n) => Math.floor(n / 2))
    const folds = foldsOf(groups, 24)
    expect(new Set(folds).size).toBe(24)
    for (const [n, fold] of folds.entries()) expect(fold).toBe(folds[groups.indexOf(groups[n] ?? -1)])
    expect(new Set(foldsOf([7, 7, 9], 1)).size).toBe(1)
  })
})
