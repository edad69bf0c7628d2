import { rename, rm, stat } from 'node:fs/promises'

/**
 * Puts the folder `fresh` in the place of `folder` and opens it; what was there is kept beside it, under the name that
 * is returned. When the new one cannot be opened, the old one is put back and opened, and the error goes on.
 */
export async function replaceFolder(
  folder: string,
  fresh: string,
  now: number,
  open: () => Promise<void>,
): Promise<string | null> {
  const kept = (await exists(folder)) ? `${folder}.before-restore-${stamp(now)}` : null
  if (kept) await rename(folder, kept)
  try {
    await rename(fresh, folder)
    await open()
    return kept
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (kept) await rename(kept, folder)
    await open()
    throw error
  }
}

/** A time that can be part of a name everywhere, and sorts. */
function stamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
