import type { JobRow } from '@nabij/stations'
import type { Database } from '../tables.ts'
import { requireStation } from './present.ts'

/** Oldest first: in the order in which they were asked for. */
export async function listTeachJobs(db: Database): Promise<JobRow[]> {
  const present = db.selectFrom('station').select('id').where('removed_at', 'is', null)
  const rows = await db.selectFrom('teach_job').selectAll().where('station_id', 'in', present).orderBy('id').execute()
  return rows.map(({ id, station_id, product_id, created_at }) => {
    return { id, stationId: station_id, productId: product_id, createdAt: created_at }
  })
}

export async function insertTeachJob(db: Database, { id, stationId, productId, createdAt }: JobRow): Promise<void> {
  await requireStation(db, stationId)
  const row = { id, station_id: stationId, product_id: productId, created_at: createdAt }
  await db.insertInto('teach_job').values(row).execute()
}

export async function removeTeachJob(db: Database, id: string): Promise<void> {
  await db.deleteFrom('teach_job').where('id', '=', id).execute()
}
