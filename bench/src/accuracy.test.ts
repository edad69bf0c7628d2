import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { simulators } from '@nabij/simulators'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { benchAccuracy } from './accuracy.ts'
import { accuracyTable } from './accuracy-table.ts'

const model = fileURLToPath(new URL('../../models/efficientnet-lite0/backbone.onnx', import.meta.url))
let data = ''

/** Biscuits in the place and under the names of the cookies: five good ones to teach, two good and two bad to judge. */
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'nabij-accuracy-'))
  const size = { width: 160, height: 120 }
  const good = simulators.biscuits.open({ seed: 1, defectRate: 0, ...size })
  const bad = simulators.biscuits.open({ seed: 2, defectRate: 1, ...size })
  const [training, test] = ['training-images', 'test-images'].map((name) => join(data, 'aws-l4v/cookies', name)) as [
    string,
    string,
  ]
  for (const folder of [training, test]) mkdirSync(folder, { recursive: true })
  const save = async (folder: string, name: string, line: typeof good) =>
    writeFileSync(join(folder, `${name}.jpg`), await encodeJpeg(line.next().picture))
  for (const n of [1, 2, 3, 4, 5]) await save(training, `normal-${n}`, good)
  for (const n of [1, 2]) await save(test, `test-normal-${n}`, good)
  await save(training, 'anomaly-1', bad)
  await save(test, 'test-anomaly-1', bad)
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

it('teaches from some, judges the rest, and says how sure the mean is', async () => {
  const progress: string[] = []
  const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`)
  const rows = await benchAccuracy({ data, model, taught: 3, draws: 2, onProgress })
  expect(rows).toMatchObject([
    { set: 'cookies', asked: 0.97, draws: [{ nGood: 2, nBad: 2, taught: 3 }, { taught: 3 }] },
  ])
  expect(progress).toEqual(['1/2', '2/2'])
  for (const { auroc, meanImageAuroc, teachMs } of rows[0]?.draws ?? []) {
    for (const share of [auroc, meanImageAuroc]) expect(share >= 0 && share <= 1).toBe(true)
    expect(teachMs).toBeGreaterThan(0)
  }
  expect(accuracyTable(rows, 'en')).toMatch(/^Set.*mean image.*\ncookies, 2 \+ 2 +2 × 3 /)
  expect(accuracyTable(rows, 'nl')).toMatch(/gem\. foto.*\n.*0,97 [✓✗]/)
})

it('draws once where all photos are taught, and the same photos for the same draw', async () => {
  const all = await benchAccuracy({ data, model, taught: 50 })
  expect(all[0]?.draws).toMatchObject([{ taught: 5 }])
  const [first, again] = await Promise.all([1, 2].map(() => benchAccuracy({ data, model, taught: 3, draws: 1 })))
  expect(first?.[0]?.draws[0]).toEqual({ ...again?.[0]?.draws[0], teachMs: first?.[0]?.draws[0]?.teachMs })
})

it('measures nothing where no set is', async () => {
  expect(await benchAccuracy({ data: join(data, 'nowhere'), model })).toEqual([])
})
