import { expect, test } from 'vitest'
import { dayOf, minorOf } from './amount.ts'

test.each([
  ['1.234,56', 'EUR', 123_456],
  ['1,234.56', 'EUR', 123_456],
  ['-12,3', 'EUR', -1230],
  ['12,30-', 'EUR', -1230],
  ['(5)', 'EUR', -500],
  ['€ 1.234', 'EUR', 123_400],
  ['1 234 567,8', 'EUR', 123_456_780],
  ['+0,005', 'EUR', 500],
  ['27.50005', 'EUR', 2750],
  ['2700', 'JPY', 2700],
  ['1.5', 'KWD', 1500],
  ['−3,10', 'EUR', -310],
  ['-0,00', 'EUR', 0],
])('%s %s is %i', (text, currency, minor) => {
  expect(minorOf(text, currency)).toBe(minor)
})

test('With a known decimal sign three digits are decimals', () => {
  expect(minorOf('1.005', 'EUR', '.')).toBe(101)
  expect(minorOf('1,234', 'EUR', ',')).toBe(123)
})

test('What is no amount is none', () => {
  for (const text of ['', '-', 'abc', '1,2,3.4.5', '1e5', '99999999999999999999', '--1', 'NaN'])
    expect(minorOf(text, 'EUR', '.')).toBeNull()
})

test('Days', () => {
  for (const text of ['20260301', '2026-03-01', '2026-03-01T10:00:00+01:00', '01-03-2026', '1/3/26', '1.3.2026'])
    expect(dayOf(text)).toBe('2026-03-01')
  expect(dayOf('03/01/2026', true)).toBe('2026-03-01')
  expect(dayOf('30-02-2026')).toBe('2026-02-28')
  for (const text of ['', '2026-13-01', 'maart', '00-00-0000']) expect(dayOf(text)).toBeNull()
})
