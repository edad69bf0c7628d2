import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type OpenDesk, openDesk } from './testing/open-desk.ts'

// The register is worked out in a thread of its own: no test may fail because the machine is busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
})
afterEach(() => open.close())

const months = async () =>
  (await open.stores.register.snapshots()).map(({ month, figures }) => [
    month,
    (JSON.parse(figures) as { day: string }).day,
  ])

/** What waits on the timer happens now; it is done when it waits again. */
async function later(): Promise<void> {
  const due = [...open.waiting]
  open.waiting.clear()
  for (const action of due) action()
  await vi.waitFor(() => expect(open.waiting.size).toBe(1), { timeout: 240_000 })
}

it('The box stores the state of each day by itself, also after it was off', async () => {
  await open.desk.tick({ productId: 'microsoft-365' })
  expect(await months()).toEqual([
    ['2026-11', '2026-11-25'],
    ['last', '2026-11-25'],
  ])
  open.time.now = Date.parse('2026-12-01T00:20:00Z')
  await later()
  expect(await months()).toEqual([
    ['2026-11', '2026-11-25'],
    ['2026-12', '2026-12-01'],
    ['last', '2026-12-01'],
  ])
  open.time.now = Date.parse('2027-03-09T08:00:00Z')
  await open.again()
  await later()
  expect((await months()).map(([month]) => month)).toEqual(['2026-11', '2026-12', '2027-03', 'last'])
})

it('A register that never held anything stores nothing, and one that was stored today is left alone', async () => {
  await later()
  expect(await months()).toEqual([])
  await open.desk.tick({ productId: 'microsoft-365' })
  const before = await open.stores.register.snapshots()
  open.time.now += 3_600_000
  await later()
  expect(await open.stores.register.snapshots()).toEqual(before)
})

it('A stopped register waits for nothing', async () => {
  await open.desk.stop()
  expect(open.waiting.size).toBe(0)
})
