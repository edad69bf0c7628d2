import type { RegisterSummary } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { sharesOf } from './shares.ts'

const empty: RegisterSummary = {
  services: 0,
  costPerYear: 0,
  costUnknown: 0,
  outside: 0,
  outsideCost: 0,
  europe: 0,
  europeCost: 0,
  unknownOwner: 0,
  unknownCost: 0,
  crucial: 0,
  crucialOutside: 0,
  coverage: null,
}

describe('how the whole is divided', () => {
  it('says nothing of an empty register', () => {
    expect(sharesOf(empty)).toBeNull()
  })

  it('counts euros where some are known, and lets unknown owners be a part of their own', () => {
    const costs = { costPerYear: 1000, outsideCost: 790, europeCost: 110, unknownCost: 100 }
    const shares = sharesOf({ ...empty, services: 3, outside: 1, europe: 1, unknownOwner: 1, ...costs })
    expect(shares?.of).toBe('euros')
    expect(shares?.outside).toBeCloseTo(0.79)
    expect(shares?.parts.map(({ origin }) => origin)).toEqual(['outside', 'europe', 'unknown'])
    expect(shares?.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })

  it('has whole percents that add up to a hundred', () => {
    const costs = { costPerYear: 20_440_498, outsideCost: 6_487_872, europeCost: 2_762_534, unknownCost: 11_190_092 }
    const shares = sharesOf({ ...empty, services: 80, outside: 35, europe: 9, unknownOwner: 36, ...costs })
    expect(shares?.parts.map(({ percent }) => percent)).toEqual([32, 13, 55])
    const thirds = sharesOf({ ...empty, services: 3, outside: 1, europe: 1, unknownOwner: 1 })
    expect(thirds?.parts.map(({ percent }) => percent)).toEqual([34, 33, 33])
  })

  it('counts services while no cost is known: nothing is not zero euros', () => {
    const shares = sharesOf({ ...empty, services: 4, costUnknown: 4, outside: 1, europe: 2, unknownOwner: 1 })
    expect(shares?.of).toBe('services')
    expect(shares?.outside).toBe(0.25)
  })
})
