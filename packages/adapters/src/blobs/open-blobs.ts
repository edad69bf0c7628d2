import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'
import type { Blobs, Clock } from '@nabij/stations'
import { fromFiles, syncFile, syncFolder, unlessAbsent, writeSafely } from '../safe-files.ts'
import { hashOf, hashOfFile } from './hash.ts'
import { recentPuts } from './recent.ts'

export interface BlobsOptions {
  /** The data folder: files come in its `blobs/ab/<sha256>`, half ones lie in its `tmp/`. */
  folder: string
  clock: Clock
  /** Called before a file is stored; throws NABIJ_DISK_FULL when there is no room for pictures (adapters/disk). */
  requireRoom?: () => void
}

/** The files of one data folder, each under the hash of its content. */
export interface BlobFolder extends Blobs {
  /** Removes a file that no row refers to; answers the bytes that became free, 0 when it stays: put a moment ago. */
  remove(sha256: string): Promise<number>
  /** Files whose hash begins with these two characters. */
  list(prefix: string): Promise<{ sha256: string; bytes: number; storedAt: number }[]>
}

/** Opens the folder and sweeps what an earlier run left half done. */
export async function openBlobs({ folder, clock, requireRoom }: BlobsOptions): Promise<BlobFolder> {
  const root = join(folder, 'blobs')
  const tmp = join(folder, 'tmp')
  await mkdir(root, { recursive: true, mode: 0o700 })
  await mkdir(tmp, { recursive: true, mode: 0o700 })
  for (const name of await readdir(tmp)) await rm(join(tmp, name), { recursive: true, force: true })
  const recent = recentPuts(clock)
  /** Puts of the same bytes at the same time share one write. */
  const running = new Map<string, Promise<void>>()

  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2))
  const path = (sha256: string) => join(folderOf(sha256), checked(sha256))
  const temporary = () => join(tmp, randomUUID())

  async function place(sha256: string, bytes: number, write: () => Promise<string>): Promise<void> {
    await recent.hold(sha256)
    const earlier = running.get(sha256)
    if (earlier) return earlier
    const work = placeOnce(sha256, bytes, write)
    running.set(sha256, work)
    try {
      await work
    } finally {
      running.delete(sha256)
    }
  }

  async function placeOnce(sha256: string, bytes: number, write: () => Promise<string>): Promise<void> {
    // The name may stem from a run that was killed before it was safe: making it so again costs next to nothing.
    if ((await sizeOf(path(sha256))) === bytes) return syncFolder(folderOf(sha256))
    const from = await write()
    if ((await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(root)
    await rename(from, path(sha256))
    await syncFolder(folderOf(sha256))
  }

  return {
    async put(bytes) {
      requireRoom?.()
      const sha256 = await hashOf(bytes)
      const half = temporary()
      try {
        await place(sha256, bytes.length, async () => {
          await writeSafely(half, bytes)
          return half
        })
      } catch (error) {
        await rm(half, { force: true })
        throw fromFiles(error)
      }
      return sha256
    },
    async adopt(file) {
      const { sha256, bytes } = await hashOfFile(file)
      try {
        await place(sha256, bytes, async () => {
          await syncFile(file)
          return file
        })
      } catch (error) {
        throw fromFiles(error)
      }
      // Still there when the same content was stored already.
      await rm(file, { force: true })
      return { sha256, bytes }
    },
    async get(sha256) {
      const bytes = await unlessAbsent(readFile(path(sha256)))
      // Reading is rare and hashing fast: a rotten file is noticed before anybody believes it.
      if (bytes && (await hashOf(bytes)) !== sha256) throw new NabijError('NABIJ_FILE_DAMAGED', { path: path(sha256) })
      return bytes
    },
    path,
    temporary,
    async remove(sha256) {
      const bytes = (await sizeOf(path(sha256))) ?? 0
      return (await recent.removing(sha256, () => rm(path(sha256), { force: true }))) ? bytes : 0
    },
    async list(prefix) {
      const names = (await unlessAbsent(readdir(join(root, prefix)))) ?? []
      const files = names.map(async (sha256) => {
        const facts = await unlessAbsent(stat(join(root, prefix, sha256)))
        return facts && isHash(sha256) ? { sha256, bytes: facts.size, storedAt: facts.mtimeMs } : null
      })
      return (await Promise.all(files)).filter((file) => file !== null)
    },
  }
}

/** Hashes come from rows and requests: only a hash becomes part of a path. */
function checked(sha256: string): string {
  if (!isHash(sha256)) throw new NabijError('NABIJ_NOT_FOUND', { what: sha256 })
  return sha256
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

async function sizeOf(path: string): Promise<number | null> {
  return (await unlessAbsent(stat(path)))?.size ?? null
}
