import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { encodeJpeg } from '@nabij/adapters/sharp'
import type { ModelFile } from '@nabij/models'
import { colourClassifier, columns, filled, fixedAnswers } from '@nabij/models/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { findInstallation } from './installation.ts'

const folder = mkdtempSync(join(tmpdir(), 'nabij-models-'))
const { executorProgram: program } = findInstallation()
const pool = startExecutorPool({ program, executors: 1, log: () => undefined })
afterAll(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true })
})

function fileOf(bytes: Uint8Array): ModelFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, sha256)
  writeFileSync(path, bytes)
  return { sha256, path }
}

/** A picture of one colour. */
function plain(colour: [number, number, number], width = 64, height = 64): Promise<Uint8Array> {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, n) => colour[n % 3] ?? 0)
  return encodeJpeg({ width, height, data }, 95)
}

async function labelsOf(bytes: Uint8Array, picture: Uint8Array) {
  const file = fileOf(bytes)
  const { settings } = await pool.readModel(file)
  return pool.recognise(file, settings, picture)
}

describe('a model that was brought along', () => {
  it('sees the colours of a picture in the order that its file names', async () => {
    const labels = { names: "{0: 'red', 1: 'green', 2: 'blue'}" }
    const bgr = { ...labels, 'Image.BitmapPixelFormat': 'Bgr8', 'Image.NominalPixelRange': 'Normalized_0_1' }
    const red = await plain([250, 5, 5])
    const ultralytics = { ...labels, description: 'Ultralytics YOLOv8n-cls', task: 'classify' }
    expect((await labelsOf(colourClassifier({ metadata: ultralytics }), red)).labels[0]).toMatchObject({
      name: 'red',
      box: null,
    })
    // The first channel is blue then, and the first label still is called red.
    expect((await labelsOf(colourClassifier({ metadata: { ...bgr } }), red)).labels[0]).toMatchObject({ name: 'blue' })
  })

  it('finds boxes where they are on the picture, whatever its shape', async () => {
    // 21 places of 32 × 32; a box in the middle half of the input, and nearly the same one again.
    const said = { 3: [16, 16, 16, 8, 0.1, 0.9], 4: [16, 16, 16, 9, 0.1, 0.8], 9: [16, 16, 16, 8, 0.7, 0.1] }
    const model = fixedAnswers([{ name: 'output0', dims: [1, 6, 21], data: columns(21, 6, said) }], {
      metadata: { names: "{0: 'good', 1: 'crack'}", author: 'Ultralytics', task: 'detect' },
    })
    const { labels, width, height } = await labelsOf(model, await plain([90, 90, 90], 200, 100))
    expect([width, height]).toEqual([200, 100])
    expect(labels.map(({ name }) => name)).toEqual(['crack', 'good'])
    expect(labels[0]?.score).toBeCloseTo(0.9)
    // Twice as wide as high: a quarter of the input above and below is rim.
    expect(labels[0]?.box).toEqual({ x: 0.25, y: expect.closeTo(0.25), w: 0.5, h: expect.closeTo(0.5) })
  })

  it('takes numbers and gives numbers', async () => {
    const file = fileOf(colourClassifier())
    const data = Float32Array.from({ length: 192 }, (_, n) => Math.floor(n / 64))
    const { model_output: out } = await pool.infer(file, { data: { type: 'float32', dims: [1, 3, 8, 8], data } })
    expect(out).toEqual({ type: 'float32', dims: [1, 3], data: Float32Array.of(0, 1, 2) })
    await expect(pool.infer(file, { data: { type: 'float32', dims: [1, 3, 4, 16], data } })).rejects.toMatchObject({
      code: 'NABIJ_MODEL_TENSOR',
    })
  })

  it('of YOLOv5 is read by its rows', async () => {
    const rows = { 5: [8, 8, 4, 4, 0.9, 0.2, 1], 60: [8, 8, 4, 4, 0.1, 0.2, 1] }
    const model = fixedAnswers([{ name: 'output', dims: [1, 63, 7], data: filled(63, 7, rows) }])
    const { labels } = await labelsOf(model, await plain([0, 0, 0]))
    expect(labels).toEqual([
      { name: 'label 2', score: expect.closeTo(0.9), box: { x: 0.1875, y: 0.1875, w: 0.125, h: 0.125 } },
    ])
  })
})
