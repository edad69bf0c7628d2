import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulatedPhotos } from '@nabij/adapters/camera'
import { expect, test, vi } from 'vitest'
import { benchDialects, middleOf } from './dialects.ts'
import { dialectsTable } from './dialects-table.ts'

const path = (name: string) => new URL(`../../../apps/box/src/${name}`, import.meta.url).pathname
const source = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 10, defectRate: 0.3 } as const

test('asks a real box in every dialect and beside it, and clears up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-test-'))
  vi.stubEnv('TMPDIR', folder)
  const photos = await simulatedPhotos({ program: path('camera-main.ts'), source, count: 10 })
  const pictures = photos.map(({ picture }) => picture)
  const teach = photos.filter(({ truth }) => truth?.defect === null).map(({ picture }) => picture)
  const signal = new AbortController().signal
  const bench = await benchDialects({ command: path('main.ts'), teach, pictures, rounds: 2, streamed: 8, signal })
  expect(bench.rows.map(({ server, dialect }) => `${server} ${dialect}`).toSorted()).toEqual([
    'nabij custom-vision',
    'nabij kserve',
    'nabij lookout-vision',
    'nabij rekognition',
    'nabij sagemaker',
    'station API',
  ])
  for (const { server, ms, over, perSecond } of bench.rows) {
    expect(ms.p50).toBeGreaterThan(0)
    expect(perSecond).toBeGreaterThan(0)
    expect(over === null).toBe(server === 'station')
  }
  const peer = {
    server: 'moto',
    dialect: 'rekognition',
    ms: { p50: 3, p95: 4, mean: 3 },
    over: null,
    perSecond: 9,
  } as const
  const both = { ...bench, rows: [...bench.rows, peer], missing: [{ name: 'Triton' as const, reason: 'no room' }] }
  for (const language of ['nl', 'en'] as const) {
    const text = dialectsTable(both, language)
    expect(text).toContain('nabij, rekognition')
    expect(text).toMatch(/moto .* rekognition/)
    expect(text).toContain('no room')
  }
  expect(readdirSync(folder).filter((name) => name.startsWith('nabij'))).toEqual([])
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
}, 180_000)

test('the middle of differences has ranks around it that chance keeps to', () => {
  const given = Array.from({ length: 101 }, (_, n) => n - 50)
  expect(middleOf(given)).toEqual({ p50: 0, low: -10, high: 10 })
  expect(middleOf([3])).toEqual({ p50: 3, low: 3, high: 3 })
  expect(middleOf([1, 2])).toMatchObject({ p50: 1.5 })
})
