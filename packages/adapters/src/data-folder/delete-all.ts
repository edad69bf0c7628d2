import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessAbsent } from '../safe-files.ts'
import { readFormat } from './format.ts'
import { lockFolder } from './lock-folder.ts'
import { names } from './names.ts'
import { checkOwner, withFolder } from './open-data-folder.ts'

/**
 * Deletes a data folder and all that is in it. Cut off half-way it can be called again: what says that the folder is
 * nabij's goes last.
 * @throws NabijError NABIJ_FOLDER_IN_USE, NABIJ_FOLDER_FOREIGN, NABIJ_FOLDER_OWNER
 */
export async function deleteAll(folder: string): Promise<void> {
  const inside = await unlessAbsent(readdir(folder))
  if (inside === null) return
  await checkOwner(folder, folder)
  await readFormat(folder)
  const lock = lockFolder(folder)
  try {
    for (const name of inside.filter((name) => name !== names.format && name !== names.lock))
      await rm(join(folder, name), { recursive: true, force: true })
  } catch (error) {
    throw withFolder(error, folder)
  } finally {
    lock.release()
  }
  await rm(folder, { recursive: true, force: true })
}
