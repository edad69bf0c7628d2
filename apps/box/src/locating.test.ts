import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { encodeJpeg, sharpDecoder } from '@nabij/adapters/sharp'
import { type Box, type RecipeFacts, type StationSettings, usualSettings } from '@nabij/base'
import { type SimulatedPart, simulators } from '@nabij/simulators'
import { decide, type RecipeFile } from '@nabij/stations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallation } from './installation.ts'

const { executorProgram: program, model } = findInstallation()
const folder = mkdtempSync(join(tmpdir(), 'nabij-locating-'))
const pool = startExecutorPool({ program, executors: 1, model, log: () => undefined })
const timeout = 300_000

type Shot = SimulatedPart & { jpeg: Uint8Array }

async function shots(
  scene: keyof typeof simulators,
  count: number,
  options: { seed: number; defectRate: number; width: number; height: number },
): Promise<Shot[]> {
  const line = simulators[scene].open(options)
  const parts = Array.from({ length: count }, () => line.next())
  return Promise.all(parts.map(async (part) => ({ ...part, jpeg: await encodeJpeg(part.picture) })))
}

async function taught(name: string, photos: Pick<Shot, 'jpeg'>[], locate: Partial<StationSettings['locate']>) {
  const files = photos.map(({ jpeg }, n) => {
    const path = join(folder, `${name}-${n}.jpg`)
    writeFileSync(path, jpeg)
    return { id: `${n}`, path, label: 'good' as const, kind: null }
  })
  const path = join(folder, `${name}.onnx`)
  const lesson = { photos: files, locate: { ...usualSettings.locate, ...locate } }
  const facts = await pool.teach(lesson, path, () => undefined, new AbortController().signal)
  return { facts, file: { path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') } }
}

async function judged({ file, facts }: { file: RecipeFile; facts: RecipeFacts }, jpeg: Uint8Array) {
  const inspection = await pool.inspect(file, jpeg)
  const map = (await sharpDecoder().decode(inspection.map, 64)).pixels.data.filter((_, n) => n % 3 === 0)
  return { ...decide(inspection, facts), inspection, map }
}

/** How much two boxes share of what they cover together. */
function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const high = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  const both = Math.max(0, wide) * Math.max(0, high)
  return both / (a.w * a.h + b.w * b.h - both)
}

/** Where the map is highest, in shares of the picture. */
function highest(map: Uint8Array): { x: number; y: number } {
  const cell = map.indexOf(Math.max(...map))
  return { x: ((cell % 64) + 0.5) / 64, y: (Math.floor(cell / 64) + 0.5) / 64 }
}

function isIn({ x, y, w, h }: Box, place: { x: number; y: number }, room = 0): boolean {
  return place.x > x - room && place.x < x + w + room && place.y > y - room && place.y < y + h + room
}

afterAll(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true })
})

describe('a recipe for loose parts', () => {
  let recipe: Awaited<ReturnType<typeof taught>>
  const size = { width: 640, height: 480 }
  beforeAll(async () => {
    recipe = await taught('loose', await shots('loose-biscuits', 20, { ...size, seed: 1, defectRate: 0 }), {})
  }, timeout)

  it('finds out by itself that there are several, and that they lie turned', () => {
    expect(recipe.facts).toMatchObject({ located: 'found', locate: { turns: true, parts: { least: 1, most: 6 } } })
  })

  it('gives one verdict per part, its outline where it lies, and passes good ones', { timeout }, async () => {
    let passed = 0
    const good = await shots('loose-biscuits', 6, { ...size, seed: 77, defectRate: 0 })
    for (const { jpeg, things = [] } of good) {
      const { parts, verdict } = await judged(recipe, jpeg)
      expect(parts).toHaveLength(things.length)
      for (const { box, angle } of things) {
        const part = parts.find((each) => overlap(each.box, box) > 0.8)
        expect(part?.cut).toBe(false)
        expect(part?.outline.length).toBeGreaterThan(5)
        // An outline turned by half looks the same from afar.
        const off = (((part?.angle ?? 90) - angle + 540) % 180) - 90
        expect(Math.abs(Math.abs(off) - 90)).toBeLessThan(4)
      }
      passed += verdict === 'pass' ? 1 : 0
    }
    expect(passed).toBeGreaterThanOrEqual(5)
  })

  it('fails the broken one and no other, and shows where', { timeout }, async () => {
    let [failed, others, wrong, pointed] = [0, 0, 0, 0]
    const bad = await shots('loose-biscuits', 8, { ...size, seed: 99, defectRate: 1 })
    for (const { jpeg, truth, things = [] } of bad) {
      const { parts, map, inspection } = await judged(recipe, jpeg)
      const broken = things.find(({ defect }) => defect)?.box ?? { x: 0, y: 0, w: 0, h: 0 }
      const isBroken = (box: Box) => overlap(box, broken) > 0.7
      failed += parts.some(({ verdict, box }) => verdict === 'fail' && isBroken(box)) ? 1 : 0
      others += parts.filter(({ box }) => !isBroken(box)).length
      wrong += parts.filter(({ verdict, box }) => verdict === 'fail' && !isBroken(box)).length
      // The part's map lies back in its place, and so do its regions.
      expect(isIn(broken, highest(map), 0.03)).toBe(true)
      pointed += truth.regions.some((region) => inspection.regions.some((each) => overlap(each, region) > 0)) ? 1 : 0
    }
    expect(failed).toBeGreaterThanOrEqual(7)
    expect(wrong).toBeLessThanOrEqual(Math.ceil(0.14 * others))
    expect(pointed).toBeGreaterThanOrEqual(7)
  })

  it('is unsure of a part that is cut off, and where there is none', { timeout }, async () => {
    const [shot] = await shots('loose-biscuits', 1, { ...size, seed: 77, defectRate: 0 })
    const { width, height, data } = shot?.picture ?? { width: 0, height: 0, data: new Uint8Array() }
    const [box] = shot?.things?.map((thing) => thing.box) ?? []
    const top = Math.round(((box?.y ?? 0) + (box?.h ?? 0) / 2) * height)
    const half = { width, height: height - top, data: data.subarray(top * width * 3) }
    const reasons = (await judged(recipe, await encodeJpeg(half))).parts.map(({ reason }) => reason)
    expect(reasons).toContain('NABIJ_PART_CUT_OFF')
    const strip = { width, height: 24, data: data.subarray(0, 24 * width * 3) }
    const empty = await judged(recipe, await encodeJpeg(strip))
    expect(empty).toMatchObject({ verdict: 'unsure', parts: [] })
  })
})

