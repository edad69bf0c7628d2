import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type DataFolder, lockFolder, openDataFolder } from '@nabij/adapters/data-folder'
import { openStores, type Stores } from '@nabij/adapters/sqlite'
import { NabijError } from '@nabij/base'

/** The company's own data folder within the root. @throws NabijError NABIJ_DATA_ABSENT */
export function ownFolderOf(root: string): string {
  const path = join(root, 'own')
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new NabijError('NABIJ_DATA_ABSENT', { root })
  return path
}

/** Holds the whole root while it works: no box can start meanwhile. @throws NabijError NABIJ_FOLDER_IN_USE */
export async function withRoot<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = lockFolder(root)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** Opens the own data folder without a box, and closes it however the work ends. */
export async function withOwnFolder<T>(
  root: string,
  work: (open: { folder: DataFolder; stores: Stores }) => Promise<T>,
): Promise<T> {
  const path = ownFolderOf(root)
  return withRoot(root, async () => {
    const folder = await openDataFolder(path)
    try {
      const stores = await openStores({ path: folder.database, clock: Date.now })
      try {
        return await work({ folder, stores })
      } finally {
        await stores.close()
      }
    } finally {
      await folder.close()
    }
  })
}
