import { existsSync, statSync } from 'node:fs'
import { NabijError } from '@nabij/base'
import { openLocal } from './local-database.ts'
import { fromSqlite } from './sqlite-errors.ts'

/**
 * Reads the whole database and compares its pages with one another; changes nothing.
 * @throws NabijError NABIJ_DATABASE_DAMAGED.
 */
export function checkPages(path: string): void {
  const { raw, close } = openLocal(path, { readOnly: true })
  try {
    const answer = raw.prepare('pragma quick_check(1)').get()
    if (answer?.quick_check !== 'ok') throw new NabijError('NABIJ_DATABASE_DAMAGED', { path })
  } catch (error) {
    throw fromSqlite(error, path)
  } finally {
    close()
  }
}

const alwaysBelow = 64 * 2 ** 20

/**
 * Whether opening should check every page: always while that takes no time, and after an end that was not clean
 * (SQLite removes the -wal file when it is closed). Otherwise damage is found when the page is read.
 */
export function worthChecking(path: string): boolean {
  return existsSync(`${path}-wal`) || statSync(path).size < alwaysBelow
}
