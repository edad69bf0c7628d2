import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '@nabij/stations'
import { type Pack, pack } from 'tar-stream'
import { codeOf, fromFiles, syncFolder, unlessAbsent } from '../safe-files.ts'
import { archiveVersion, type Begin, beginName, type End, endName } from './archive.ts'
import { blobPath, names } from './names.ts'
import type { DataFolder } from './open-data-folder.ts'
import type { FrozenDatabase } from './ports.ts'

export interface BackUpOptions {
  folder: DataFolder
  /** Makes a consistent copy of the database (adapters/sqlite: `stores.copyTo`). */
  copyTo: (path: string) => Promise<FrozenDatabase>
  /** The archive; it appears when it is complete. */
  out: string
  clock: Clock
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
}

/** What a finished backup holds. `missing` counts files that were gone or damaged already, and are not in it. */
export interface BackedUp extends End {
  /** Size of the archive. */
  archiveBytes: number
}

/**
 * Writes everything into one archive while the work goes on: the database as it is at this moment, and each file that
 * it refers to. Retention waits meanwhile. Memory does not grow with what is stored.
 * @throws NabijError NABIJ_DISK_FULL; the signal's reason when it aborts. Then nothing of it remains.
 */
export async function backUp(options: BackUpOptions): Promise<BackedUp> {
  const { folder, out } = options
  const copy = join(folder.path, names.tmp, `${randomUUID()}.sqlite`)
  const half = `${out}.half`
  await mkdir(dirname(copy), { recursive: true, mode: 0o700 })
  try {
    return await folder.inTurn(async () => {
      const frozen = await options.copyTo(copy)
      try {
        const end = await writeArchive(options, copy, frozen, half)
        await rename(half, out)
        await syncFolder(dirname(out))
        return { ...end, archiveBytes: (await stat(out)).size }
      } finally {
        await frozen.close()
      }
    })
  } catch (error) {
    await rm(half, { force: true })
    throw fromFiles(error)
  } finally {
    await rm(copy, { force: true })
  }
}

async function writeArchive(options: BackUpOptions, copy: string, frozen: FrozenDatabase, half: string): Promise<End> {
  const { signal } = options
  const archive = pack()
  // flush: the file is safe on disk before it gets its name.
  const file = createWriteStream(half, { flush: true, mode: 0o600 })
  const written = pipeline(archive, file, signal ? { signal } : {})
  const filled = fill(archive, options, copy, frozen)
  try {
    // Whichever fails first says why: when writing fails, filling may wait for room that never comes.
    const [end] = await Promise.all([filled, written])
    return end
  } catch (error) {
    archive.destroy()
    await Promise.race([Promise.allSettled([filled, written]), closedStream(file)])
    signal?.throwIfAborted()
    throw file.errored ?? error
  }
}

function closedStream(file: WriteStream): Promise<void> {
  return new Promise((resolve) => (file.closed ? resolve() : file.once('close', resolve)))
}

async function fill(
  archive: Pack,
  { folder, clock, onProgress, signal }: BackUpOptions,
  copy: string,
  frozen: FrozenDatabase,
): Promise<End> {
  let total = 1
  for await (const _ of frozen.blobs()) total++
  const database = await checksum(copy)
  const begin = { product: 'nabij', archive: archiveVersion, createdAt: clock(), database } satisfies Begin
  await addText(archive, beginName, begin)
  await addFile(archive, names.database, copy, database.bytes)

  const end: End = { files: 0, bytes: 0, missing: 0 }
  for await (const hash of frozen.blobs()) {
    signal?.throwIfAborted()
    onProgress?.({ done: end.files + end.missing + 1, total })
    const path = blobPath(folder.path, hash)
    const facts = await unlessAbsent(checksum(path))
    // One rotten file must not keep all the others from being safe.
    if (facts?.sha256 !== hash) {
      end.missing += 1
      continue
    }
    await addFile(archive, `${names.blobs}/${hash.slice(0, 2)}/${hash}`, path, facts.bytes)
    end.files += 1
    end.bytes += facts.bytes
  }
  await addText(archive, endName, end)
  archive.finalize()
  onProgress?.({ done: total, total })
  return end
}

function addText(archive: Pack, name: string, content: Begin | End): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, `${JSON.stringify(content)}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

async function addFile(archive: Pack, name: string, path: string, size: number): Promise<void> {
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), archive.entry({ name, size, mode: 0o600 }))
}

async function checksum(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (error) {
    // The disk cannot read it: as good as changed.
    if (codeOf(error) === 'EIO') return { bytes: 0, sha256: '' }
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}
