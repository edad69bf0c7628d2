import { existsSync, statSync } from 'node:fs'
import { DatabaseFault } from './database-fault.ts'
import { openLocal } from './local-database.ts'

/**
 * Reads the whole database and compares its pages with one another; changes nothing.
 * @throws DatabaseFault NABIJ_DATABASE_DAMAGED, or what SQLite says of a file that it cannot open.
 */
export function checkPages(path: string): void {
  const { raw, close } = openLocal(path, { readOnly: true })
  try {
    const answer = raw.prepare('pragma quick_check(1)').get()
    if (answer?.quick_check !== 'ok') throw new DatabaseFault('NABIJ_DATABASE_DAMAGED', { path })
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
