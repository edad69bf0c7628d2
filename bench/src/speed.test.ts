import { fileURLToPath } from 'node:url'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { simulators } from '@nabij/simulators'
import { expect, it } from 'vitest'
import { benchSpeed } from './speed.ts'
import { speedTable } from './speed-table.ts'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

it('measures the parts and the whole, and puts them in a table', async () => {
  const line = simulators.biscuits.open({ seed: 1, defectRate: 0, width: 320, height: 240 })
  const pictures = await Promise.all([1, 2, 3].map(() => encodeJpeg(line.next().picture)))
  const progress: number[] = []
  const bench = await benchSpeed({
    pictures,
    teach: 2,
    program: file('apps/box/src/executor-main.ts'),
    model: file('models/efficientnet-lite0/backbone.onnx'),
    rounds: 10,
    onProgress: (done) => progress.push(done),
  })
  expect(bench).toMatchObject({ rounds: 10, picture: { width: 320, height: 240 }, facts: { photos: 2 } })
  expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const { decode, model, sum, total, distance, throughput } = bench
  for (const { p50, p95 } of [decode, model, sum, total]) {
    expect(p50).toBeGreaterThan(0)
    expect(p95).toBeGreaterThanOrEqual(p50)
  }
  // The mean of differences is the difference of means: the columns belong to the same pictures.
  expect(distance.mean).toBeCloseTo(total.mean - sum.mean, 6)
  expect(throughput.share).toBeCloseTo(throughput.perSecond / throughput.possible, 6)
  expect(speedTable(bench, 'nl')).toContain('foto’s per seconde')
  expect(speedTable(bench, 'en').split('\n')).toHaveLength(16)
})
