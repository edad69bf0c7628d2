import type { Look, Photo, PhotoChange } from '@nabij/base'
import { type Selectable, sql } from 'kysely'
import type { Database, PhotoTable } from '../tables.ts'
import { ofPresentStation, requireStation } from './present.ts'

export async function listPhotos(db: Database, stationId: string): Promise<Photo[]> {
  const query = db.selectFrom('photo').selectAll().where('station_id', '=', stationId).where(ofPresentStation)
  return (await query.orderBy('id').execute()).map(toPhoto)
}

export async function getPhoto(db: Database, id: string): Promise<Photo | null> {
  const row = await db.selectFrom('photo').selectAll().where('id', '=', id).where(ofPresentStation).executeTakeFirst()
  return row ? toPhoto(row) : null
}

/** The same bytes at the same station are the same photo: the stored one is returned. */
export async function insertPhoto(db: Database, photo: Photo): Promise<Photo> {
  await requireStation(db, photo.stationId)
  const { id, label, name, sha256, bytes, width, height, kind } = photo
  const row = {
    id,
    label,
    name,
    sha256,
    bytes,
    width,
    height,
    station_id: photo.stationId,
    created_at: photo.createdAt,
    kind,
    product_id: photo.productId,
    verdict_id: photo.verdictId,
    left_out: Number(photo.leftOut),
    belongs: Number(photo.belongs),
    look: photo.look && JSON.stringify(photo.look),
  }
  await db
    .insertInto('photo')
    .values(row)
    .onConflict((conflict) => conflict.columns(['station_id', 'sha256']).doNothing())
    .execute()
  const query = db
    .selectFrom('photo')
    .selectAll()
    .where('station_id', '=', photo.stationId)
    .where('sha256', '=', sha256)
  return toPhoto(await query.executeTakeFirstOrThrow())
}

export async function updatePhoto(
  db: Database,
  id: string,
  { label, kind, leftOut, belongs, productId }: PhotoChange,
): Promise<void> {
  const set = {
    ...(label === undefined ? {} : { label }),
    ...(kind === undefined ? {} : { kind }),
    ...(leftOut === undefined ? {} : { left_out: Number(leftOut) }),
    ...(productId === undefined ? {} : { product_id: productId }),
  }
  const photo = db.updateTable('photo').where('id', '=', id)
  if (Object.keys(set).length > 0) await photo.set({ ...set, brought: null }).execute()
  // Nothing that a later word on a verdict takes back.
  if (belongs !== undefined) await photo.set({ belongs: Number(belongs) }).execute()
}

export async function sayOfPhoto(
  db: Database,
  id: string,
  { label, kind }: Pick<Photo, 'label' | 'kind'>,
): Promise<void> {
  const before = sql<string>`json_object('label', label, 'kind', kind, 'left_out', left_out)`
  const brought = sql<string | null>`case when verdict_id is null then coalesce(brought, ${before}) end`
  await db.updateTable('photo').set({ label, kind, left_out: 0, brought }).where('id', '=', id).execute()
}

export async function unsayOfPhoto(db: Database, id: string): Promise<void> {
  const photo = db.updateTable('photo').where('id', '=', id)
  await photo.set({ left_out: 1 }).where('verdict_id', 'is not', null).execute()
  const kept = <T>(name: 'label' | 'kind' | 'left_out') => sql<T>`json_extract(brought, ${`$.${name}`})`
  await photo
    .set({
      label: kept<Photo['label']>('label'),
      kind: kept<string | null>('kind'),
      left_out: kept<number>('left_out'),
    })
    .set({ brought: null })
    .where('brought', 'is not', null)
    .execute()
}

export async function removePhoto(db: Database, id: string): Promise<void> {
  await db.deleteFrom('photo').where('id', '=', id).execute()
}

function toPhoto(row: Selectable<PhotoTable>): Photo {
  const { id, label, name, sha256, bytes, width, height, kind } = row
  return {
    id,
    stationId: row.station_id,
    label,
    name,
    sha256,
    bytes,
    width,
    height,
    createdAt: row.created_at,
    kind,
    productId: row.product_id,
    verdictId: row.verdict_id,
    leftOut: row.left_out === 1,
    belongs: row.belongs === 1,
    look: row.look === null ? null : (JSON.parse(row.look) as Look),
    // Worked out by those who know all photos of the station.
    remarks: [],
  }
}
