import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StationRow } from '@nabij/stations'
import { type BlobFolder, openBlobs } from '../../blobs/index.ts'
import { openStores, type Stores } from '../../sqlite/index.ts'
import { photo, recipe, station, verdict } from '../../sqlite/testing/samples.ts'
import { type DataFolder, openDataFolder } from '../index.ts'

/** A data folder at work, as the box puts it together. */
export interface OpenFolder {
  root: string
  folder: DataFolder
  stores: Stores
  blobs: BlobFolder
  press: StationRow
  /** Days since the start of time; the folder's clock. */
  days: { now: number }
  addVerdict(change?: Parameters<typeof verdict>[1], picture?: string): Promise<string>
  close(): Promise<void>
}

export function temporary(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'nabij-folder-'))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

export async function openFolder(root: string, path = join(root, 'own')): Promise<OpenFolder> {
  const days = { now: 1000 }
  const clock = () => days.now * 86_400_000
  const folder = await openDataFolder(path)
  const stores = await openStores({ path: folder.database, clock })
  const blobs = await openBlobs({ folder: path, clock })
  const [there] = await stores.stations.list()
  const press = there ?? station({ name: 'Press 2 / left' })
  if (!there) await stores.stations.insert(press)
  return {
    root,
    folder,
    stores,
    blobs,
    press,
    days,
    async addVerdict(change = {}, picture = `picture ${Math.random()}`) {
      const frame = await blobs.put(new TextEncoder().encode(`\u00ff\u00d8${picture}`))
      const map = await blobs.put(
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...new TextEncoder().encode(`map of ${picture}`)]),
      )
      const record = verdict(press.id, { frame, map, capturedAt: clock(), recordedAt: clock(), ...change })
      await stores.verdicts.record(record)
      return record.id
    },
    async close() {
      await stores.close()
      await folder.close()
    },
  }
}

/** A photo and a recipe with their files. */
export async function addPhotoAndRecipe({ stores, blobs, press }: OpenFolder): Promise<void> {
  const picture = await blobs.put(new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]))
  await stores.photos.insert(photo(press.id, { sha256: picture, name: 'first one.jpeg' }))
  const onnx = await blobs.put(new TextEncoder().encode('an onnx graph'))
  await stores.recipes.insert(recipe(press.id, { sha256: onnx, bytes: 13 }))
}
