import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { backUp, type DataFolder } from '@nabij/adapters/data-folder'
import type { Stores } from '@nabij/adapters/sqlite'
import { type Backup, NabijError } from '@nabij/base'
import type { Clock } from '@nabij/stations'

export interface BackupsPorts {
  folder: DataFolder
  stores: Pick<Stores, 'copyTo' | 'backups'>
  /** Where the archives lie: outside the data folder, for a restore replaces that. */
  backupsFolder: string
  clock: Clock
}

/** Backups that stay in the folder; each is a copy of everything, so more would fill the disk. */
export const backupsKept = 10

type OnProgress = (done: number, total: number) => void

/** The finished backups of a workspace. */
export interface Backups {
  /** Makes one in the folder; the oldest ones make room for it. */
  make(onProgress: OnProgress, signal: AbortSignal): Promise<Backup>
  /** The same, as a file of the caller's choice. */
  makeAt(out: string, onProgress: OnProgress, signal: AbortSignal): Promise<Backup>
  /** Those in the folder, newest first. */
  list(): Promise<Backup[]>
  /** When the last one was made, wherever its file is now. */
  lastAt(): Promise<number | null>
  /** @throws NabijError NABIJ_NOT_FOUND */
  file(name: string): Promise<string>
}

export function createBackups({ folder, stores, backupsFolder, clock }: BackupsPorts): Backups {
  const pathOf = (name: string) => join(backupsFolder, name)

  async function list(): Promise<Backup[]> {
    const names = (await readdir(backupsFolder).catch(() => [])).filter((name) => momentIn(name) !== null)
    const found = await Promise.all(names.map((name) => backupAt(pathOf(name), name)))
    return found.filter((backup) => backup !== null).sort((a, b) => b.createdAt - a.createdAt)
  }

  async function makeAt(out: string, onProgress: OnProgress, signal: AbortSignal): Promise<Backup> {
    const createdAt = clock()
    const told = ({ done, total }: { done: number; total: number }) => onProgress(done, total)
    const { archiveBytes } = await backUp({ folder, copyTo: stores.copyTo, out, clock, onProgress: told, signal })
    const backup = { name: basename(out), createdAt, bytes: archiveBytes }
    await stores.backups.insert(backup)
    return backup
  }

  /** Only those in the folder: a backup that somebody put elsewhere is theirs. */
  async function prune(): Promise<void> {
    for (const { name } of (await list()).slice(backupsKept)) {
      await rm(pathOf(name), { force: true })
      await stores.backups.remove(name)
    }
  }

  return {
    async make(onProgress, signal) {
      await mkdir(backupsFolder, { recursive: true, mode: 0o700 })
      const made = await makeAt(pathOf(nameOf(clock())), onProgress, signal)
      await prune()
      return made
    },
    makeAt,
    async lastAt() {
      const [rows, files] = await Promise.all([stores.backups.list(), list()])
      const moments = [...rows, ...files].map(({ createdAt }) => createdAt)
      return moments.length === 0 ? null : Math.max(...moments)
    },
    list,
    async file(name) {
      if ((await list()).some((backup) => backup.name === name)) return pathOf(name)
      throw new NabijError('NABIJ_NOT_FOUND', { what: name })
    },
  }
}

/** Takes away what a run that was killed left half done. */
export async function sweepBackups(backupsFolder: string): Promise<void> {
  for (const name of await readdir(backupsFolder).catch(() => []))
    if (name.endsWith('.half')) await rm(join(backupsFolder, name), { force: true })
}

/** The moment stands in the name: after a restore, which brings back older rows, the folder still knows its backups. */
function nameOf(at: number): string {
  return `nabij-${new Date(at).toISOString().replace(/[-:.]/g, '')}.tar`
}

function momentIn(name: string): number | null {
  const found = /^nabij-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.tar$/.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second, ms] = found
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
}

async function backupAt(path: string, name: string): Promise<Backup | null> {
  const facts = await stat(path).catch(() => null)
  const createdAt = momentIn(name)
  return facts && createdAt ? { name, createdAt, bytes: facts.size } : null
}
