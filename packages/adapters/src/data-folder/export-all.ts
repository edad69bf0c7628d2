import { constants, createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { NabijError } from '@nabij/base'
import type { StationRow } from '@nabij/stations'
import { fromFiles, unlessAbsent } from '../safe-files.ts'
import { csvLine } from './csv.ts'
import { exportReadme } from './export-readme.ts'
import { blobPath, databasePath } from './names.ts'
import type { ExportedVerdict, FrozenDatabase } from './ports.ts'
import { fileName, momentName, pictureEnding, uniqueNames } from './readable-names.ts'

export interface ExportOptions {
  /** Makes a consistent copy of a database, also of one in use (adapters/sqlite: `copyDatabase`). */
  copyDatabase: (path: string, copy: string) => Promise<FrozenDatabase>
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
}

/** What was written; `missing` counts files that had gone (retention) or could not be read. */
export interface Exported {
  stations: number
  recipes: number
  photos: number
  verdicts: number
  pictures: number
  missing: number
}

/**
 * Writes everything in open formats into an empty or new folder: tables as JSON and CSV, recipes as ONNX, pictures as
 * files with readable names. The data folder may be in use. When it fails, nothing of it remains.
 * @throws NabijError NABIJ_FOLDER_NOT_EMPTY, NABIJ_DISK_FULL
 */
export async function exportAll(folder: string, dir: string, options: ExportOptions): Promise<Exported> {
  if (((await unlessAbsent(readdir(dir))) ?? []).length > 0)
    throw new NabijError('NABIJ_FOLDER_NOT_EMPTY', { folder: dir })
  await mkdir(dir, { recursive: true })
  const copy = join(dir, 'database.half')
  try {
    const frozen = await options.copyDatabase(databasePath(folder), copy)
    try {
      return await writeAll(folder, dir, frozen, options)
    } finally {
      await frozen.close()
      await rm(copy, { force: true })
    }
  } catch (error) {
    for (const name of await readdir(dir)) await rm(join(dir, name), { recursive: true, force: true })
    throw fromFiles(error)
  }
}

async function writeAll(
  folder: string,
  dir: string,
  frozen: FrozenDatabase,
  options: ExportOptions,
): Promise<Exported> {
  const counts: Exported = { stations: 0, recipes: 0, photos: 0, verdicts: 0, pictures: 0, missing: 0 }
  const stations = await frozen.stations()
  const unique = uniqueNames()
  const folders = new Map(stations.map((station) => [station.id, unique(fileName(station.name))]))
  const described: unknown[] = []
  for (const station of stations) {
    described.push(await writeStation(station, folders.get(station.id) ?? station.id))
    counts.stations += 1
  }
  await writeFile(join(dir, 'stations.json'), `${JSON.stringify(described, null, 2)}\n`)
  await writeVerdicts()
  const register = Object.entries(await frozen.register()).map(([part, json]) => `"${part}":${json}`)
  await writeFile(join(dir, 'register.json'), `{${register.join(',\n')}}\n`)
  await writeFile(join(dir, 'README.txt'), exportReadme)
  return counts

  async function writeStation(station: StationRow, name: string): Promise<unknown> {
    const active = new Set((await frozen.activeRecipes(station.id)).map((recipe) => recipe.id))
    const recipes = []
    for (const recipe of await frozen.recipes(station.id)) {
      const file = await take(recipe.sha256, ['recipes', name], `version-${recipe.version}`, 'onnx')
      if (file !== null) counts.recipes += 1
      recipes.push({ ...recipe, active: active.has(recipe.id), file })
    }
    const photos = []
    const uniquePhoto = uniqueNames()
    for (const photo of await frozen.photos(station.id)) {
      const base = uniquePhoto(fileName(photo.name.replace(/\.[A-Za-z0-9]{1,5}$/, '')))
      const file = await take(photo.sha256, ['photos', name, photo.label], base)
      if (file !== null) counts.photos += 1
      photos.push({ ...photo, file })
    }
    const products = await frozen.products(station.id)
    const corrections = await frozen.corrections(station.id)
    const { source, settings } = station
    return { ...station, source: parsed(source), settings: parsed(settings), products, recipes, photos, corrections }
  }

  async function writeVerdicts(): Promise<void> {
    const csv = createWriteStream(join(dir, 'verdicts.csv'))
    const jsonl = createWriteStream(join(dir, 'verdicts.jsonl'))
    csv.write(csvLine(['station', ...columns, 'frame', 'map', 'thumb']))
    try {
      for await (const line of frozen.verdicts()) {
        options.signal?.throwIfAborted()
        const { verdict } = line
        const name = folders.get(verdict.stationId) ?? verdict.stationId
        const base = `${momentName(verdict.recordedAt)}-${verdict.verdict}-${verdict.seq}`
        const frame = line.frame === null ? null : await take(line.frame, ['frames', name], base)
        const thumb = line.thumb === null ? null : await take(line.thumb, ['frames', name], `${base}-small`)
        const map = line.map === null ? null : await take(line.map, ['frames', name], `${base}-map`)
        if (frame !== null) counts.pictures += 1
        await write(csv, csvLine([name, ...columns.map((column) => cell(line, column)), frame, map, thumb]))
        await write(jsonl, `${JSON.stringify({ ...verdict, key: line.key, frame, map, thumb })}\n`)
        counts.verdicts += 1
        options.onProgress?.({ done: counts.verdicts, total: verdict.seq })
      }
    } finally {
      csv.end()
      jsonl.end()
    }
    await Promise.all([finished(csv), finished(jsonl)])
  }

  /** Copies a stored file; its path within the export, or null when it is gone. */
  async function take(sha256: string, folders: string[], base: string, ending?: string): Promise<string | null> {
    const from = blobPath(folder, sha256)
    const first = await unlessAbsent(firstBytes(from))
    if (first === null) {
      counts.missing += 1
      return null
    }
    await mkdir(join(dir, ...folders), { recursive: true })
    const file = [...folders, `${base}.${ending ?? pictureEnding(first)}`]
    const copied = await unlessAbsent(copyFile(from, join(dir, ...file), constants.COPYFILE_FICLONE).then(() => true))
    if (!copied) counts.missing += 1
    return copied ? file.join('/') : null
  }
}

const columns = [
  'seq',
  'id',
  'stationId',
  'recipeId',
  'verdict',
  'reason',
  'score',
  'limit',
  'capturedAt',
  'recordedAt',
  'name',
  'key',
  'width',
  'height',
] as const

function cell({ verdict, key }: ExportedVerdict, column: (typeof columns)[number]): string | number | null {
  if (column === 'key') return key
  const value = verdict[column]
  return column === 'capturedAt' || column === 'recordedAt' ? new Date(Number(value)).toISOString() : value
}

/** Waits when the disk is slower than we are, so that memory stays small. */
async function write(stream: NodeJS.WritableStream & { errored?: Error | null }, text: string): Promise<void> {
  if (stream.errored) throw stream.errored
  if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve).once('error', resolve))
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
