import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { encodeJpeg, sharpDecoder } from '@nabij/adapters/sharp'
import { type RecipeFacts, usualSettings } from '@nabij/base'
import { labelledSets } from '@nabij/bench'
import { simulators } from '@nabij/simulators'
import { decide, type RecipeFile } from '@nabij/stations'
import type { Pixels } from '@nabij/vision'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallation } from './installation.ts'

const { executorProgram: program, model, sample } = findInstallation()
const folder = mkdtempSync(join(tmpdir(), 'nabij-care-'))
const pool = startExecutorPool({ program, executors: 1, model, log: () => undefined })
const never = new AbortController().signal
const ofCare = ['NABIJ_TOO_DARK', 'NABIJ_TOO_BRIGHT', 'NABIJ_BLURRED', 'NABIJ_UNLIKE_ANYTHING']

interface Scene {
  locate: 'auto' | 'on' | 'off'
  taught(): Promise<Uint8Array[]>
  unseen(): Promise<Uint8Array[]>
}

const scenes: Record<string, Scene> = {
  'biscuits, as a whole': { locate: 'off', ...simulated('biscuits', 20, 18) },
}
// Minutes of a busy machine.
if (process.env.NABIJ_SLOW) {
  scenes['loose biscuits, found'] = { locate: 'on', ...simulated('loose-biscuits', 6, 8) }
  scenes['photos of cookies'] = {
    locate: 'auto',
    taught: () => sampled('teach', 20),
    unseen: () => sampled('show', 20),
  }
}
// The public sets are not in the repository: a folder that has them is tested as well.
for (const set of await labelledSets(process.env.NABIJ_SETS ?? folder)) {
  if (set.name !== 'cookies' && set.name !== 'toy aliens') continue
  const all = [...set.teach, ...set.good]
  const isTaught = (_: string, n: number) => n % Math.floor(all.length / 20) === 0
  scenes[`${set.name}, the whole set`] = {
    locate: 'auto',
    taught: async () => all.filter(isTaught).map((file) => readFileSync(file)),
    unseen: async () => all.filter((file, n) => !isTaught(file, n)).map((file) => readFileSync(file)),
  }
}

afterAll(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true })
})

describe.each(Object.entries(scenes))('what the picture itself says: %s', (name, { locate, taught, unseen }) => {
  let recipe: RecipeFile
  let facts: RecipeFacts
  let pictures: Uint8Array[] = []

  beforeAll(async () => {
    pictures = await unseen()
    const photos = (await taught()).map((bytes, n) => {
      const path = join(folder, `${n}.jpg`)
      writeFileSync(path, bytes)
      return { id: `${n}`, path, label: 'good' as const, kind: null }
    })
    const path = join(folder, `${Object.keys(scenes).indexOf(name)}.onnx`)
    facts = await pool.teach({ photos, locate: { ...usualSettings.locate, mode: locate } }, path, () => {}, never)
    recipe = { path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
  }, 300_000)

  async function reasonOf(picture: Uint8Array): Promise<string | null> {
    return decide(await pool.inspect(recipe, picture), facts).reason
  }

  it('no good picture that was never seen is called dark, blurred or unlike anything', async () => {
    const reasons = await Promise.all(pictures.map(reasonOf))
    expect(pictures.length).toBeGreaterThan(5)
    expect(reasons.filter((reason) => ofCare.includes(reason ?? ''))).toEqual([])
  }, 300_000)

  it('is measured of the taught photos as it is of pictures to come', async () => {
    const looks = await Promise.all((await taught()).map(async (photo) => (await pool.inspect(recipe, photo)).look))
    const blurriest = Math.min(...looks.map(({ sharpness }) => sharpness))
    expect(facts.normal?.sharpness[0]).toBeCloseTo(0.7 * blurriest, 6)
  }, 300_000)

  it('blurred and dark ones are not judged, and it is said why', async () => {
    for (const picture of pictures.slice(0, 3)) {
      expect(['NABIJ_BLURRED', 'NABIJ_UNLIKE_ANYTHING']).toContain(await reasonOf(await changed(picture, blurred)))
      expect(await reasonOf(await changed(picture, dark))).toBe('NABIJ_TOO_DARK')
    }
  }, 300_000)
})

function simulated(scene: 'biscuits' | 'loose-biscuits', few: number, more: number) {
  const all = async () => {
    const line = simulators[scene].open({ seed: 3, defectRate: 0, width: 480, height: 360 })
    return Promise.all(Array.from({ length: few + more }, () => encodeJpeg(line.next().picture)))
  }
  return { taught: async () => (await all()).slice(0, few), unseen: async () => (await all()).slice(few) }
}

async function sampled(part: 'teach' | 'show', count: number): Promise<Uint8Array[]> {
  const list = JSON.parse(readFileSync(join(sample, 'photos.json'), 'utf8')) as Record<string, { file: string }[]>
  const good = (list[part] ?? []).filter(({ file }) => /^(teach|good)/.test(file))
  return good.slice(0, count).map(({ file }) => readFileSync(join(sample, basename(file))))
}

async function changed(picture: Uint8Array, change: (pixels: Pixels) => Uint8Array): Promise<Uint8Array> {
  const { pixels } = await sharpDecoder().decode(picture, 480, 'inside')
  return encodeJpeg({ ...pixels, data: change(pixels) })
}

function dark({ data }: Pixels): Uint8Array {
  return data.map((value) => value * 0.15)
}

/** The mean of 19 pixels along each row, then along each column. */
function blurred({ width, height, data }: Pixels): Uint8Array {
  return along(along(data, width, 3, width * 3, height), height, width * 3, 3, width)
}

function along(data: Uint8Array, length: number, step: number, next: number, lines: number): Uint8Array {
  const out = new Uint8Array(data.length)
  for (let line = 0; line < lines; line++)
    for (let channel = 0; channel < 3; channel++)
      for (let at = 0; at < length; at++) {
        const [from, to] = [Math.max(0, at - 9), Math.min(length - 1, at + 9)]
        let sum = 0
        for (let n = from; n <= to; n++) sum += data[line * next + n * step + channel] ?? 0
        out[line * next + at * step + channel] = sum / (to - from + 1)
      }
  return out
}
