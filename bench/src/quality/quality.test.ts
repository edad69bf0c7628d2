import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { simulators } from '@nabij/simulators'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenSet } from './given-set.ts'
import { benchQuality } from './quality.ts'
import { qualityTable } from './quality-table.ts'

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const parts = {
  program: file('apps/box/src/executor-main.ts'),
  model: file('models/efficientnet-lite0/backbone.onnx'),
}
const size = { width: 160, height: 120 }
let data = ''

/** Five biscuits to teach, three good and three bad to judge; each bad one has its mask in a folder of its kind. */
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'nabij-quality-'))
  const good = simulators.biscuits.open({ seed: 1, defectRate: 0, ...size })
  const bad = simulators.biscuits.open({ seed: 2, defectRate: 1, ...size })
  for (const folder of ['taught', 'good', 'bad/any', 'masks/any']) mkdirSync(join(data, folder), { recursive: true })
  const save = async (path: string, picture: Parameters<typeof encodeJpeg>[0]) =>
    writeFileSync(join(data, path), await encodeJpeg(picture))
  for (const n of [1, 2, 3, 4, 5]) await save(`taught/${n}.jpg`, good.next().picture)
  for (const n of [1, 2, 3]) await save(`good/${n}.jpg`, good.next().picture)
  for (const n of [1, 2, 3]) {
    const { picture, truth } = bad.next()
    await save(`bad/any/${n}.jpg`, picture)
    await save(`masks/any/${n}_mask.jpg`, maskOf(truth.regions))
  }
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

function maskOf(regions: { x: number; y: number; w: number; h: number }[]) {
  const { width, height } = size
  const pixels = new Uint8Array(width * height * 3)
  for (const { x, y, w, h } of regions)
    for (let row = Math.floor(y * height); row < (y + h) * height; row++)
      for (let column = Math.floor(x * width); column < (x + w) * width; column++)
        pixels.fill(255, (row * width + column) * 3, (row * width + column) * 3 + 3)
  return { width, height, data: pixels }
}

const below = (folder: string, ...names: string[]) => ({
  folder: join(data, folder),
  files: names.map((name) => join(data, folder, name)),
})
const given = () =>
  givenSet({
    name: 'biscuits',
    teach: below('taught', '1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg').files,
    good: below('good', '1.jpg', '2.jpg', '3.jpg').files,
    bad: below('bad', 'any/1.jpg', 'any/2.jpg', 'any/3.jpg'),
    masks: below('masks', 'any/1_mask.jpg', 'any/2_mask.jpg', 'any/3_mask.jpg'),
  })

it('finds the masks of the bad photos by kind and name', () => {
  const set = given()
  expect(set.masks.size).toBe(3)
  expect(set.masks.get(join(data, 'bad/any/2.jpg'))).toBe(join(data, 'masks/any/2_mask.jpg'))
})

it('teaches some, judges the rest, and says how sure each figure is', { timeout: 400_000 }, async () => {
  const progress: string[] = []
  const result = await benchQuality({
    sets: [given()],
    shots: [3, 'all', 50],
    seeds: 2,
    ...parts,
    onProgress: (done, total, set) => progress.push(`${done}/${total} ${set}`),
  })
  // Two draws of three, one of all five (50 comes to the same), and the controls.
  expect(progress).toEqual(['1/4 biscuits', '2/4 biscuits', '3/4 biscuits', '4/4 biscuits'])
  expect(result.rows).toMatchObject([
    { set: 'biscuits', shots: 3, draws: 2, good: 3, bad: 3 },
    { set: 'biscuits', shots: 5, draws: 1 },
  ])
  for (const { auroc, pixelAuroc, pro, ms, teachMs } of result.rows) {
    expect(auroc.low).toBeLessThanOrEqual(auroc.mean)
    expect(auroc.mean).toBeLessThanOrEqual(auroc.high)
    for (const share of [pixelAuroc, pro]) expect(share).toSatisfy((value: number) => value >= 0 && value <= 1)
    expect(ms.total.p50).toBeGreaterThan(ms.model.p50)
    expect(teachMs).toBeGreaterThan(0)
  }
  expect(result.controls[0]?.shuffled).toBeCloseTo(0.5, 1)
  expect(qualityTable(result, 'nl')).toMatch(
    /biscuits, 3 \+ 3 +2 × 3 .*vals alarm|vals alarm[^]*biscuits, 3 \+ 3 +2 × 3/,
  )
  expect(qualityTable(result, 'en')).toContain('false alarms')
})

it.each(['teach', 'good'] as const)('says which picture of %s cannot be read', { timeout: 100_000 }, async (of) => {
  const half = join(data, 'half.jpg')
  writeFileSync(half, readFileSync(join(data, 'good/1.jpg')).subarray(0, 700))
  const set = given()
  const bench = benchQuality({ sets: [{ ...set, [of]: [...set[of], half] }], shots: ['all'], seeds: 1, ...parts })
  await expect(bench).rejects.toMatchObject({
    code: 'NABIJ_COMMAND_FILE',
    params: { path: half, reason: 'NABIJ_PICTURE_DAMAGED' },
  })
})
