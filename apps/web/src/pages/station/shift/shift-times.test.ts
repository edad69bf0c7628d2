import { describe, expect, it } from 'vitest'
import { stretchOf } from './shift-times.ts'

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

describe('stretchOf', () => {
  it('begins the early, late and night shift at six, two and ten', () => {
    expect(stretchOf('shift', at(25, 6)).from).toBe(at(25, 6))
    expect(stretchOf('shift', at(25, 13, 59)).from).toBe(at(25, 6))
    expect(stretchOf('shift', at(25, 23)).from).toBe(at(25, 22))
  })

  it('lets the night shift go on past midnight', () => {
    expect(stretchOf('shift', at(25, 3)).from).toBe(at(24, 22))
    expect(stretchOf('today', at(25, 3)).from).toBe(at(25, 0))
  })

  it('takes the shift before as a whole', () => {
    expect(stretchOf('previous', at(25, 7))).toEqual({ from: at(24, 22), to: at(25, 6) })
  })

  it('is seven days with today', () => {
    expect(stretchOf('week', at(25, 7)).from).toBe(at(19, 0))
  })
})