describe('a person who wants parts to be looked for', () => {
  it('gets it: a good photo without a part is left out and pointed out', { timeout }, async () => {
    const data = Uint8Array.from({ length: 320 * 240 * 3 }, (_, n) => 40 + ((n * 7919) % 5))
    const strewn = await shots('loose-biscuits', 4, { seed: 8, defectRate: 0, width: 320, height: 240 })
    const empty = { jpeg: await encodeJpeg({ width: 320, height: 240, data }) }
    const { facts } = await taught('on', [...strewn.slice(0, 2), empty, ...strewn.slice(2)], { mode: 'on' })
    expect(facts).toMatchObject({ located: 'found', photos: 4 })
    expect(facts.oddOnes).toContain(2)
    expect(facts.goodScores).toHaveLength(5)
    expect(facts.goodScores[2]).toBe(1)
  })
})

describe('where a person says to look', () => {
  const size = { width: 512, height: 384 }
  /** On whole blocks of the JPEG, so that nothing of what is in it is seen outside. */
  const ignored = { x: 192 / 512, y: 128 / 384, w: 64 / 512, h: 64 / 384 }
  const region = { x: 0.125, y: 0.125, w: 0.75, h: 0.75 }
  let recipe: Awaited<ReturnType<typeof taught>>
  let bad: Shot[]
  beforeAll(async () => {
    const good = await shots('biscuits', 8, { ...size, seed: 5, defectRate: 0 })
    recipe = await taught('region', good, { region, ignore: [ignored] })
    bad = await shots('biscuits', 30, { ...size, seed: 5, defectRate: 1 })
  }, timeout)

  it('is kept with the recipe, and said', () => {
    expect(recipe.facts).toMatchObject({ located: 'region', locate: null, region, ignore: [ignored] })
  })

  it('a defect is shown where it lies in the whole picture', { timeout }, async () => {
    const burnt = bad.find(({ truth }) => truth.defect === 'burnt' && !isIn(ignored, middle(truth.regions[0]), 0.05))
    const { map, inspection, verdict } = await judged(recipe, burnt?.jpeg ?? new Uint8Array())
    expect(verdict).toBe('fail')
    const box = burnt?.truth.regions[0] ?? region
    expect(isIn(box, highest(map), 0.05)).toBe(true)
    expect(inspection.regions.some((each) => overlap(each, box) > 0.1)).toBe(true)
    expect(inspection).toMatchObject({ width: 512, height: 384 })
  })

  it('nothing outside of it and nothing that is ignored changes score or map', { timeout }, async () => {
    const [good] = await shots('biscuits', 1, { ...size, seed: 5, defectRate: 0 })
    const picture = good?.picture ?? { ...size, data: new Uint8Array() }
    const painted = picture.data.slice()
    for (let n = 0; n < painted.length; n++) {
      const [x, y] = [(Math.floor(n / 3) % 512) / 512, Math.floor(n / 3 / 512) / 384]
      const inside = x >= ignored.x && x < ignored.x + ignored.w && y >= ignored.y && y < ignored.y + ignored.h
      if (inside || x < 0.09 || y > 0.92) painted[n] = (n * 2_654_435_761) >>> 24
    }
    const plain = await judged(recipe, await encodeJpeg(picture))
    const other = await judged(recipe, await encodeJpeg({ ...picture, data: painted }))
    expect(other.score).toBe(plain.score)
    expect(other.map).toEqual(plain.map)
    for (let cell = 0; cell < 64 * 64; cell++) {
      const place = { x: ((cell % 64) + 0.5) / 64, y: (Math.floor(cell / 64) + 0.5) / 64 }
      if (isIn(ignored, place, -0.02) || !isIn(region, place, 0.02)) expect(other.map[cell]).toBe(0)
    }
  })
})

function middle(box: Box | undefined): { x: number; y: number } {
  return box ? { x: box.x + box.w / 2, y: box.y + box.h / 2 } : { x: 0, y: 0 }
}
