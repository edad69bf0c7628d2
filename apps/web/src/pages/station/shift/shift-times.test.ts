import { describe, expect, it } from 'vitest'
import { minutesOf, type Span, stretchOf, timeOf } from './shift-times.ts'

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()
const three = [6 * 60, 14 * 60, 22 * 60]
const stretch = (span: Span, now: number, begins = three) => stretchOf(span, now, begins)

describe('stretchOf', () => {
  it('begins the early, late and night shift when the station says', () => {
    expect(stretch('shift', at(25, 6)).from).toBe(at(25, 6))
    expect(stretch('shift', at(25, 13, 59)).from).toBe(at(25, 6))
    expect(stretch('shift', at(25, 23)).from).toBe(at(25, 22))
    expect(stretch('shift', at(25, 16), [15 * 60 + 30, 6 * 60 + 45]).from).toBe(at(25, 15, 30))
  })

  it('lets the night shift go on past midnight', () => {
    expect(stretch('shift', at(25, 3)).from).toBe(at(24, 22))
    expect(stretch('today', at(25, 3)).from).toBe(at(25, 0))
  })

  it('takes the shift before as a whole', () => {
    expect(stretch('previous', at(25, 7))).toEqual({ from: at(24, 22), to: at(25, 6) })
  })

  it('is a whole day where there is one shift', () => {
    expect(stretch('previous', at(25, 7), [420])).toEqual({ from: at(24, 7), to: at(25, 7) })
    expect(stretch('shift', at(25, 6, 59), [420]).from).toBe(at(24, 7))
  })

  it('is seven days with today', () => {
    expect(stretch('week', at(25, 7)).from).toBe(at(19, 0))
  })
})

describe('a time of day', () => {
  it('is minutes after midnight, both ways', () => {
    for (const time of ['00:00', '06:45', '23:59']) expect(timeOf(minutesOf(time) ?? -1)).toBe(time)
    for (const none of ['', '24:00', '6:60', '6', 'six']) expect(minutesOf(none)).toBeNull()
  })
})
