import { MoneyInput, type MoneyResult } from '@nabij/base'
import { moneyCase } from '../money-case.ts'
import { priceBook } from './price-book.ts'

export const book = priceBook()

/** Custom Vision against a Jetson, in euros. */
export const someInput = {
  start: '2026-12-01',
  rates: [{ currency: 'USD', worth: '0.9', on: '2026-11-20', source: 'bank' }],
  imagesPerMonth: 300_000,
  cloud: [{ price: 'azure-custom-vision-prediction-s0', use: { perImage: '1' } }],
  here: {
    hardware: [{ price: 'jetson-orin-nano-super', count: 2 }],
    spare: '0.5',
    installation: '800',
    migration: '400',
    labour: { hoursPerMonth: '2', perHour: '60' },
    power: { watts: '25', how: 'measured', price: 'electricity-nl-small-business' },
  },
  draws: 100,
} as const

/** The same, with something else in it. */
export function inputWith(change: Record<string, unknown> = {}, here: Record<string, unknown> = {}): MoneyInput {
  return MoneyInput.parse({ ...someInput, ...change, here: { ...someInput.here, ...here } })
}

export function caseWith(change: Record<string, unknown> = {}, here: Record<string, unknown> = {}): MoneyResult {
  return moneyCase(inputWith(change, here), book)
}

export function figure({ figures }: MoneyResult, id: string): number {
  const value = figures.find((each) => each.id === id)?.value
  if (value === null || value === undefined) throw new Error(`no number ${id}`)
  return value
}
