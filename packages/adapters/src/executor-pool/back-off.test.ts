import { expect, it } from 'vitest'
import { createBackOff } from './back-off.ts'

it('waits longer after each fall, up to a limit, and not at all once something worked', () => {
  const backOff = createBackOff(100, 500)
  expect([1, 2, 3, 4, 5, 6].map(() => backOff.fell())).toEqual([0, 100, 200, 400, 500, 500])
  backOff.worked()
  expect([1, 2].map(() => backOff.fell())).toEqual([0, 100])
})
