import { mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkOwner, deleteAll } from '@nabij/adapters/data-folder'
import { NabijError } from '@nabij/base'

/**
 * Makes the folder with all data. One of another user is left alone before anything is written in it: what we leave
 * there (`sudo nabij start`) would be out of that user's reach.
 * @throws NabijError NABIJ_FOLDER_NO_FOLDER, NABIJ_FOLDER_NOT_WRITABLE, NABIJ_FOLDER_OWNER, NABIJ_DISK_FULL
 */
export async function makeRoot(root: string): Promise<void> {
  try {
    await mkdir(root, { recursive: true, mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw error
    const isFile = code === 'EEXIST' || code === 'ENOTDIR'
    throw new NabijError(isFile ? 'NABIJ_FOLDER_NO_FOLDER' : 'NABIJ_FOLDER_NOT_WRITABLE', { folder: root }, error)
  }
  await checkOwner(root, root)
}

const dataFolders = /^(own|sample)(\.before-restore-.*)?$/
const rest = /^(backups|tls|cache|log|lock|lock-journal|running\.json.*|restore-.*)$/

/**
 * Removes everything of nabij from a root, and the root itself when nothing else is in it; what is not ours stays.
 * The caller holds no lock on it: each data folder is locked while it goes.
 */
export async function deleteRoot(root: string): Promise<{ found: boolean; left: string[] }> {
  const names = await readdir(root).catch(() => [])
  const folders = names.filter((name) => dataFolders.test(name))
  const others = names.filter((name) => rest.test(name))
  for (const name of folders) await deleteAll(join(root, name))
  for (const name of others) await rm(join(root, name), { recursive: true, force: true })
  const left = names.filter((name) => !folders.includes(name) && !others.includes(name))
  if (left.length === 0) await rmdir(root).catch(() => undefined)
  return { found: folders.length + others.length > 0, left }
}
