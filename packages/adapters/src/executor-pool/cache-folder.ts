import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { syncFile, syncFolder } from '../safe-files.ts'

/** Where children that correct may write: known features of pictures, and recipes on their way to their real place. */
export interface CacheFolder {
  readonly path: string
  /** Removes it when it was only borrowed from the system for the life of this pool. */
  remove(): Promise<void>
}

export function cacheFolder(given: string | undefined): CacheFolder {
  if (given !== undefined) mkdirSync(given, { recursive: true })
  const path = given ?? mkdtempSync(join(tmpdir(), 'nabij-cache-'))
  sweep(join(path, 'corrected'))
  return {
    path,
    async remove() {
      if (given === undefined) await rm(path, { recursive: true, force: true })
    },
  }
}

/** No correction takes as long: what is older was left there by a kill. */
const abandonedMs = 3_600_000

function sweep(folder: string): void {
  const before = Date.now() - abandonedMs
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      if (statSync(file).mtimeMs < before) rmSync(file, { force: true, recursive: true })
    }
  } catch {
    // Nothing was ever corrected here, or somebody else sweeps.
  }
}

/** Moves a file that is complete and on disk to its real name, from another disk too; the name is on disk when it returns. */
export async function moveSafely(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copySafely(from, `${to}.part`)
    await rename(`${to}.part`, to)
    await rm(from, { force: true })
  }
  await syncFolder(dirname(to))
}

async function copySafely(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
  await syncFile(to)
}
