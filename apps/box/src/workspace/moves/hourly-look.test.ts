import { expect, it } from 'vitest'
import { hourlyLook } from './hourly-look.ts'

it('looks every hour, goes on after a failure, and stops', async () => {
  let waiting: (() => void) | null = null
  let looked = 0
  const failures: unknown[] = []
  const watch = hourlyLook({
    timer: (_ms, run) => {
      waiting = run
      return () => {
        waiting = null
      }
    },
    look: async () => {
      looked += 1
      if (looked === 1) throw new Error('not now')
    },
    onError: (error) => failures.push(error),
  })
  for (let hour = 0; hour < 3; hour++) {
    const run: (() => void) | null = waiting
    waiting = null
    ;(run as (() => void) | null)?.()
    await expect.poll(() => waiting).not.toBeNull()
  }
  expect([looked, failures.length]).toEqual([3, 1])
  await watch.stop()
  expect(waiting).toBeNull()
})
