import { existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Migration, Migrator } from 'kysely/migration'
import { syncFile, syncFolder } from '../safe-files.ts'
import { DatabaseFault } from './database-fault.ts'
import { openLocal } from './local-database.ts'
import { migrations } from './migrations/index.ts'

type Steps = Record<string, Migration>

/**
 * Brings the database file to the newest step. A new one is made under another name and appears complete; of an
 * existing one that must change, a copy is laid beside it first (`nabij.sqlite.before-<newest step>`).
 * @throws DatabaseFault NABIJ_DATABASE_NEWER, NABIJ_DATABASE_DAMAGED for an empty file, or whatever SQLite says.
 */
export async function migrateDatabase(path: string, steps: Steps = migrations): Promise<void> {
  if (!existsSync(path)) return createDatabase(path, steps)
  if ((await stat(path)).size === 0) throw new DatabaseFault('NABIJ_DATABASE_DAMAGED', { path })
  const waiting = stepsToTake(path, steps)
  if (waiting.length === 0) return
  await copyBeside(path, `${path}.before-${waiting.at(-1)}`)
  await runSteps(path, steps)
}

/** Steps that this nabij knows and the database has not taken. */
export function stepsToTake(path: string, steps: Steps = migrations): string[] {
  const { raw, close } = openLocal(path, { readOnly: true })
  try {
    const taken = raw
      .prepare('select name from kysely_migration')
      .all()
      .map((row) => String(row.name))
    const unknown = taken.find((name) => !(name in steps))
    if (unknown !== undefined) throw new DatabaseFault('NABIJ_DATABASE_NEWER', { path, step: unknown })
    return Object.keys(steps)
      .sort()
      .filter((name) => !taken.includes(name))
  } catch (error) {
    if (String(error).includes('no such table')) throw new DatabaseFault('NABIJ_DATABASE_DAMAGED', { path }, error)
    throw error
  } finally {
    close()
  }
}

async function createDatabase(path: string, steps: Steps): Promise<void> {
  const fresh = `${path}.new`
  for (const file of [fresh, `${fresh}-wal`, `${fresh}-shm`]) await rm(file, { force: true })
  await runSteps(fresh, steps)
  await rename(fresh, path)
  await syncFolder(dirname(path))
}

async function runSteps(path: string, steps: Steps): Promise<void> {
  const { db, close } = openLocal(path)
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => steps } }).migrateToLatest()
    if (error) throw error
  } finally {
    close()
  }
}

async function copyBeside(path: string, copy: string): Promise<void> {
  const half = `${copy}.half`
  await rm(half, { force: true })
  const { raw, close } = openLocal(path, { readOnly: true })
  try {
    raw.prepare('vacuum into ?').run(half)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  } finally {
    close()
  }
  await syncFile(half)
  await rename(half, copy)
  await syncFolder(dirname(path))
}
