import { type Correction, NabijError, newId, type Photo } from '@nabij/base'
import { photosOf } from '../photos.ts'
import type { Checked, MarkedPhoto, RecipeRow } from '../ports.ts'
import { fileOf } from '../recipes.ts'
import type { Shared } from '../shared.ts'
import { untilAborted, within } from '../time.ts'

/** A version that has these corrections on top of its base, and how the marked pictures score under it. */
export interface Built {
  row: RecipeRow
  checked: Checked[]
}

export interface Order {
  stationId: string
  /** The taught version. */
  base: RecipeRow
  /** Oldest first. */
  corrections: Correction[]
  /** Every photo of the station, as it is after these corrections. */
  photos: Photo[]
}

/** The taught version that a version builds on: itself, unless it was made by corrections. */
export async function baseOf({ ports }: Shared, row: RecipeRow): Promise<RecipeRow> {
  return (row.baseId === null ? null : await ports.recipes.get(row.baseId)) ?? row
}

/** The version that has exactly these corrections, when it was made before. */
export async function versionWith({ ports }: Shared, base: RecipeRow, ids: string[]): Promise<RecipeRow | null> {
  if (ids.length === 0) return base
  const rows = await ports.recipes.list(base.stationId)
  return rows.find((row) => row.baseId === base.id && row.corrections.join() === ids.join()) ?? null
}

/** Makes that version and stores it; it is not active yet. @throws NabijError NABIJ_EVIDENCE_GONE, NABIJ_EXECUTOR_… */
export async function buildVersion(shared: Shared, order: Order): Promise<Built> {
  const { ports, limits, ended } = shared
  const { base, corrections, stationId } = order
  const pathOf = new Map(order.photos.map((photo) => [photo.id, ports.blobs.path(photo.sha256)]))
  const words = corrections.map(({ photoId, label, kind }): MarkedPhoto => {
    const path = pathOf.get(photoId)
    if (path === undefined) throw new NabijError('NABIJ_EVIDENCE_GONE')
    return { id: photoId, path, label, kind }
  })
  const out = ports.blobs.temporary()
  const work = ports.executor.correct(
    { base: fileOf(shared.ports, base), corrections: words, marked: markedOf(shared, order.photos, base.productId) },
    out,
  )
  const patient = within(ports.timer, limits.patience, work, () => new NabijError('NABIJ_JUDGING_TIMEOUT'))
  const { facts, checked } = await untilAborted(patient, ended)
  const file = await ports.blobs.adopt(out)
  ended.throwIfAborted()
  const row: Omit<RecipeRow, 'version'> = {
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
  return { row: await ports.recipes.insert(row, false), checked }
}

export function markedOf({ ports }: Shared, photos: Photo[], productId: string | null): MarkedPhoto[] {
  return photosOf(photos, productId)
    .filter((photo) => !photo.leftOut)
    .map(({ id, sha256, label, kind }) => ({ id, path: ports.blobs.path(sha256), label, kind }))
}
