import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'
import { codeOf, fromFiles, unlessAbsent } from '../safe-files.ts'
import { readFormat, writeFormat } from './format.ts'
import { lockFolder } from './lock-folder.ts'
import { databasePath, names } from './names.ts'
import { turns } from './turns.ts'

/** A data folder that is this process's own until it is closed. */
export interface DataFolder {
  readonly path: string
  /** Where its database lies (adapters/sqlite opens it). */
  readonly database: string
  /** One after the other: a backup reads files that retention must not remove meanwhile. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Opens or makes a data folder: private to its owner, locked, of a known format.
 * @throws NabijError NABIJ_FOLDER_… ; NABIJ_DATABASE_DAMAGED when files are there and the database is not
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await makeFolder(path)
  await checkOwner(path, path)
  await checkOwner(databasePath(path), path)
  const known = await readFormat(path)
  const lock = lockFolder(path)
  try {
    if (!known) await writeFormat(path)
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o700)
    await checkDatabaseIsThere(path)
  } catch (error) {
    lock.release()
    throw withFolder(error, path)
  }
  const queue = turns()
  return {
    path,
    database: databasePath(path),
    inTurn: queue.inTurn,
    async close() {
      await queue.idle()
      lock.release()
    },
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (!(await stat(folder)).isDirectory()) throw new NabijError('NABIJ_FOLDER_NO_FOLDER', { folder })
  } catch (error) {
    throw withFolder(error, folder)
  }
}

/** @throws NabijError NABIJ_FOLDER_OWNER; Windows has no user numbers, its own permissions decide there. */
export async function checkOwner(path: string, folder: string): Promise<void> {
  const user = process.getuid?.()
  const owner = (await unlessAbsent(stat(path)))?.uid
  if (user === undefined || owner === undefined || owner === user) return
  throw new NabijError('NABIJ_FOLDER_OWNER', { folder, owner, user })
}

/** A folder with files and without its database lost it: starting an empty one would hide that. */
async function checkDatabaseIsThere(folder: string): Promise<void> {
  if (await unlessAbsent(stat(databasePath(folder)))) return
  const prefixes = (await unlessAbsent(readdir(join(folder, names.blobs)))) ?? []
  if (prefixes.length > 0) throw new NabijError('NABIJ_DATABASE_DAMAGED', { path: databasePath(folder) })
}

/** What the system said about a folder, as a NabijError. */
export function withFolder(error: unknown, folder: string): unknown {
  const code = codeOf(error) ?? ''
  if (['EEXIST', 'ENOTDIR'].includes(code)) return new NabijError('NABIJ_FOLDER_NO_FOLDER', { folder }, error)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new NabijError('NABIJ_FOLDER_NOT_WRITABLE', { folder }, error)
  return fromFiles(error)
}
