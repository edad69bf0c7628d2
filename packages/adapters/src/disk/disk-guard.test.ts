import { tmpdir } from 'node:os'
import { NabijError } from '@nabij/base'
import { expect, it, vi } from 'vitest'
import { diskGuard } from './index.ts'

const limits = { low: 1000, full: 100, floor: 10, folder: tmpdir() }

it('says ok, low or full, and refuses pictures before verdicts', async () => {
  let free = 0
  const guard = diskGuard({ ...limits, freeBytes: async () => free })
  const at = async (bytes: number) => {
    free = bytes
    await guard.refresh()
    const allowed = [guard.requireRoomForPicture, guard.requireRoomForVerdict].map((require) => {
      try {
        require()
        return true
      } catch (error) {
        return !(error instanceof NabijError && error.code === 'NABIJ_DISK_FULL')
      }
    })
    return [guard.state().state, guard.state().freeBytes, ...allowed]
  }
  expect(await at(1000)).toEqual(['ok', 1000, true, true])
  expect(await at(999)).toEqual(['low', 999, true, true])
  expect(await at(99)).toEqual(['full', 99, false, true])
  expect(await at(9)).toEqual(['full', 9, false, false])
  expect(await at(5000)).toEqual(['ok', 5000, true, true])
})

it('looks again by itself until it is stopped, also after a look that failed', async () => {
  const answers = [5000, null, 50]
  const freeBytes = vi.fn<() => Promise<number>>(async () => {
    const answer = answers.shift()
    if (answer === undefined || answer === null) throw new Error('gone')
    return answer
  })
  const guard = diskGuard({ ...limits, everyMs: 1, freeBytes })
  await guard.start()
  expect(guard.state().state).toBe('ok')
  await vi.waitFor(() => expect(guard.state().state).toBe('full'))
  guard.stop()
})

it('reads the real disk', async () => {
  const guard = diskGuard({ folder: tmpdir() })
  await guard.refresh()
  expect(guard.state().freeBytes).toBeGreaterThan(0)
  expect(guard.state().freeBytes).toBeLessThan(1e17)
})
