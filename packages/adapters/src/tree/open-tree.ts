import { closeSync, constants, type Dirent, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { NabijError } from '@nabij/base'
import { isForeignFolder, mayMatter, type TreeFile } from '@nabij/register'

export interface TreeLimits {
  /** Names looked at, folders included. */
  entries: number
  /** Files given. */
  files: number
  /** Bytes given, together. */
  bytes: number
  depth: number
}

export const treeLimits: TreeLimits = { entries: 2_000_000, files: 100_000, bytes: 2 * 1024 ** 3, depth: 64 }

export interface TreeOptions {
  /** Folders that are not entered; those of other people's code unless said. */
  skips?: (name: string, path: string) => boolean
  /** Files that are given, by their path from the root; those that matter in a repository unless said. */
  wants?: (path: string) => boolean
  limits?: Partial<TreeLimits>
  signal?: AbortSignal
}

export interface Tree {
  /** In the order of their names, whatever the disk says. */
  files: AsyncIterable<TreeFile>
  /** What was left out so far, and why. */
  left(): { reason: string; count: number }[]
  /** Names looked at so far. */
  entries(): number
}

const chunk = 262_144
const turnMs = 20

/**
 * The files of a folder and all below it. Links are never followed, nor does a file leave the root that became one since;
 * limits end the walk instead of the memory. For a reader process: it waits for the disk.
 * @throws NabijError NABIJ_FOLDER_GONE for what is no folder
 */
export async function openTree(root: string, options: TreeOptions = {}): Promise<Tree> {
  const { skips = isForeignFolder, wants = mayMatter, signal } = options
  const limits = { ...treeLimits, ...options.limits }
  const real = await realpath(root).catch((error) => {
    throw new NabijError('NABIJ_FOLDER_GONE', { path: root }, error)
  })
  if (!(await stat(real)).isDirectory()) throw new NabijError('NABIJ_FOLDER_GONE', { path: root })
  const left = new Map<string, number>()
  let entries = 0
  let given = 0
  let bytes = 0
  let breathed = performance.now()

  return {
    files: walk('', 0),
    left: () => [...left].map(([reason, count]) => ({ reason, count })),
    entries: () => entries,
  }

  async function* walk(folder: string, depth: number): AsyncGenerator<TreeFile> {
    signal?.throwIfAborted()
    if (depth > limits.depth) {
      leave('folder that is nested too deep')
      return
    }
    const found = namesIn(join(real, folder))
    if (!found) {
      leave('folder that cannot be read')
      return
    }
    for (const entry of found) {
      entries += 1
      if (entries > limits.entries || given >= limits.files || bytes > limits.bytes) {
        leave('beyond what one tree may have')
        return
      }
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isSymbolicLink()) leave('link')
      else if (entry.isDirectory()) {
        if (skips(entry.name, path)) leave('folder of other code or of a build')
        else yield* walk(path, depth + 1)
      } else if (entry.isFile() && wants(path)) {
        const size = sizeOf(path)
        if (size === null) continue
        given += 1
        bytes += size
        yield { path, size, bytes: () => bytesOf(path, size) }
        await breathe()
      }
    }
  }

  async function* bytesOf(path: string, size: number): AsyncGenerator<Uint8Array> {
    const file = openInside(path)
    try {
      // A file that grows while it is read ends where it ended before.
      for (let at = 0; at < size; ) {
        signal?.throwIfAborted()
        const buffer = new Uint8Array(Math.min(chunk, size - at))
        const read = readSync(file, buffer, 0, buffer.length, at)
        if (read === 0) return
        at += read
        yield buffer.subarray(0, read)
        await breathe()
      }
    } finally {
      closeSync(file)
    }
  }

  function sizeOf(path: string): number | null {
    const known = lstatSync(join(real, path), { throwIfNoEntry: false })
    if (known?.isFile()) return known.size
    leave('file that cannot be read')
    return null
  }

  function openInside(path: string): number {
    const whole = join(real, path)
    try {
      const folder = realpathSync.native(join(whole, '..'))
      if (folder !== real && !folder.startsWith(real.endsWith(sep) ? real : real + sep))
        throw new Error('it leads out of the folder')
      return openSync(whole, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    } catch (error) {
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason: 'it cannot be opened', where: '1' }, error)
    }
  }

  /** Small files are read fastest without waiting; now and then others get their turn. */
  async function breathe(): Promise<void> {
    if (performance.now() - breathed < turnMs) return
    await setImmediate()
    breathed = performance.now()
  }

  function leave(reason: string): void {
    left.set(reason, (left.get(reason) ?? 0) + 1)
  }
}

function namesIn(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return null
  }
}
