import type { RegisterStore } from '@nabij/adapters/sqlite'
import type { PackInUse } from '@nabij/base'
import type { Blobs } from '@nabij/stations'
import { packsAbove } from '../../knowledge.ts'

export type PackFiles = Pick<Blobs, 'adopt' | 'get' | 'path' | 'temporary'>

/** The packs of knowledge that were put in use here, over the one that came with nabij. */
export interface Packs {
  /** The last one first; none when it is the one that came with nabij. */
  inUse(): readonly PackInUse[]
  /** Path of the one in use, or of that one. */
  path(pack?: PackInUse): string
  /** The one that came with nabij. */
  readonly shipped: string
  /** After a row came or went. */
  renew(): Promise<void>
}

export async function openPacks(ports: {
  store: Pick<RegisterStore, 'packs'>
  files: PackFiles
  shipped: string
  log(level: 'warn', message: string, fields?: Record<string, unknown>): void
}): Promise<Packs> {
  const { store, files, shipped, log } = ports
  let usable: PackInUse[] = []

  /** Only what is whole: a rotten file must not keep the register from opening. */
  async function renew(): Promise<void> {
    const found: PackInUse[] = []
    for (const pack of packsAbove(shipped, await store.packs())) {
      if (await files.get(pack.sha256).catch(() => null)) found.push(pack)
      else log('warn', 'a pack of knowledge is damaged or gone, the one before is used', { version: pack.version })
    }
    usable = found
  }

  await renew()
  return {
    inUse: () => usable,
    path: (pack = usable[0]) => (pack ? files.path(pack.sha256) : shipped),
    shipped,
    renew,
  }
}
