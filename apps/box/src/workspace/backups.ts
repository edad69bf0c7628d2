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

type OnProgress = (done: number, total: number) => void

/** The finished backups of a workspace. */
export interface Backups {
  make(onProgress: OnProgress, signal: AbortSignal): Promise<Backup>
  /** The same, as a file of the caller's choice. */
  makeAt(out: string, onProgress: OnProgress, signal: AbortSignal): Promise<Backup>
  /** Newest first; one whose file was taken away is no longer told. */
  list(): Promise<Backup[]>
  /** When the last one was made, wherever its file is now. */
  lastAt(): Promise<number | null>
  /** @throws NabijError NABIJ_NOT_FOUND */
  file(name: string): Promise<string>
}

export function createBackups({ folder, stores, backupsFolder, clock }: BackupsPorts): Backups {
  const pathOf = (name: string) => join(backupsFolder, name)

  async function list(): Promise<Backup[]> {
    const known = await stores.backups.list()
    const there = await Promise.all(known.map(({ name }) => isThere(pathOf(name))))
    return known.filter((_, index) => there[index])
  }

  async function makeAt(out: string, onProgress: OnProgress, signal: AbortSignal): Promise<Backup> {
    const createdAt = clock()
    const told = ({ done, total }: { done: number; total: number }) => onProgress(done, total)
    const { archiveBytes } = await backUp({ folder, copyTo: stores.copyTo, out, clock, onProgress: told, signal })
    const backup = { name: basename(out), createdAt, bytes: archiveBytes }
    await stores.backups.insert(backup)
    return backup
  }

  return {
    async make(onProgress, signal) {
      await mkdir(backupsFolder, { recursive: true, mode: 0o700 })
      return makeAt(pathOf(`nabij-${new Date(clock()).toISOString().replace(/[-:.]/g, '')}.tar`), onProgress, signal)
    },
    makeAt,
    lastAt: async () => (await stores.backups.list())[0]?.createdAt ?? null,
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

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
