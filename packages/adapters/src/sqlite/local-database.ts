import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Database, Tables } from './tables.ts'

export interface LocalDatabase {
  raw: DatabaseSync
  db: Database
  close(): void
}

const statementsKept = 200

/** Opens a database file in the thread that calls: only worker threads and tests do that. */
export function openLocal(path: string, options: { readOnly?: boolean } = {}): LocalDatabase {
  const readOnly = options.readOnly ?? false
  const raw = new DatabaseSync(path, { readOnly, timeout: 5000, enableForeignKeyConstraints: true })
  try {
    if (!readOnly) {
      // FULL: a commit returns after its fsync. fullfsync: on macOS a plain fsync stops at the drive's cache.
      raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on')
      raw.exec('pragma checkpoint_fullfsync = on; pragma journal_size_limit = 67108864')
    }
    raw.exec('pragma cache_size = -16384; pragma temp_store = memory')
  } catch (error) {
    raw.close()
    throw error
  }
  const dialect = new SqliteDialect({ database: asKyselyDatabase(raw) })
  dialect.createAdapter = () => new TransactionalAdapter()
  const db = new Kysely<Tables>({ dialect })
  return { raw, db, close: () => raw.close() }
}

/** SQLite can take back the making of tables, so that the steps of an upgrade are taken all or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** node:sqlite in the shape that Kysely's dialect asks for, with prepared statements kept. */
function asKyselyDatabase(raw: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, StatementSync>()
  // Takes the lock at once: a transaction that reads first and then writes would fail instead of waiting its turn.
  const begin = 'begin immediate'
  return {
    close: () => raw.close(),
    prepare(text) {
      const statement = kept.get(text) ?? raw.prepare(text === 'begin' ? begin : text)
      if (kept.size >= statementsKept) kept.clear()
      kept.set(text, statement)
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(bindable)),
        iterate: (values) => statement.iterate(...values.map(bindable)) as IterableIterator<unknown>,
        run: (values) => {
          // A full disk ends the transaction by itself; a second rollback would hide why.
          if (text === 'rollback' && !raw.isTransaction) return { changes: 0, lastInsertRowid: 0 }
          return statement.run(...values.map(bindable))
        },
      }
    },
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || ['string', 'number', 'bigint'].includes(typeof value)) return value as SQLInputValue
  throw new TypeError(`cannot be stored in a column: ${typeof value}`)
}
