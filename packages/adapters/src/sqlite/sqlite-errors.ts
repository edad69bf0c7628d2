import { DatabaseFault } from './database-fault.ts'

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const busy = [5, 6]
const readOnly = [8, 14]
const damaged = [11, 26]
const full = 13
const inputOutput = 10

/** Anything that the database threw, with its name; `path` is the database file. */
export function fromSqlite(thrown: unknown, path: string): DatabaseFault {
  if (thrown instanceof DatabaseFault) return thrown
  const primary = resultCode(thrown) & 0xff
  if (primary === full) return new DatabaseFault('NABIJ_DISK_FULL', {}, thrown)
  if (damaged.includes(primary)) return new DatabaseFault('NABIJ_DATABASE_DAMAGED', { path }, thrown)
  if (busy.includes(primary)) return new DatabaseFault('NABIJ_DATABASE_BUSY', { path }, thrown)
  if (readOnly.includes(primary)) return new DatabaseFault('NABIJ_FOLDER_NOT_WRITABLE', { folder: path }, thrown)
  // SQLite reports a full disk as an input/output error when the shared-memory file cannot grow.
  if (primary === inputOutput && noRoom(thrown)) return new DatabaseFault('NABIJ_DISK_FULL', {}, thrown)
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new DatabaseFault('NABIJ_UNEXPECTED', { message }, thrown)
}

function resultCode(thrown: unknown): number {
  const code = thrown instanceof Error && 'errcode' in thrown ? thrown.errcode : 0
  return typeof code === 'number' ? code : 0
}

/** SQLITE_IOERR_WRITE, _FSYNC, _TRUNCATE, _SHMSIZE: writes that fail when there is no room. */
function noRoom(thrown: unknown): boolean {
  return [3, 4, 6, 19].includes(resultCode(thrown) >> 8)
}
