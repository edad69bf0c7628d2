import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const unpackedMark = 'restore-'
const keptMark = '.before-restore-'

/** Where a backup is unpacked before it takes a place: a name that is recognised after a kill. */
export function unpackedName(id: string): string {
  return `${unpackedMark}${id}`
}

/**
 * A kill in the middle of a swap leaves what was unpacked, and perhaps nothing in the place: the folder that was kept
 * goes back to it. A restore that was not answered has not happened.
 */
export async function finishInterruptedSwap(folder: string): Promise<void> {
  const root = dirname(folder)
  const names = await readdir(root).catch(() => [])
  const unpacked = names.filter((name) => name.startsWith(unpackedMark))
  const kept = names
    .filter((name) => name.startsWith(`${basename(folder)}${keptMark}`))
    .sort()
    .at(-1)
  if (unpacked.length > 0 && kept && !(await exists(folder))) await rename(join(root, kept), folder)
  for (const name of unpacked) await rm(join(root, name), { recursive: true, force: true })
}

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
  const kept = (await exists(folder)) ? await freeName(folder, now) : null
  try {
    if (kept) await rename(folder, kept)
    await rename(fresh, folder)
    await open()
    return kept
  } catch (error) {
    const wentAway = kept !== null && (await exists(kept))
    // In one step, under the name that says that it has not taken a place: a kill from here on is undone at a start.
    if (kept === null || wentAway) await rename(folder, fresh).catch(() => rm(folder, { recursive: true, force: true }))
    if (wentAway) await rename(kept, folder)
    await rm(fresh, { recursive: true, force: true })
    await open()
    throw error
  }
}

/** What was kept of earlier restores: the newest ones stay, the others go. */
export async function pruneKept(folder: string, keep = 2): Promise<void> {
  const root = dirname(folder)
  const mark = `${basename(folder)}${keptMark}`
  const kept = (await readdir(root)).filter((name) => name.startsWith(mark)).sort()
  for (const name of kept.slice(0, Math.max(0, kept.length - keep)))
    await rm(join(root, name), { recursive: true, force: true })
}

/** One restore may follow another within the second. */
async function freeName(folder: string, now: number): Promise<string> {
  const name = `${folder}${keptMark}${stamp(now)}`
  return (await exists(name)) ? freeName(folder, now + 1000) : name
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
