import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { benchPromise, keptIfExact } from './promise.ts'
import { isKept } from './promise-table.ts'

const model = fileURLToPath(new URL('../../models/efficientnet-lite0/backbone.onnx', import.meta.url))

it('draws without teaching anew what teaching would have given', { timeout: 120_000 }, async () => {
  const [row, ...others] = await benchPromise({ model, counts: [4], draws: 2, biscuits: 10, sets: ['biscuits'] })
  expect(others).toEqual([])
  expect(row).toMatchObject({ set: 'biscuits', photos: 4, draws: 2, odd: 0, refusedMore: 0 })
  expect(row?.difference).toBeLessThan(1e-6)
  expect(row?.promised).toBeCloseTo(1 - 0.05 ** (1 / 4), 10)
})

it('knows what a true promise shows when few are judged', () => {
  // Of 2 taught and 2 judged, at most one above: not that both judged lie above both taught, 1 of 6 orders.
  expect(keptIfExact(2, 2)).toBeCloseTo(5 / 6, 10)
  expect(keptIfExact(20, 1_000_000)).toBeCloseTo(0.95, 3)
  const row = { keptIfExact: 0.937 } as Parameters<typeof isKept>[0]
  expect([isKept({ ...row, kept: 0.95 }), isKept({ ...row, kept: 0.94 })]).toEqual([true, false])
})
