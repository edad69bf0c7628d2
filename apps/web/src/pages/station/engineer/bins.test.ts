import { describe, expect, it } from 'vitest'
import { binScores } from './bins.ts'

describe('binScores', () => {
  it('counts every score, the highest too', () => {
    const { counts } = binScores([0, 0.2, 0.2, 1], null)
    expect(counts.reduce((sum, count) => sum + count)).toBe(4)
    expect(counts.at(-1)).toBe(1)
  })

  it('shows the limit even when all scores are far below it', () => {
    expect(binScores([0.01], 0.6).top).toBeGreaterThan(0.6)
  })

  it('has an empty drawing for no scores', () => {
    expect(binScores([], null)).toMatchObject({ top: 0.1 })
  })
})
