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
import { zip } from './server/download/zip.ts'

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

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  async function* entries() {
    for (const [name, content] of Object.entries(files))
      yield {
        name,
        at: 0,
        bytes: async () => (typeof content === 'string' ? new TextEncoder().encode(content) : content),
      }
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of zip(entries())) chunks.push(chunk)
  return Buffer.concat(chunks)
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

describe('the zip that Custom Vision exports', () => {
  const manifest = (kind: string) => JSON.stringify({ DomainType: kind, Platform: 'ONNX', LabelFileName: 'labels.txt' })

  it('of a classifier answers with the labels beside it', async () => {
    const file = await zipOf({
      'model.onnx': colourClassifier({ dims: ['N', 3, 8, 8] }),
      'labels.txt': 'rood\r\ngroen\r\nblauw\r\n',
      'cvexport.manifest': manifest('Classification'),
    })
    const { labels } = await labelsOf(file, await plain([0, 255, 0]))
    expect(labels.map(({ name }) => name)).toEqual(['groen', expect.any(String), expect.any(String)])
    expect(labels[0]?.score).toBeGreaterThan(0.9)
  })

  it('of a detector answers with boxes', async () => {
    const cells = Array<number>(35).fill(-20)
    cells.splice(0, 7, 0.5, 0.5, 0, 0, 6, 5, -5)
    const file = await zipOf({
      'export/model.onnx': fixedAnswers([{ name: 'model_outputs0', dims: [1, 35, 1, 1], data: cells }]),
      'export/labels.txt': 'moer\nbout',
      'export/cvexport.manifest': manifest('ObjectDetection'),
    })
    const { labels } = await labelsOf(file, await plain([9, 9, 9], 80, 40))
    expect(labels).toMatchObject([{ name: 'moer', box: { w: expect.closeTo(0.573), h: expect.closeTo(0.677) } }])
  })

  it('with no model in it, or more than one, is damage', async () => {
    const without = fileOf(await zipOf({ 'labels.txt': 'a' }))
    await expect(pool.readModel(without)).rejects.toMatchObject({ code: 'NABIJ_MODEL_DAMAGED' })
    const two = fileOf(await zipOf({ 'a.onnx': colourClassifier(), 'b.onnx': colourClassifier() }))
    await expect(pool.readModel(two)).rejects.toMatchObject({ params: { reason: 'there are 2 ONNX files in the zip' } })
  })
})

describe('a model that is refused', () => {
  it('is not run: neither what is unsafe nor what has changed since it was stored', async () => {
    const dynamic = fileOf(colourClassifier({ dims: [1, 3, 'h', 'w'] }))
    await expect(pool.readModel(dynamic)).rejects.toMatchObject({ code: 'NABIJ_MODEL_DYNAMIC' })
    const text = fileOf(new TextEncoder().encode('no model'))
    await expect(pool.recognise(text, null, await plain([0, 0, 0]))).rejects.toMatchObject({
      code: 'NABIJ_MODEL_DAMAGED',
    })
    const changed = fileOf(colourClassifier({ metadata: { a: 'b' } }))
    writeFileSync(changed.path, colourClassifier())
    await expect(pool.readModel(changed)).rejects.toMatchObject({
      params: { reason: expect.stringContaining('changed') },
    })
  })

  it('has no answer to what is no picture, and then answers again', async () => {
    const file = fileOf(colourClassifier())
    const { settings } = await pool.readModel(file)
    await expect(pool.recognise(file, settings, new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
      code: 'NABIJ_PICTURE_UNKNOWN_TYPE',
    })
    expect((await pool.recognise(file, settings, await plain([255, 0, 0]))).labels).toHaveLength(3)
    expect(pool.status().restarts).toBe(0)
  })

  it('takes half-size numbers and bytes as well', async () => {
    const answers = [{ name: 'y', dims: [1, 2], data: [0, 1] }]
    for (const type of ['float16', 'uint8'] as const) {
      const { labels } = await labelsOf(fixedAnswers(answers, { type }), await plain([7, 7, 7]))
      expect(labels[0]).toMatchObject({ name: 'label 2' })
    }
  })
})
