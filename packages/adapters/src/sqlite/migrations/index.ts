import type { Migration } from 'kysely/migration'
import { firstTables } from './0001-first.ts'

/** The steps of the database, in order of their names. A step that was ever released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first': { up: firstTables },
}
