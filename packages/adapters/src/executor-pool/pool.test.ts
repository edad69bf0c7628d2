import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Executor, RecipeFile } from '@nabij/stations'
import { afterEach, describe, expect, it } from 'vitest'
import { alive, until } from '../testing/processes.ts'
import type { Limits } from './limits.ts'
import { startExecutorPool } from './pool.ts'
import { fixtureProgram, word } from './testing/words.ts'

const recipe: RecipeFile = { sha256: 'abc', path: '/nowhere' }
const pools: Executor[] = []
const logged: { message: string; fields: Record<string, unknown> }[] = []

function start(limits: Partial<Limits> = {}, executors = 2, program = fixtureProgram): Executor {
  const log = (_level: string, message: string, fields: Record<string, unknown>) => logged.push({ message, fields })
  const pool = startExecutorPool({ program, executors, log, limits: { pauseMs: 10, ...limits } })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  logged.length = 0
  await Promise.all(pools.splice(0).map((pool) => pool.stop()))
})

describe('a pool of executors', () => {
  it('starts a child when there is work and answers with what it says', async () => {
    const pool = start()
    expect(pool.status()).toMatchObject({ running: 0, restarts: 0 })
    const inspection = await pool.inspect(recipe, word('a'))
    expect(inspection).toMatchObject({ score: 0.5, height: 1, ms: { decode: 1, locate: 0, model: 2, total: 3 } })
    expect(new TextDecoder().decode(inspection.map)).toBe('abc')
    expect(await pool.readRecipe('/some/recipe')).toMatchObject({ format: 'nabij-inspection/2' })
    expect(pool.status()).toMatchObject({ running: 1, restarts: 0 })
  })

  it('carries pictures of megabytes', async () => {
    const picture = new Uint8Array(20_000_000).fill(120)
    expect((await start().examine(picture)).height).toBe(picture.length)
  })

  it('passes on the error that a child names, and the child lives', async () => {
    const pool = start()
    await expect(pool.examine(word('bad'))).rejects.toMatchObject({
      code: 'NABIJ_INVALID_INPUT',
      params: { rule: 'it is bad' },
    })
    expect(pool.status().restarts).toBe(0)
  })

  it('answers every picture of a stream in which children are killed by SIGSEGV', async () => {
    const pool = start()
    const first = await pool.examine(word('a'))
    let answered = 0
    const stream = Array.from({ length: 200 }, async () => {
      const { width } = await pool.inspect(recipe, word('slow'))
      if (++answered === 20 || answered === 90) process.kill(width, 'SIGSEGV')
    })
    process.kill(first.width, 'SIGSEGV')
    await Promise.all(stream)
    expect(answered).toBe(200)
    expect(pool.status().restarts).toBe(3)
    expect(logged.map(({ fields }) => fields)).toContainEqual(expect.objectContaining({ detail: 'SIGSEGV' }))
  })

  it.each(['crash', 'exit', 'garbage', 'nonsense'])(
    'gives up on a job at which a child falls twice (%s), and harms no other',
    async (how) => {
      const pool = start({}, 1)
      const others = Promise.all(Array.from({ length: 6 }, () => pool.inspect(recipe, word('slow'))))
      await expect(pool.examine(word(how))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_LOST' })
      await others
      expect(pool.status().restarts).toBe(2)
    },
  )

  it('refuses an answer that is not of the shape that was asked for', async () => {
    await expect(start().examine(word('no answer'))).rejects.toMatchObject({ code: 'NABIJ_UNEXPECTED' })
  })

  it.each(['never', 'spin'])('ends a child that does not come back (%s)', async (how) => {
    const pool = start({ jobMs: 400 }, 1)
    const { width: pid } = await pool.examine(word('a'))
    await expect(pool.examine(word(how))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_TIMEOUT' })
    expect((await pool.examine(word('a'))).width).not.toBe(pid)
    expect(alive(pid)).toBe(false)
  })

  it('ends a child whose memory grows beyond the cap', async () => {
    const pool = start({ memoryMb: 300 }, 1)
    await expect(pool.examine(word('grow'))).rejects.toMatchObject({
      code: 'NABIJ_EXECUTOR_LOST',
      params: { reason: 'memory' },
    })
    expect(pool.status().restarts).toBe(2)
  })

  it('says so when the program does not start, and tries again later', async () => {
    const pool = start({ failedStarts: 2, longestPauseMs: 20 }, 1, '/no/such/program.ts')
    const jobs = [1, 2, 3].map(() => pool.examine(word('a')))
    for (const job of jobs) await expect(job).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_UNAVAILABLE' })
    await expect(pool.examine(word('a'))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_UNAVAILABLE' })
    expect(logged[0]?.fields.detail).toContain('/no/such/program.ts')
  })

  it('refuses more when absurdly much is waiting', async () => {
    const pool = start({ waiting: 3 }, 1)
    const jobs = await Promise.allSettled(Array.from({ length: 9 }, () => pool.examine(word('slow'))))
    const refused = jobs.filter((job) => job.status === 'rejected')
    expect(refused).toHaveLength(6)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'NABIJ_EXECUTOR_BUSY' })
    await expect(start({ waitingBytes: 10 }).examine(new Uint8Array(11))).rejects.toMatchObject({
      code: 'NABIJ_EXECUTOR_BUSY',
    })
  })

  it('serves stations in turn: one that sends much does not keep another waiting', async () => {
    const pool = start({}, 1)
    const order: string[] = []
    const from = (sha256: string) => pool.inspect({ sha256, path: '' }, word('slow')).then(() => order.push(sha256))
    await Promise.all([...Array.from({ length: 20 }, () => from('busy')), from('calm')])
    expect(order.indexOf('calm')).toBeLessThan(5)
  })

  it('one station whose pictures hang does not slow another', async () => {
    const pool = start({ slowMs: 60, jobMs: 60_000 }, 1)
    await pool.examine(word('a'))
    const hanging = Promise.allSettled([pool.inspect({ sha256: 'hangs', path: '' }, word('never'))])
    for (let n = 0; n < 5; n++) expect(await pool.inspect(recipe, word('a'))).toMatchObject({ score: 0.5 })
    await pool.stop()
    expect(await hanging).toMatchObject([{ reason: { code: 'NABIJ_EXECUTOR_STOPPED' } }])
  })

  it('a recipe at which children fall again and again waits longer and longer, and no other with it', async () => {
    const pool = start({ longestPauseMs: 600_000 }, 1)
    const falls = { sha256: 'falls', path: '' }
    for (let n = 0; n < 2; n++)
      await expect(pool.inspect(falls, word('crash'))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_LOST' })
    const later = Promise.allSettled([pool.inspect(falls, word('crash')), pool.inspect(falls, word('crash'))])
    expect(await pool.inspect(recipe, word('a'))).toMatchObject({ score: 0.5 })
    await pool.stop()
    await later
  })

  it('ends a child that gives no sign of life, long before its time is up', async () => {
    const pool = start({ silenceMs: 1500, jobMs: 600_000, slowMs: 600_000 }, 1)
    await expect(pool.examine(word('spin'))).rejects.toMatchObject({
      code: 'NABIJ_EXECUTOR_LOST',
      params: { reason: 'silent' },
    })
  })

  it('corrects beside judging: moves the file to its place, and leaves none when the child falls', async () => {
    const pool = start({}, 1)
    const folder = mkdtempSync(join(tmpdir(), 'nabij-pool-'))
    const photo = (path: string) => ({ id: path, path, label: 'bad' as const, kind: null })
    const order = (path: string) => ({ base: recipe, corrections: [photo(path)], marked: [photo('m')] })
    const out = join(folder, 'out.onnx')
    const stuck = Promise.allSettled([pool.inspect(recipe, word('never'))])
    expect((await pool.correct(order('x'), out)).checked).toEqual([{ id: 'm', score: 0.25 }])
    expect(readFileSync(out, 'utf8')).toBe('abc\nx')
    await expect(pool.correct(order('crash'), `${out}2`)).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_LOST' })
    expect(readdirSync(folder)).toEqual(['out.onnx'])
    expect(await pool.nearest(recipe, word('a'), [photo('p')])).toEqual([{ id: 'p', distance: 0 }])
    expect(await pool.check(recipe, [photo('p')])).toEqual([{ id: 'p', score: null }])
    await pool.stop()
    await stuck
    rmSync(folder, { recursive: true })
  })

  it('uses a second child when the first has its hands full, and keeps a recipe where it is open', async () => {
    const pool = start()
    const pids = await Promise.all(
      Array.from({ length: 80 }, async () => (await pool.inspect(recipe, word('slow'))).width),
    )
    expect(new Set(pids).size).toBe(2)
    const later = new Set<number>()
    for (let n = 0; n < 4; n++) later.add((await pool.inspect(recipe, word('a'))).width)
    expect(later.size).toBe(1)
  })

  it('ends children that have had nothing to do, and starts others when there is work again', async () => {
    const pool = start({ idleMs: 30 })
    const { width: pid } = await pool.examine(word('a'))
    await until(() => pool.status().running === 0 && !alive(pid))
    expect((await pool.examine(word('a'))).width).not.toBe(pid)
    expect(pool.status().restarts).toBe(0)
  })

  it('stops at once, whatever the children do, and answers what waited', async () => {
    const pool = start({}, 1)
    const { width: pid } = await pool.examine(word('a'))
    const jobs = ['spin', 'a', 'a', 'a'].map((how) => pool.examine(word(how)))
    const outcomes = Promise.allSettled(jobs)
    await pool.stop()
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'NABIJ_EXECUTOR_STOPPED' } })
    expect(alive(pid)).toBe(false)
    await expect(pool.examine(word('a'))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_STOPPED' })
  })

  it('gives a child no network, no place to write, and a lower priority than its own', async () => {
    const pool = start()
    const { width: pid } = await pool.examine(word('a'))
    await expect(pool.examine(word('connect'))).rejects.toMatchObject({
      params: { message: 'an executor has no network' },
    })
    await expect(pool.examine(word('write'))).rejects.toMatchObject({
      params: { message: expect.stringContaining('restricted') },
    })
    if (process.platform !== 'linux') return
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
    expect(environment).not.toMatch(/NODE_|VITEST|PROXY/)
    expect(getPriority(pid)).toBe(Math.min(19, getPriority() + 10))
  })
})
