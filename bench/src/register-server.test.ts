import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { benchRegisterServer } from './register-server.ts'
import { registerServerTable } from './register-server-table.ts'

const command = new URL('../../apps/box/src/main.ts', import.meta.url).pathname

test('asks the real server while each file comes in, and clears up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-test-'))
  vi.stubEnv('TMPDIR', folder)
  const sizes = { packages: 300, csv: 200_000, line: 3_000_000, bomb: 3e9 }
  const bench = await benchRegisterServer({ command, sizes, idleMs: 100, signal: new AbortController().signal })
  const [idle, packages, csv, line, bomb] = bench.rows
  expect(bench.rows.map(({ what, code }) => [what, code])).toEqual([
    ['idle', null],
    ['packages', 0],
    ['csv', 0],
    ['line', 2],
    ['bomb', 2],
  ])
  expect(bomb?.size).toBeLessThan(1e7)
  for (const row of bench.rows) {
    expect(row).toMatchObject({ failed: 0 })
    expect(row.answers).toBeGreaterThan(0)
    expect(row.api.max).toBeGreaterThanOrEqual(row.api.p50)
    expect(row.server.max).toBeGreaterThanOrEqual(row.server.p50)
  }
  expect([idle, packages, csv, line].every((row) => (row?.seconds ?? 0) > 0)).toBe(true)
  for (const language of ['nl', 'en'] as const)
    expect(registerServerTable(bench, language).split('\n')).toHaveLength(bench.rows.length + 5)
  // Nothing of ours is left behind.
  expect(readdirSync(folder).filter((name) => name.startsWith('nabij'))).toEqual([])
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
}, 120_000)
