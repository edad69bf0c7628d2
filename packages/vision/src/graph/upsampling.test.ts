import { describe, expect, it } from 'vitest'
import { upsampling } from './upsampling.ts'

describe('upsampling', () => {
  it.each([1, 2, 8, 16, 24])('from %i cells: rows sum to one and are mirrored', (from) => {
    const weights = upsampling(from, 64, 1.5)
    for (let cell = 0; cell < 64; cell++) {
      const row = weights.subarray(cell * from, (cell + 1) * from)
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5)
      const mirrored = weights.subarray((63 - cell) * from, (64 - cell) * from).toReversed()
      for (const [n, weight] of row.entries()) expect(weight).toBeCloseTo(mirrored[n] ?? 0, 5)
    }
  })

  it('keeps each cell in its place: the largest weight is that of the cell below', () => {
    const weights = upsampling(8, 64, 1.5)
    for (let cell = 0; cell < 8; cell++) {
      const row = [...weights.subarray((cell * 8 + 4) * 8, (cell * 8 + 5) * 8)]
      expect(row.indexOf(Math.max(...row))).toBe(cell)
    }
  })
})
