import { expect, it } from 'vitest'
import { benchStorage, storageTable } from './index.ts'

it('measures a small database and says what it saw', async () => {
  const stored: number[] = []
  const bench = await benchStorage({ verdicts: 3000, seconds: 0.2, onProgress: (count) => stored.push(count) })
  expect(stored.at(-1)).toBe(3000)
  expect(bench.commits.single).toBeGreaterThan(0)
  expect(bench.calls.record.p95).toBeGreaterThan(0)
  expect(storageTable(bench, 'en')).toContain('latest 50 verdicts')
  expect(storageTable(bench, 'nl')).toContain('laatste 50 oordelen')
})
