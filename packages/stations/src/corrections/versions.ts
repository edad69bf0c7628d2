import { type Correction, NabijError, newId, type Photo, type StationSettings } from '@nabij/base'
import { limitOf } from '../limit-of.ts'
import { photosOf } from '../photos.ts'
import type { Checked, MarkedPhoto, RecipeRow } from '../ports.ts'
import { fileOf } from '../recipes.ts'
import type { Shared } from '../shared.ts'
import { untilAborted, within } from '../time.ts'

type NewRow = Omit<RecipeRow, 'version'>

/** A version that has these corrections on top of its base, and how the marked pictures score under it. */
export interface Built<Row = RecipeRow> {
  row: Row
  checked: Checked[]
}

export interface Order {
  stationId: string
  /** The taught version. */
  base: NewRow
  /** Oldest first. */
  corrections: Correction[]
  /** Every photo of the station, as it is after these corrections. */
  photos: Photo[]
  /** By which limit a corrected part must come out as it was said. */
  settings: Pick<StationSettings, 'limit' | 'band'>
}

/** The taught version that a version builds on: itself, unless it was made by corrections. */
export async function baseOf({ ports }: Shared, row: RecipeRow): Promise<RecipeRow> {
  return (row.baseId === null ? null : await ports.recipes.get(row.baseId)) ?? row
}

/** The version that has exactly these corrections, when it was made before. */
export async function versionWith({ ports }: Shared, base: RecipeRow, ids: string[]): Promise<RecipeRow | null> {
  const rows = await ports.recipes.list(base.stationId)
  const known = rows.find((row) => row.baseId === base.id && row.corrections.join() === ids.join())
  // Without corrections it is the taught version, unless that was finished with the kinds of defects.
  return known ?? (ids.length === 0 ? base : null)
}

/** Makes that version and stores it; it is not active yet. @throws NabijError NABIJ_EVIDENCE_GONE, NABIJ_EXECUTOR_… */
export async function buildVersion(shared: Shared, order: Order): Promise<Built> {
  const { ports, limits, ended } = shared
  const { row, checked } = await makeVersion(shared, order, (work) => {
    const patient = within(ports.timer, limits.patience, work, () => new NabijError('NABIJ_JUDGING_TIMEOUT'))
    return untilAborted(patient, ended)
  })
  ended.throwIfAborted()
  return { row: await ports.recipes.insert(row, false), checked }
}

/** Makes that version, and stores its file only. @param wait for as long as there is patience */
export async function makeVersion(
  { ports }: Shared,
  { base, corrections, stationId, photos, settings }: Order,
  wait: <T>(work: Promise<T>) => Promise<T>,
): Promise<Built<NewRow>> {
  const pathOf = new Map(photos.map((photo) => [photo.id, ports.blobs.path(photo.sha256)]))
  const words = corrections.map(({ photoId, label, kind }): MarkedPhoto => {
    const path = pathOf.get(photoId)
    if (path === undefined) throw new NabijError('NABIJ_EVIDENCE_GONE')
    return { id: photoId, path, label, kind }
  })
  const marked = markedPhotos(photos, base.productId).map(({ id, sha256, label, kind }) => ({
    id,
    path: ports.blobs.path(sha256),
    label,
    kind,
  }))
  const value = limitOf(base.facts, settings.limit)
  const limit = value === null ? null : { value, band: settings.band }
  const out = ports.blobs.temporary()
  const order = { base: fileOf(ports, base), corrections: words, marked, limit }
  const { facts, checked } = await wait(ports.executor.correct(order, out))
  const file = await ports.blobs.adopt(out)
  const row: NewRow = {
    id: newId(),
    stationId,
    createdAt: ports.clock(),
    ...file,
    facts,
    productId: base.productId,
    made: 'corrected',
    baseId: base.id,
    corrections: corrections.map(({ id }) => id),
  }
  return { row, checked }
}

export function markedPhotos(photos: readonly Photo[], productId: string | null): Photo[] {
  return photosOf(photos, productId).filter((photo) => !photo.leftOut)
}
