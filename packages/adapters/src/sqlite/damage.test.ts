import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NabijError } from '@nabij/base'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertStation } from './calls/stations.ts'
import { checkPages, worthChecking } from './check-database.ts'
import { checkDatabase, openStores, type Stores } from './index.ts'
import { openLocal } from './local-database.ts'
import { migrateDatabase, stepsToTake } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { recordVerdicts } from './record-verdicts.ts'
import { fromSqlite } from './sqlite-errors.ts'
import { station, temporaryFolder, verdict } from './testing/samples.ts'

let place: ReturnType<typeof temporaryFolder>
let path: string

beforeEach(() => {
  place = temporaryFolder()
  path = join(place.folder, 'nabij.sqlite')
})
afterEach(() => place.remove())

const open = (where = path): Promise<Stores> => openStores({ path: where, clock: () => 0 })

/** A closed database with some hundreds of verdicts in it. */
async function filled(): Promise<void> {
  await migrateDatabase(path)
  const { db, close } = openLocal(path)
  const press = station()
  await insertStation(db, press)
  const records = Array.from({ length: 400 }, () => verdict(press.id, { name: 'x'.repeat(200) }))
  await db.transaction().execute((transaction) => recordVerdicts(transaction, records))
  close()
}

describe('a damaged database is named, and left as it was', () => {
  const damages: Record<string, (bytes: Buffer) => Buffer> = {
    'cut in half': (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
    'cut within a page': (bytes) => bytes.subarray(0, bytes.length - 1000),
    emptied: () => Buffer.alloc(0),
    'overwritten at the front': (bytes) =>
      Buffer.concat([Buffer.from('not a database, not at all'), bytes.subarray(26)]),
    'with a page of noise': (bytes) =>
      Buffer.concat([bytes.subarray(0, 4096 * 20), Buffer.alloc(4096, 0xa5), bytes.subarray(4096 * 21)]),
    'another kind of file': () => Buffer.from('a letter to somebody'),
    'a database of another program': () => {
      const other = join(place.folder, 'other.sqlite')
      new DatabaseSync(other).exec('create table song (title text)')
      return readFileSync(other)
    },
  }
  it.each(Object.entries(damages))('%s', async (_name, damage) => {
    await filled()
    const damaged = damage(readFileSync(path))
    writeFileSync(path, damaged)
    await expect(openHere()).rejects.toMatchObject({ code: 'NABIJ_DATABASE_DAMAGED', params: { path } })
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })

  it('also by the threads, to whoever opens or checks it', async () => {
    writeFileSync(path, 'a letter to somebody')
    await expect(open()).rejects.toBeInstanceOf(NabijError)
    await expect(checkDatabase(path)).rejects.toMatchObject({ code: 'NABIJ_DATABASE_DAMAGED', params: { path } })
    expect(readFileSync(path, 'utf8')).toBe('a letter to somebody')
  })

  it('also when single bytes were flipped: an error with a name, or rows that can be read', async () => {
    await filled()
    const good = readFileSync(path)
    const outcomes = new Set<string>()
    for (let round = 0; round < 40; round++) {
      const bytes = Buffer.from(good)
      for (let n = 0; n < 40; n++) {
        const at = (round * 7919 + n * 104_729) % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ 0xff
      }
      writeFileSync(path, bytes)
      outcomes.add(
        await openHere().then(
          () => readAll().catch((error: unknown) => fromSqlite(error, path).code),
          (error: { code: string }) => error.code,
        ),
      )
    }
    outcomes.delete('rows')
    outcomes.delete('NABIJ_DATABASE_NEWER')
    expect([...outcomes]).toEqual(['NABIJ_DATABASE_DAMAGED'])
  })

  /** What the writing thread does before it serves. */
  async function openHere(): Promise<void> {
    try {
      if (worthChecking(path)) checkPages(path)
      await migrateDatabase(path)
    } catch (error) {
      throw fromSqlite(error, path)
    }
  }

  async function readAll(): Promise<string> {
    const { raw, close } = openLocal(path)
    try {
      raw.prepare('select * from verdict order by seq').all()
      return 'rows'
    } finally {
      close()
    }
  }
})

describe('steps of the database', () => {
  const newer = {
    ...migrations,
    '9001-colour': {
      up: (db: never) => (db as Db).schema.alterTable('station').addColumn('colour', 'text').execute(),
    },
  }
  interface Db {
    schema: { alterTable(name: string): { addColumn(name: string, type: 'text'): { execute(): Promise<void> } } }
  }

  it('a copy is laid beside before a step is taken, and only then', async () => {
    await filled()
    const before = readFileSync(path)
    await migrateDatabase(path, newer)
    expect(stepsToTake(path, newer)).toEqual([])
    const copy = `${path}.before-9001-colour`
    const { raw, close } = openLocal(copy, { readOnly: true })
    expect(raw.prepare('select count(*) as n from verdict').get()).toEqual({ n: 400 })
    expect(raw.prepare('select * from station').get()).not.toHaveProperty('colour')
    close()
    expect(before.length).toBeGreaterThan(100_000)
    const files = readdirSync(place.folder)
    await migrateDatabase(path, newer)
    expect(readdirSync(place.folder)).toEqual(files)
  })

  it('a step that fails changes nothing', async () => {
    await filled()
    const failing = { ...newer, '9002-fault': { up: () => Promise.reject(new Error('step 3 is wrong')) } }
    await expect(migrateDatabase(path, failing)).rejects.toThrow('step 3 is wrong')
    expect(stepsToTake(path, failing)).toEqual(['9001-colour', '9002-fault'])
    await migrateDatabase(path)
  })

  it('a database from a newer nabij is refused and left alone', async () => {
    await filled()
    await migrateDatabase(path, newer)
    const bytes = readFileSync(path)
    await expect(open()).rejects.toMatchObject({ code: 'NABIJ_DATABASE_NEWER', params: { step: '9001-colour' } })
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('an unfinished first start is begun anew', async () => {
    writeFileSync(`${path}.new`, 'half')
    await migrateDatabase(path)
    expect(existsSync(`${path}.new`)).toBe(false)
    expect(statSync(path).size).toBeGreaterThan(0)
  })
})

describe('a full disk', () => {
  it('is named by the error, and the rows before it are whole', async () => {
    await migrateDatabase(path)
    const { raw, db, close } = openLocal(path)
    const press = station()
    raw.prepare("insert into station values (?, ?, ?, 0, 1, null, '{}')").run(press.id, press.name, press.source)
    const { page_count: pages } = raw.prepare('pragma page_count').get() as { page_count: number }
    raw.exec(`pragma max_page_count = ${pages + 30}`)
    let stored = 0
    const fill = async () => {
      for (;;) {
        const group = Array.from({ length: 20 }, () => verdict(press.id, { name: 'x'.repeat(200) }))
        await db.transaction().execute((transaction) => recordVerdicts(transaction, group))
        stored += group.length
      }
    }
    const error = await fill().catch((thrown: unknown) => fromSqlite(thrown, path))
    expect(error).toMatchObject({ code: 'NABIJ_DISK_FULL' })
    expect(stored).toBeGreaterThan(0)
    expect(
      raw
        .prepare('select count(*) as n, (select sum(n) from roll_up where bucket = ?) as counted from verdict')
        .get('hour'),
    ).toEqual({ n: stored, counted: stored })
    close()
  })

  const small = mkdtempSync(join(tmpdir(), 'nabij-small-'))
  const canMount = spawnSync('mount', ['--version']).status === 0 && process.getuid?.() === 0 && mounts(small)

  afterAll(() => rmSync(small, { recursive: true, force: true }))

  it.runIf(canMount)('loses nothing that was acknowledged, and goes on when there is room again', async () => {
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small])
    try {
      const where = join(small, 'nabij.sqlite')
      const stores = await open(where)
      const press = station()
      await stores.stations.insert(press)
      writeFileSync(join(small, 'ballast'), Buffer.alloc(200_000))
      const ids: string[] = []
      const fill = async () => {
        for (;;) ids.push((await stores.verdicts.record(verdict(press.id, { name: 'x'.repeat(500) }))).id)
      }
      await expect(fill()).rejects.toMatchObject({ code: 'NABIJ_DISK_FULL' })
      rmSync(join(small, 'ballast'))
      ids.push((await stores.verdicts.record(verdict(press.id))).id)
      const rows = await stores.verdicts.since(0, 10_000)
      expect(rows.map((row) => row.id)).toEqual(ids)
      expect(await stores.verdicts.counts(press.id, 0)).toMatchObject({ pass: ids.length })
      await stores.close()
    } finally {
      spawnSync('umount', ['-l', small])
    }
  })
})

function mounts(folder: string): boolean {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (mounted) spawnSync('umount', ['-l', folder])
  return mounted
}

it('result codes have the names that a person can act upon', () => {
  const named = (errcode: number) => fromSqlite(Object.assign(new Error('x'), { errcode }), '/d').code
  expect([5, 6, 261, 517].map(named)).toEqual(Array(4).fill('NABIJ_DATABASE_BUSY'))
  expect([11, 26, 267].map(named)).toEqual(Array(3).fill('NABIJ_DATABASE_DAMAGED'))
  expect([13, 778].map(named)).toEqual(Array(2).fill('NABIJ_DISK_FULL'))
  expect([8, 14].map(named)).toEqual(Array(2).fill('NABIJ_FOLDER_NOT_WRITABLE'))
  expect(named(1)).toBe('NABIJ_UNEXPECTED')
})
