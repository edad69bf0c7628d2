import { expect, it } from 'vitest'
import { addUp } from './add-up.ts'

const feedback = { right: 1, falseAlarms: 2, misses: 0, unjudged: 3 }
const hour = (at: number, pass: number) => ({ at, pass, fail: 1, unsure: 0, dropped: 0 })

it('adds up stations hour by hour and kind by kind', () => {
  const day = addUp([
    { hours: [hour(2, 5), hour(1, 7)], kinds: [{ kind: 'burnt', fails: 1 }], feedback, ms: null },
    {
      hours: [hour(1, 2)],
      kinds: [
        { kind: null, fails: 4 },
        { kind: 'burnt', fails: 2 },
      ],
      feedback,
      ms: { p50: 1, p95: 2 },
    },
  ])
  expect(day.hours).toEqual([
    { at: 1, pass: 9, fail: 2, unsure: 0, dropped: 0 },
    { at: 2, pass: 5, fail: 1, unsure: 0, dropped: 0 },
  ])
  expect(day.kinds).toEqual([
    { kind: null, fails: 4 },
    { kind: 'burnt', fails: 3 },
  ])
  expect(day.feedback).toEqual({ right: 2, falseAlarms: 4, misses: 0, unjudged: 6 })
})

it('is empty without stations', () => {
  expect(addUp([])).toEqual({ hours: [], kinds: [], feedback: { right: 0, falseAlarms: 0, misses: 0, unjudged: 0 } })
})
