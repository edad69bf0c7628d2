// Shared by the adapters that keep something: a file is safe when its bytes and its name are.
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { NabijError } from '@nabij/base'

/** Anything that a file call threw: no room becomes NABIJ_DISK_FULL, the rest stays. */
export function fromFiles(thrown: unknown): unknown {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(thrown) ?? '') ? new NabijError('NABIJ_DISK_FULL', {}, thrown) : thrown
}

export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined
}

/** Writes a new file; returns after its bytes are on the disk itself. */
export async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  await withFile(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, async (file) => {
    await file.writeFile(bytes)
    await file.sync()
  })
}

export async function syncFile(path: string): Promise<void> {
  await withFile(path, constants.O_RDWR, (file) => file.sync())
}

/** Makes new and renamed names in a folder safe; Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await withFile(path, constants.O_RDONLY, (folder) => folder.sync())
}

async function withFile(path: string, flags: number, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600)
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

/** The result, or null when the file or folder is not there. */
export async function unlessAbsent<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
