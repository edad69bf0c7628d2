import { hash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { usualSettings } from '@nabij/base'
import { type Picture, simulators } from '@nabij/simulators'
import type { CorrectionOrder, MarkedPhoto, RecipeFile } from '@nabij/stations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallation } from './installation.ts'

const { executorProgram: program, model } = findInstallation()
const folder = mkdtempSync(join(tmpdir(), 'nabij-words-'))
const open = (name: string) =>
  startExecutorPool({ program, executors: 1, model, cache: join(folder, name), log: () => undefined })
const pool = open('cache')
const drawn = new Map<string, Picture>()
let base: RecipeFile
let limit = 1
let marked: MarkedPhoto[] = []

function fileOf(path: string): RecipeFile {
  return { path, sha256: hash('sha256', readFileSync(path)) }
}

async function stored(id: string, picture: Picture, label: 'good' | 'bad'): Promise<MarkedPhoto> {
  const path = join(folder, `${id}.jpg`)
  writeFileSync(path, await encodeJpeg(picture))
  drawn.set(id, picture)
  return { id, path, label, kind: null }
}

async function photos(
  scene: keyof typeof simulators,
  count: number,
  { seed, defectRate }: { seed: number; defectRate: number },
): Promise<MarkedPhoto[]> {
  const [width, height] = scene === 'biscuits' ? [320, 240] : [640, 480]
  const line = simulators[scene].open({ seed, defectRate, width, height })
  const label = defectRate > 0 ? 'bad' : 'good'
  const all: MarkedPhoto[] = []
  for (let n = 0; n < count; n++) all.push(await stored(`${scene}-${label}-${seed}-${n}`, line.next().picture, label))
  return all
}

async function taught(good: MarkedPhoto[], locate: 'auto' | 'on'): Promise<{ file: RecipeFile; limit: number }> {
  const out = join(folder, `${hash('sha256', good.map(({ id }) => id).join())}.onnx`)
  const lesson = { photos: good, locate: { ...usualSettings.locate, mode: locate } }
  const facts = await pool.teach(lesson, out, () => undefined, new AbortController().signal)
  return { file: fileOf(out), limit: facts.limit ?? 1 }
}

let turn = 0
async function correct(corrections: MarkedPhoto[], given: Partial<CorrectionOrder> = {}, executor = pool) {
  const out = join(folder, `out-${turn++}.onnx`)
  const result = await executor.correct({ base, corrections, marked, ...given }, out)
  return { ...result, file: fileOf(out) }
}

const said = (photo: MarkedPhoto | undefined, label: 'good' | 'bad'): MarkedPhoto => ({
  ...(photo as MarkedPhoto),
  label,
})

beforeAll(async () => {
  const good = await photos('biscuits', 8, { seed: 1, defectRate: 0 })
  ;({ file: base, limit } = await taught(good.slice(0, 6), 'auto'))
  marked = [...good, ...(await photos('biscuits', 4, { seed: 9, defectRate: 1 }))]
}, 120_000)

afterAll(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a word', { timeout: 120_000 }, () => {
  it('in the middle is undone as if it had never been said, to the bit, by whoever makes the version', async () => {
    const [a, b, c] = [said(marked.at(-1), 'good'), said(marked[7], 'bad'), said(marked.at(-2), 'good')]
    await correct([a, b, c])
    const undone = await correct([a, c])
    const other = open('other-cache')
    const fresh = await correct([a, c], {}, other)
    await other.stop()
    expect(fresh.file.sha256).toBe(undone.file.sha256)
  })

  it('holds by the limit that a person set, and clearly: beyond what is unsure', async () => {
    for (const value of [limit / 2, Math.min(0.8, limit * 2)]) {
      const [good, bad] = [said(marked.at(-1), 'good'), said(marked[7], 'bad')]
      const band = 0.2
      const { file } = await correct([good, bad], { limit: { value, band } })
      expect((await pool.inspect(file, readFileSync(good.path))).score).toBeLessThan(value * (1 - band))
      expect((await pool.inspect(file, readFileSync(bad.path))).score).toBeGreaterThan(value * (1 + band))
    }
  })

  it('holds for the same picture saved again, a little shifted and brighter', async () => {
    for (const word of [said(marked.at(-1), 'good'), said(marked.at(-3), 'good'), said(marked[7], 'bad')]) {
      const { file } = await correct([word])
      const { width, height, data } = drawn.get(word.id) as Picture
      const copy = data.map((_, at) => {
        const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)]
        const from = (Math.max(0, y - 1) * width + Math.max(0, x - 2)) * 3 + (at % 3)
        return Math.min(255, Math.round((data[from] ?? 0) * 1.04))
      })
      const { score } = await pool.inspect(file, await encodeJpeg({ width, height, data: copy }))
      expect([word.id, score > limit]).toEqual([word.id, word.label === 'bad'])
    }
  })

  it('of fifty on fifty pictures all hold, those on pictures that were taught too', async () => {
    const more = [
      ...(await photos('biscuits', 22, { seed: 31, defectRate: 0 })),
      ...(await photos('biscuits', 16, { seed: 32, defectRate: 1 })),
    ]
    const words = [...marked, ...more]
    const { file, facts, checked } = await correct(words, { marked: words })
    expect(facts.corrections).toEqual({ good: 30, bad: 20 })
    const scores = new Map(checked.map(({ id, score }) => [id, score ?? -1]))
    const wrong = words.filter(({ id, label }) => (scores.get(id) ?? -1) > limit !== (label === 'bad'))
    expect(wrong.map(({ id }) => id)).toEqual([])
    const last = words.at(-1)
    const { score } = await pool.inspect(file, readFileSync(last?.path ?? ''))
    expect(Math.abs(score - (scores.get(last?.id ?? '') ?? 0))).toBeLessThan(1e-4)
  })

  it('on a picture of several parts is of all of them (good), or of the worst (bad)', async () => {
    const good = await photos('loose-biscuits', 6, { seed: 3, defectRate: 0 })
    const [bad] = await photos('loose-biscuits', 1, { seed: 4, defectRate: 1 })
    const loose = await taught(good.slice(0, 5), 'on')
    const all = { base: loose.file, marked: [...good, ...(bad ? [bad] : [])] }
    const passes = await correct([said(bad, 'good')], all)
    const judged = await pool.inspect(passes.file, readFileSync(bad?.path ?? ''))
    expect(judged.parts.length).toBeGreaterThan(0)
    for (const { score } of judged.parts) expect(score).toBeLessThanOrEqual(loose.limit)
    const fails = await correct([said(good[5], 'bad')], all)
    const { parts } = await pool.inspect(fails.file, readFileSync(good[5]?.path ?? ''))
    expect(Math.max(...parts.map(({ score }) => score))).toBeGreaterThan(loose.limit)
  })

  it('on a recipe of format 1, which has no layers: the new version has them', async () => {
    const old = join(folder, 'format-1.onnx')
    const bytes = Buffer.from(readFileSync(base.path))
    const at = bytes.indexOf('nabij-inspection/2')
    bytes.write('nabij-inspection/1', at)
    writeFileSync(old, bytes)
    const word = said(marked.at(-1), 'good')
    const { file, facts } = await correct([word], { base: fileOf(old) })
    expect(facts.format).toBe('nabij-inspection/2')
    const { score, layers } = await pool.inspect(file, readFileSync(word.path))
    expect(score).toBeLessThan(limit)
    expect(layers?.local).toBeGreaterThan(0)
  })
})

describe.skipIf(process.platform !== 'linux')('a kill', { timeout: 120_000 }, () => {
  it('in the middle of a correction leaves nothing half made; the same words give the same bytes', async () => {
    const words = [said(marked.at(-1), 'good'), said(marked[7], 'bad')]
    const before = await correct(words)
    const other = open('killed-cache')
    const out = join(folder, 'killed.onnx')
    const known = new Set(childrenOf(process.pid))
    const made = other.correct({ base, corrections: words, marked }, out).catch((error: unknown) => error)
    // Features of the first pictures are there: it is at work.
    await expect.poll(() => filesIn(join(folder, 'killed-cache', 'features')), { timeout: 60_000 }).toBeGreaterThan(2)
    for (const child of childrenOf(process.pid)) if (!known.has(child)) process.kill(child, 'SIGKILL')
    const outcome = await made
    if (outcome instanceof Error) expect(existsSync(out)).toBe(false)
    else expect(fileOf(out).sha256).toBe(before.file.sha256)
    const again = await correct(words, {}, other)
    await other.stop()
    expect(again.file.sha256).toBe(before.file.sha256)
  })
})

function filesIn(path: string): number {
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).length : 0
}

/** Processes that this one started, by any of its threads. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  )
}
