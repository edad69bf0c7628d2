import type { Product } from '@nabij/base'
import { DatabaseFault } from '../database-fault.ts'
import type { Database } from '../tables.ts'
import { ofPresentStation, requireStation } from './present.ts'

export async function listProducts(db: Database, stationId: string): Promise<Product[]> {
  const query = db.selectFrom('product').select(['id', 'name', 'code']).where('station_id', '=', stationId)
  return query.where(ofPresentStation).orderBy('id').execute()
}

export async function insertProduct(db: Database, stationId: string, product: Product): Promise<void> {
  await requireStation(db, stationId)
  const { id, name, code } = product
  await db.insertInto('product').values({ id, name, code, station_id: stationId }).execute()
}

export async function updateProduct(
  db: Database,
  id: string,
  { name, code }: Partial<Omit<Product, 'id'>>,
): Promise<void> {
  const set = { ...(name === undefined ? {} : { name }), ...(code === undefined ? {} : { code }) }
  if (Object.keys(set).length === 0) return
  const [found] = await db.updateTable('product').set(set).where('id', '=', id).execute()
  if (found?.numUpdatedRows !== 1n) throw new DatabaseFault('NABIJ_NOT_FOUND', { what: id })
}

/** With its photos, recipes and teaching; its verdicts stay. */
export async function removeProduct(db: Database, id: string): Promise<void> {
  await db.deleteFrom('photo').where('product_id', '=', id).execute()
  await db.deleteFrom('recipe').where('product_id', '=', id).execute()
  await db.deleteFrom('teach_job').where('product_id', '=', id).execute()
  await db.deleteFrom('product').where('id', '=', id).execute()
}
