import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, rmdir, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NabijError } from '@nabij/base'
import { fromFiles, syncFolder, unlessAbsent } from '../safe-files.ts'
import { archiveVersion, Begin, beginName, End, endName, hashInName } from './archive.ts'
import { writeFormat } from './format.ts'
import { blobPath, databasePath, names } from './names.ts'
import { damaged, readTar, type TarEntry } from './read-tar.ts'

export interface UnpackOptions {
  /** Reads the whole database file and throws what is wrong with it (adapters/sqlite: `checkDatabase`). */
  checkDatabase: (path: string) => Promise<void>
  /** Bytes free on the disk of a path. */
  freeBytes?: (folder: string) => Promise<number>
}

/** Bytes that stay free on the disk. */
const floor = 64 * 2 ** 20
const textLimit = 2 ** 20

/**
 * Unpacks a backup into a new folder, which appears complete or not at all. Everything in the archive is checked: names,
 * kinds, sizes, checksums, the database, and that the end is there.
 * @param folder does not exist yet, or is empty
 * @throws NabijError NABIJ_BACKUP_DAMAGED, NABIJ_BACKUP_NEWER, NABIJ_DATABASE_NEWER, NABIJ_FOLDER_NOT_EMPTY, NABIJ_DISK_FULL
 */
export async function unpackBackup(
  archive: AsyncIterable<Uint8Array>,
  folder: string,
  { checkDatabase, freeBytes = freeOnDisk }: UnpackOptions,
): Promise<{ createdAt: number; missing: number }> {
  if (((await unlessAbsent(readdir(folder))) ?? []).length > 0)
    throw new NabijError('NABIJ_FOLDER_NOT_EMPTY', { folder })
  const half = `${folder}.unpacking-${randomUUID()}`
  await mkdir(half, { recursive: true, mode: 0o700 })
  try {
    let room = (await freeBytes(half)) - floor
    const unpacked = await unpackInto(half, archive, (bytes) => {
      room -= bytes
      if (room < 0) throw new NabijError('NABIJ_DISK_FULL')
    })
    await checkUnpacked(databasePath(half), checkDatabase)
    await writeFormat(half)
    await unlessAbsent(rmdir(folder))
    await rename(half, folder)
    await syncFolder(dirname(folder))
    return unpacked
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw fromFiles(error)
  }
}

async function unpackInto(
  half: string,
  archive: AsyncIterable<Uint8Array>,
  reserve: (bytes: number) => void,
): Promise<{ createdAt: number; missing: number }> {
  let begin: Begin | null = null
  let end: End | null = null
  let database = false
  const found = { files: 0, bytes: 0 }
  for await (const entry of readTar(archive)) {
    if (end) throw damaged('something after its end')
    if (!begin) begin = await readBegin(entry)
    else if (entry.name === names.database && !database) {
      await unpackDatabase(entry, half, begin, reserve)
      database = true
    } else if (entry.name === endName) end = await readEnd(entry)
    else {
      await unpackFile(entry, half, reserve)
      found.files += 1
      found.bytes += entry.size
    }
  }
  if (!begin || !end || !database) throw damaged('incomplete')
  if (end.files !== found.files || end.bytes !== found.bytes) throw damaged('files are missing')
  await syncFoldersOf(half)
  return { createdAt: begin.createdAt, missing: end.missing }
}

async function readBegin(entry: TarEntry): Promise<Begin> {
  if (entry.name !== beginName) throw damaged('not made by nabij')
  const content = await readJson(entry)
  const version = typeof content === 'object' && content !== null && 'archive' in content ? content.archive : null
  if (typeof version === 'number' && version > archiveVersion)
    throw new NabijError('NABIJ_BACKUP_NEWER', { version, known: archiveVersion })
  const begin = Begin.safeParse(content)
  if (!begin.success) throw damaged('not made by nabij')
  return begin.data
}

async function readEnd(entry: TarEntry): Promise<End> {
  const end = End.safeParse(await readJson(entry))
  if (!end.success) throw damaged('its end is unreadable')
  return end.data
}

async function readJson(entry: TarEntry): Promise<unknown> {
  if (entry.size > textLimit) throw damaged(`${entry.name} is too large`)
  const pieces: Uint8Array[] = []
  for await (const piece of entry.content) pieces.push(piece)
  try {
    return JSON.parse(Buffer.concat(pieces).toString())
  } catch {
    throw damaged(`${entry.name} is unreadable`)
  }
}

async function unpackDatabase(
  entry: TarEntry,
  half: string,
  { database }: Begin,
  reserve: (bytes: number) => void,
): Promise<void> {
  const sha256 = await writeEntry(entry, databasePath(half), reserve)
  if (entry.size !== database.bytes || sha256 !== database.sha256) throw damaged('its database is changed')
}

async function unpackFile(entry: TarEntry, half: string, reserve: (bytes: number) => void): Promise<void> {
  const hash = hashInName(entry.name)
  if (hash === null) throw damaged(`unexpected entry ${entry.name}`)
  const path = blobPath(half, hash)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if ((await writeEntry(entry, path, reserve)) !== hash) throw damaged(`${entry.name} is changed`)
}

/** Writes a new file, safe on disk, and returns its hash. A name that came before is refused. */
async function writeEntry(entry: TarEntry, path: string, reserve: (bytes: number) => void): Promise<string> {
  reserve(entry.size)
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? damaged(`${entry.name} twice`) : error
  })
  try {
    for await (const piece of entry.content) {
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function syncFoldersOf(half: string): Promise<void> {
  const blobs = join(half, names.blobs)
  for (const prefix of (await unlessAbsent(readdir(blobs))) ?? []) await syncFolder(join(blobs, prefix))
  await unlessAbsent(syncFolder(blobs))
  await syncFolder(half)
}

/** A damaged database inside makes the backup damaged; one from a newer nabij keeps its own sentence. */
async function checkUnpacked(path: string, check: (path: string) => Promise<void>): Promise<void> {
  try {
    await check(path)
  } catch (error) {
    if (error instanceof NabijError && error.code === 'NABIJ_DATABASE_DAMAGED') throw damaged('its database is damaged')
    throw error
  }
}

async function freeOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
