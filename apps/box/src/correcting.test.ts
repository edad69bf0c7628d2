import { hash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { usualSettings } from '@nabij/base'
import { simulators } from '@nabij/simulators'
import type { CorrectionOrder, MarkedPhoto, RecipeFile } from '@nabij/stations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallation } from './installation.ts'

const { executorProgram: program, model } = findInstallation()
const folder = mkdtempSync(join(tmpdir(), 'nabij-correct-'))
const cache = join(folder, 'cache')
const pool = startExecutorPool({ program, executors: 1, model, cache, log: () => undefined })
let base: RecipeFile
let limit = 1
let marked: MarkedPhoto[] = []

function fileOf(path: string): RecipeFile {
  return { path, sha256: hash('sha256', readFileSync(path)) }
}

async function photos(count: number, seed: number, defectRate: number, label: 'good' | 'bad'): Promise<MarkedPhoto[]> {
  const line = simulators.biscuits.open({ seed, defectRate, width: 320, height: 240 })
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const path = join(folder, `${label}-${seed}-${n}.jpg`)
      writeFileSync(path, await encodeJpeg(line.next().picture))
      return { id: `${label}-${seed}-${n}`, path, label, kind: null }
    }),
  )
}

let turn = 0
async function correct(corrections: MarkedPhoto[], given: Partial<CorrectionOrder> = {}) {
  const out = join(folder, `out-${turn++}.onnx`)
  const result = await pool.correct({ base, corrections, marked, ...given }, out)
  return {
    ...result,
    file: fileOf(out),
    scoreOf: (id: string) => result.checked.find((each) => each.id === id)?.score ?? -1,
  }
}

beforeAll(async () => {
  const good = await photos(8, 1, 0, 'good')
  const out = join(folder, 'base.onnx')
  const facts = await pool.teach(
    { photos: good.slice(0, 6), locate: usualSettings.locate },
    out,
    () => undefined,
    new AbortController().signal,
  )
  limit = facts.limit ?? 1
  base = fileOf(out)
  marked = [...good, ...(await photos(4, 9, 1, 'bad'))]
})

afterAll(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true })
})

const relabelled = (index: number, label: 'good' | 'bad'): MarkedPhoto => ({
  ...(marked.at(index) as MarkedPhoto),
  label,
})

describe('a person’s word', () => {
  it('none gives the base’s own bytes; the same order the same bytes, so that an undo is bit-equal', async () => {
    expect((await correct([])).file.sha256).toBe(base.sha256)
    const [a, b] = [relabelled(-1, 'good'), relabelled(7, 'bad')]
    const first = await correct([a])
    const both = await correct([a, b])
    expect(both.file.sha256).not.toBe(first.file.sha256)
    expect((await correct([a])).file.sha256).toBe(first.file.sha256)
    expect((await correct([a, b])).file.sha256).toBe(both.file.sha256)
    expect(await pool.readRecipe(both.file.path)).toEqual(both.facts)
    expect(both.facts.corrections).toEqual({ good: 1, bad: 1 })
  })

  it('holds: what was called good passes, what was called bad fails, as the recipe itself judges', async () => {
    const [a, b] = [relabelled(-1, 'good'), relabelled(7, 'bad')]
    const { file, scoreOf } = await correct([a, b])
    for (const { id, path, label } of [a, b]) {
      const { score, layers } = await pool.inspect(file, readFileSync(path))
      expect(score > limit).toBe(label === 'bad')
      expect(Math.abs(score - scoreOf(id))).toBeLessThan(1e-4)
      expect(layers?.local).toBeGreaterThan(0)
    }
  })

  it('is in what a corrected version says of every marked picture, and of those that resemble one', async () => {
    const { file, checked } = await correct([relabelled(-1, 'good'), relabelled(7, 'bad'), relabelled(0, 'bad')])
    const scores = await pool.check(file, marked)
    for (const [n, { id, score }] of checked.entries()) {
      expect(scores[n]?.id).toBe(id)
      expect(Math.abs((scores[n]?.score ?? -1) - (score ?? -2))).toBeLessThan(1e-4)
    }
    const near = await pool.nearest(file, readFileSync(relabelled(2, 'good').path), marked)
    expect(near[0]?.id).toBe('good-1-2')
  })

  it('the last word on a picture counts', async () => {
    const changed = await correct([relabelled(7, 'bad'), relabelled(7, 'good')])
    expect(changed.facts.corrections).toEqual({ good: 1, bad: 0 })
    expect(changed.scoreOf(relabelled(7, 'good').id)).toBeLessThan(limit)
  })

  it('also on a photo that was taught as good: it fails, the others stay', async () => {
    const { file, scoreOf } = await correct([relabelled(0, 'bad')])
    expect((await pool.inspect(file, readFileSync(relabelled(0, 'bad').path))).score).toBeGreaterThan(limit)
    for (const { id } of marked.slice(1, 6)) expect(scoreOf(id)).toBeLessThanOrEqual(limit)
  })

  it('many words, in one version', async () => {
    const words = [...marked, ...marked, ...marked, ...marked, ...marked].slice(0, 50)
    const { facts, checked } = await correct(words)
    expect(facts.corrections).toEqual({ good: 8, bad: 4 })
    expect(checked).toHaveLength(marked.length)
  })

  it('names kinds after ten defects', async () => {
    const bad = (await photos(12, 77, 1, 'bad')).map((photo, n) => ({ ...photo, kind: n % 2 ? 'crack' : 'burnt' }))
    const { facts, file } = await correct([], { marked: [...marked, ...bad] })
    expect(facts.kinds).toEqual([
      { name: 'burnt', photos: 6 },
      { name: 'crack', photos: 6 },
    ])
    const { kind } = await pool.inspect(file, readFileSync((bad[0] as MarkedPhoto).path))
    expect(kind === null || facts.kinds.some(({ name }) => name === kind.name)).toBe(true)
    expect(await pool.readRecipe(file.path)).toEqual(facts)
  })
})

describe('what is kept of pictures', () => {
  it('may be damaged or missing: the bytes stay the same', async () => {
    const words = [relabelled(-1, 'good'), relabelled(7, 'bad')]
    const before = await correct(words)
    for (const name of readdirSync(join(cache, 'features'), { recursive: true, encoding: 'utf8' })) {
      const path = join(cache, 'features', name)
      if (name.length > 10) writeFileSync(path, readFileSync(path).subarray(0, 1000).fill(7, 500))
    }
    const other = startExecutorPool({ program, executors: 1, model, cache, log: () => undefined })
    const out = join(folder, 'after.onnx')
    await other.correct({ base, corrections: words, marked }, out)
    await other.stop()
    expect(fileOf(out).sha256).toBe(before.file.sha256)
  })

  it('a picture that is gone has no score; the photos that a picture resembles most come nearest first', async () => {
    const gone = { ...relabelled(1, 'good'), id: 'gone', path: join(folder, 'gone.jpg') }
    expect(await pool.check(base, [gone, relabelled(0, 'good')])).toMatchObject([
      { id: 'gone', score: null },
      { id: 'good-1-0' },
    ])
    const near = await pool.nearest(base, readFileSync(relabelled(2, 'good').path), marked)
    expect(near.map(({ id }) => id)[0]).toBe('good-1-2')
    expect(near).toHaveLength(3)
  })
})

it('pictures without codes have none', async () => {
  expect(await pool.codes(readFileSync(relabelled(0, 'good').path))).toEqual([])
})
