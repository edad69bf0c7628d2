import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { usualSettings } from '@nabij/base'
import { simulators } from '@nabij/simulators'
import type { RecipeFile, TeachProgress } from '@nabij/stations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallation } from './installation.ts'

const { executorProgram: program, model } = findInstallation()
const folder = mkdtempSync(join(tmpdir(), 'nabij-executor-'))
const pool = startExecutorPool({ program, executors: 1, model, log: () => undefined })
const never = new AbortController().signal

let recipe: RecipeFile
const steps = new Set<TeachProgress['step']>()
const good = biscuits(8, 0)

/** Recipe files are known by their hash. */
function fileOf(path: string): RecipeFile {
  return { path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
}

function biscuits(count: number, defectRate: number): Promise<Uint8Array[]> {
  const line = simulators.biscuits.open({ seed: 7, defectRate, width: 480, height: 360 })
  return Promise.all(Array.from({ length: count }, () => encodeJpeg(line.next().picture)))
}

beforeAll(async () => {
  const photos = (await good).slice(0, 6).map((jpeg, index) => {
    const path = join(folder, `${index}.jpg`)
    writeFileSync(path, jpeg)
    return { id: `${index}`, path, label: 'good' as const, kind: null }
  })
  await pool.teach(
    { photos, locate: usualSettings.locate },
    join(folder, 'recipe.onnx'),
    ({ step }) => steps.add(step),
    never,
  )
  recipe = fileOf(join(folder, 'recipe.onnx'))
})

afterAll(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true })
})

describe('the executor program', () => {
  it('teaches from photos on disk', async () => {
    expect([...steps]).toEqual(['reading', 'locating', 'learning', 'checking', 'saving'])
    expect(await pool.readRecipe(recipe.path)).toMatchObject({ photos: 6, mode: 'still' })
  })

  it('says what the limit misses, from photos of bad parts', { timeout: 120_000 }, async () => {
    const bad = await biscuits(3, 1)
    const photos = [...(await good).slice(0, 4), ...bad].map((jpeg, n) => {
      const path = join(folder, `either-${n}.jpg`)
      writeFileSync(path, jpeg)
      return { id: `${n}`, path, label: n < 4 ? ('good' as const) : ('bad' as const), kind: null }
    })
    const out = join(folder, 'either.onnx')
    const facts = await pool.teach({ photos, locate: { ...usualSettings.locate, mode: 'off' } }, out, () => {}, never)
    expect(facts).toMatchObject({ photos: 4, errors: { falseAlarms: { of: 4 }, misses: { of: 3 } } })
    expect(await pool.readRecipe(out)).toEqual(facts)
    const scores: number[] = []
    for (const picture of bad) scores.push((await pool.inspect(fileOf(out), picture)).score)
    expect(facts.badScores.map((score) => score.toFixed(5))).toEqual(scores.map((score) => score.toFixed(5)))
  })

  it('takes no recipe that the engine refuses, although it looks well', async () => {
    const bytes = readFileSync(recipe.path)
    expect([...bytes.subarray(0, 2)]).toEqual([8, 8])
    // The version of the format of the file itself: one that does not exist.
    bytes[1] = 99
    const path = join(folder, 'refused.onnx')
    writeFileSync(path, bytes)
    await expect(pool.readRecipe(path)).rejects.toMatchObject({ code: 'NABIJ_RECIPE_DAMAGED' })
  })

  it('judges a picture and draws its map', async () => {
    const inspection = await pool.inspect(recipe, (await good)[7] as Uint8Array)
    expect(inspection).toMatchObject({ width: 480, height: 360 })
    expect(inspection.score).toBeGreaterThan(0)
    expect([...inspection.map.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
    const { decode, model: run, total } = inspection.ms
    expect(decode).toBeGreaterThan(0)
    expect(total).toBeGreaterThanOrEqual(decode + run)
  })

  it('gives the same answer when pictures overlap as one by one', async () => {
    const pictures = await biscuits(6, 0.5)
    const alone: number[] = []
    for (const picture of pictures) alone.push((await pool.inspect(recipe, picture)).score)
    const together = await Promise.all(pictures.map((picture) => pool.inspect(recipe, picture)))
    expect(together.map(({ score }) => score)).toEqual(alone)
  })

  it('survives a SIGSEGV in the middle of a stream: every picture is judged', async () => {
    const [picture] = (await good) as [Uint8Array]
    const { score } = await pool.inspect(recipe, picture)
    const [pid] = childrenOf(process.pid)
    const stream = Array.from({ length: 30 }, async (_, n) => {
      const inspection = await pool.inspect(recipe, picture)
      if (n === 5 && pid) process.kill(pid, 'SIGSEGV')
      return inspection.score
    })
    expect(new Set(await Promise.all(stream))).toEqual(new Set([score]))
    expect(pool.status().restarts).toBe(pid ? 1 : 0)
  })

  it('names what is wrong with a picture, a recipe and a file that is not the one that was stored', async () => {
    const noPicture = new TextEncoder().encode('no picture')
    await expect(pool.examine(noPicture)).rejects.toMatchObject({ code: expect.stringMatching(/^NABIJ_PICTURE_/) })
    await expect(pool.inspect(recipe, noPicture)).rejects.toMatchObject({
      code: expect.stringMatching(/^NABIJ_PICTURE_/),
    })
    writeFileSync(join(folder, 'foreign.onnx'), 'no recipe')
    await expect(pool.readRecipe(join(folder, 'foreign.onnx'))).rejects.toMatchObject({ code: 'NABIJ_RECIPE_DAMAGED' })
    const picture = (await good)[0] as Uint8Array
    for (const file of [
      { ...recipe, sha256: 'other' },
      { path: join(folder, 'absent'), sha256: 'absent' },
    ])
      await expect(pool.inspect(file, picture)).rejects.toMatchObject({ code: 'NABIJ_RECIPE_DAMAGED' })
    await expect(
      pool.teach(
        {
          photos: [{ id: '1', path: join(folder, 'foreign.onnx'), label: 'good', kind: null }],
          locate: usualSettings.locate,
        },
        join(folder, 'out'),
        () => undefined,
        never,
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^NABIJ_PICTURE_/) })
  })
})

/** Only Linux says so; elsewhere the list is empty. */
function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return []
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}
