import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { knowledgeIndex, readPack } from '@nabij/knowledge'
import { expect, test } from 'vitest'
import { labelledEvidence } from './labelled-evidence.ts'
import { benchRegister } from './register.ts'
import { registerTable } from './register-table.ts'

const pack = fileURLToPath(new URL('../../../packages/knowledge/pack.json', import.meta.url))

test('Of a made-up company’s evidence nearly all is found, hardly anything wrongly, and no look-alike is called certain', async () => {
  const evidence = labelledEvidence()
  const bench = await benchRegister(knowledgeIndex(readPack(readFileSync(pack, 'utf8'))), evidence)
  expect(bench.labels).toBeGreaterThanOrEqual(300)
  expect(bench.traps).toBeGreaterThanOrEqual(100)
  expect(bench.unread).toEqual([])
  expect(bench.trapsConfirmed).toBe(0)
  expect(bench.precision, bench.faults.join('\n')).toBeGreaterThanOrEqual(0.97)
  expect(bench.recall, bench.misses.join('\n')).toBeGreaterThanOrEqual(0.92)
  expect(registerTable(bench, 'nl')).toContain('precisie: ')
})
