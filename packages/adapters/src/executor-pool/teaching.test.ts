import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { usualSettings } from '@nabij/base'
import type { Executor, Lesson, TeachProgress } from '@nabij/stations'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../testing/processes.ts'
import type { Limits } from './limits.ts'
import { startExecutorPool } from './pool.ts'
import { fixtureProgram, word } from './testing/words.ts'

let folder: string
let pool: Executor
let out: string
const never = new AbortController().signal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nabij-teach-'))
  out = join(folder, 'recipe.onnx')
  start()
})

afterEach(async () => {
  await pool.stop()
  rmSync(folder, { recursive: true })
})

function start(limits: Partial<Limits> = {}): void {
  pool = startExecutorPool({ program: fixtureProgram, executors: 1, log: () => undefined, limits })
}

const photos = (...words: string[]): Lesson => ({
  photos: words.map((path) => ({ id: path, path, label: 'good' as const, kind: null })),
  locate: usualSettings.locate,
})

describe('teaching', () => {
  it('writes the recipe and tells how far it is', async () => {
    const progress: TeachProgress[] = []
    const facts = await pool.teach(photos('a', 'b'), out, (step) => progress.push(step), never)
    expect(facts.format).toBe('nabij-inspection/2')
    expect(readFileSync(out, 'utf8')).toBe('a\nb\n')
    expect(progress).toEqual([
      { step: 'reading', done: 0, total: 2 },
      { step: 'reading', done: 1, total: 2 },
    ])
    expect(pool.status()).toMatchObject({ running: 0, restarts: 0 })
  })

  it('ends at once when it is cancelled, and leaves nothing', async () => {
    const cancel = new AbortController()
    const taught = pool.teach(
      photos('a', 'spin'),
      out,
      () => existsSync(`${out}.part`) && cancel.abort(),
      cancel.signal,
    )
    await expect(taught).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(folder)).toEqual([])
    expect(pool.status()).toMatchObject({ running: 0, restarts: 0 })
  })

  it('never starts what was cancelled while it waited for its turn', async () => {
    const cancels = [new AbortController(), new AbortController()]
    const [first, second] = cancels.map(({ signal }) => pool.teach(photos('never'), out, () => undefined, signal))
    cancels[1]?.abort()
    await expect(second).rejects.toBe(cancels[1]?.signal.reason)
    await until(() => existsSync(`${out}.part`))
    const third = pool.teach(photos('a'), join(folder, 'third'), () => undefined, never)
    cancels[0]?.abort()
    await expect(first).rejects.toBe(cancels[0]?.signal.reason)
    await third
    expect(readdirSync(folder)).toEqual(['third'])
  })

  it('does not keep a verdict waiting', async () => {
    const taught = pool.teach(photos('pid', 'never'), out, () => undefined, never)
    const outcome = Promise.allSettled([taught])
    const written = () => (existsSync(`${out}.part`) ? readFileSync(`${out}.part`, 'utf8').split('\n') : [])
    await until(() => written().includes('never'))
    expect(getPriority(Number(written()[0]))).toBe(Math.min(19, getPriority() + 15))
    expect(await pool.inspect({ sha256: '', path: '' }, word('a'))).toMatchObject({ height: 1 })
    expect(pool.status().running).toBe(2)
    await pool.stop()
    expect(await outcome).toMatchObject([{ reason: { code: 'NABIJ_EXECUTOR_STOPPED' } }])
    expect(readdirSync(folder)).toEqual([])
  })

  it('is tried twice when the child falls, and then given up', async () => {
    const taught = pool.teach(photos('a', 'crash'), out, () => undefined, never)
    await expect(taught).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_LOST' })
    expect(pool.status().restarts).toBe(2)
    expect(readdirSync(folder)).toEqual([])
  })

  it('passes on the error that the child names', async () => {
    const taught = pool.teach(photos('bad'), out, () => undefined, never)
    await expect(taught).rejects.toMatchObject({ code: 'NABIJ_INVALID_INPUT' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is given up when nothing is heard of it any more', async () => {
    await pool.stop()
    start({ teachSilenceMs: 700 })
    const taught = pool.teach(photos('spin'), out, () => undefined, never)
    await expect(taught).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_TIMEOUT' })
    expect(readdirSync(folder)).toEqual([])
  })
})
