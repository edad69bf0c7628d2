import { describe, expect, it } from 'vitest'
import { rateOf } from './rates.ts'

/** Clopper-Pearson intervals from published tables. */
const known = [
  [0, 20, 0, 0.1684],
  [1, 20, 0.0013, 0.2487],
  [5, 50, 0.0333, 0.2181],
  [10, 10, 0.6915, 1],
  [0, 59, 0, 0.0606],
] as const

describe('rateOf', () => {
  it.each(known)('%i of %i lies in the interval of the tables', (count, of, low, high) => {
    const rate = rateOf(count, of)
    expect(rate?.value).toBeCloseTo(count / of, 10)
    expect(rate?.low).toBeCloseTo(low, 3)
    expect(rate?.high).toBeCloseTo(high, 3)
  })

  it('says nothing of nothing', () => {
    expect(rateOf(0, 0)).toBeNull()
  })

  it('stays a share with thousands of cases', () => {
    const rate = rateOf(1000, 2000)
    expect(rate?.low).toBeCloseTo(0.478, 2)
    expect(rate?.high).toBeCloseTo(0.522, 2)
  })
})
