import { describe, expect, it } from 'vitest'
import { formatsFor } from './format.ts'

/** Intl uses several kinds of space; a reader sees one. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}

const nl = formatsFor('nl')
const en = formatsFor('en')
const at = new Date(2026, 10, 23, 9, 12, 5).getTime()

describe('formatsFor', () => {
  it('writes numbers as the language does', () => {
    expect(nl.number(1234.56, 2)).toBe('1.234,56')
    expect(en.number(1234.56, 2)).toBe('1,234.56')
  })

  it('writes shares as percentages', () => {
    expect(plain(nl.percent(0.79))).toBe('79 %')
    expect(en.percent(0.79)).toBe('79%')
    expect(plain(nl.percent(0.014, 1))).toBe('1,4 %')
  })

  it('writes no more of a day than is known', () => {
    expect(plain(nl.partialDay('2024-12-05'))).toBe('5 dec 2024')
    expect(plain(nl.partialDay('2024-03'))).toBe('mrt 2024')
    expect(en.partialDay('2024-12')).toBe('Dec 2024')
    expect(nl.partialDay('2024')).toBe('2024')
  })

  it('writes bytes in a unit that a person can read', () => {
    expect(nl.bytes(0)).toBe('0 bytes')
    expect(nl.bytes(1)).toBe('1 byte')
    expect(plain(nl.bytes(24_300_000))).toBe('24 MB')
    expect(plain(nl.bytes(1_250_000_000))).toBe('1,3 GB')
  })

  it('drops the cents of large amounts', () => {
    expect(plain(nl.euros(3_148_000))).toBe('€ 31.480')
    expect(plain(nl.euros(31_250))).toBe('€ 312,50')
    expect(en.euros(3_148_000)).toBe('€31,480')
  })

  it('writes a moment of today as a time, and any other with its date', () => {
    expect(nl.moment(at, at + 1000)).toBe('09:12')
    expect(nl.moment(at, at + 86_400_000)).toBe('23 nov 2026 09:12')
    expect(en.date(at)).toBe('23 Nov 2026')
    expect(nl.instant(at)).toBe('23 nov 2026 09:12:05')
  })
})
