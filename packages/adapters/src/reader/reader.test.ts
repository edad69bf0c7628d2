import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Outcome, readPaths, readUpload } from './index.ts'
import { fixtureReader } from './testing/programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'nabij-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))
const options = { program: fixtureReader, limits: { memoryMb: 200, silenceMs: 1500 } }

async function* bytes(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text)
}

function upload(text: string, signal?: AbortSignal) {
  return readUpload(options, { name: 'a.csv', bytes: bytes(text) }, { rules: [], ...(signal ? { signal } : {}) })
}

async function outcomesOf(texts: string[]): Promise<Outcome[]> {
  const files = texts.map((text, n) => ({ name: `${n}`, path: join(folder, `${n}`) }))
  for (const [n, { path }] of files.entries()) writeFileSync(path, texts[n] ?? '')
  return Array.fromAsync(readPaths(options, files, { rules: [] }))
}

describe('a file that is sent', () => {
  it('is read whole, with all its findings in order', async () => {
    const [file] = await upload('many')
    expect(file).toMatchObject({ path: 'a.csv', records: 4 })
    expect(file?.findings.map(({ locator }) => Number(locator))).toEqual(Array.from({ length: 1000 }, (_, n) => n))
  })

  it('is ended at its limit of time, of memory, and when its reader falls', async () => {
    await expect(upload('loop')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_LIMIT', params: { limit: '2 s' } })
    await expect(upload('grow')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_LIMIT', params: { limit: '200 MB' } })
    await expect(upload('crash')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  })

  it('has no network', async () => {
    await expect(upload('call')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  })

  it('writes nothing, but for its own code where it may lie compiled', async () => {
    const cache = join(folder, 'compiled', 'reader')
    const read = (text: string) =>
      readUpload({ ...options, cache }, { name: 'a.csv', bytes: bytes(text) }, { rules: [] })
    for (const path of [join(folder, 'elsewhere'), join(cache, '..', 'beside')]) {
      await expect(upload(`write ${path}`)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
      await expect(read(`write ${path}`)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
      expect(existsSync(path)).toBe(false)
    }
    expect((await read('one')).length).toBe(1)
    expect(readdirSync(cache, { recursive: true }).length).toBeGreaterThan(10)
    // Where there is no such place it reads all the same.
    const nowhere = { ...options, cache: join(fixtureReader, 'no-folder') }
    expect((await readUpload(nowhere, { name: 'a', bytes: bytes('one') }, { rules: [] })).length).toBe(1)
  })

  it('keeps what stands in it out of errors', async () => {
    const error = await upload('throw 0123 PASSWORD').catch((thrown: unknown) => thrown)
    expect(JSON.stringify({ ...(error as object), text: String(error) })).not.toContain('PASSWORD')
  })

  it('can be cancelled while it comes', async () => {
    const stop = new AbortController()
    async function* endless() {
      for (;;) {
        yield new Uint8Array(1 << 16)
        setTimeout(() => stop.abort(), 300)
      }
    }
    const reading = readUpload(options, { name: 'x', bytes: endless() }, { rules: [], signal: stop.signal })
    await expect(reading).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_CANCELLED' })
  })
})

describe('files on disk', () => {
  it('are read in order; one that takes too much is told, and the next goes on', async () => {
    const outcomes = await outcomesOf(['one', 'loop', 'unknown', '', 'crash', 'many'])
    expect(outcomes.map(({ name, error }) => [name, error?.code ?? null])).toEqual([
      ['0', null],
      ['1', 'NABIJ_EVIDENCE_LIMIT'],
      ['2', 'NABIJ_EVIDENCE_UNKNOWN'],
      ['3', null],
      ['4', 'NABIJ_EVIDENCE_UNREADABLE'],
      ['5', null],
    ])
    expect(outcomes.at(-1)?.read?.[0]?.findings).toHaveLength(1000)
  })

  it('are many', async () => {
    const outcomes = await outcomesOf(Array.from({ length: 500 }, (_, n) => `file ${n}`))
    expect(outcomes.map(({ name }) => Number(name))).toEqual(Array.from({ length: 500 }, (_, n) => n))
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([])
  })
})
