import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NabijError } from '@nabij/base'
import { names } from './names.ts'

export interface FolderLock {
  release(): void
}

/**
 * Locks a folder until `release`, or until this process ends in whatever way: the system itself holds the lock, on a
 * small SQLite file that stays empty, so nothing stale can remain.
 * @throws NabijError NABIJ_FOLDER_IN_USE, NABIJ_FOLDER_NOT_WRITABLE, NABIJ_DISK_FULL
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, names.lock)
  try {
    return lock(file)
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    if (code === busy) throw new NabijError('NABIJ_FOLDER_IN_USE', { folder }, error)
    if (code === full) throw new NabijError('NABIJ_DISK_FULL', {}, error)
    if (code !== notADatabase) throw new NabijError('NABIJ_FOLDER_NOT_WRITABLE', { folder }, error)
    // Somebody wrote something else in it: then nobody holds it.
    rmSync(file)
    return lock(file)
  }
}

const busy = 5
const full = 13
const notADatabase = 26

function lock(file: string): FolderLock {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    database.close()
    throw error
  }
  return { release: () => database.isOpen && database.close() }
}
