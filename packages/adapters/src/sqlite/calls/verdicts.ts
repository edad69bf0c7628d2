import type { Verdict } from '@nabij/base'
import type { VerdictQuery } from '@nabij/stations'
import type { Database } from '../tables.ts'
import { toVerdict } from '../verdict-rows.ts'
import { ofPresentStation } from './present.ts'

export async function verdictByKey(db: Database, stationId: string, key: string): Promise<Verdict | null> {
  const query = db.selectFrom('verdict').selectAll().where('station_id', '=', stationId).where('key', '=', key)
  const row = await query.where(ofPresentStation).executeTakeFirst()
  return row ? toVerdict(row) : null
}

export async function getVerdict(db: Database, id: string): Promise<Verdict | null> {
  const row = await db.selectFrom('verdict').selectAll().where('id', '=', id).where(ofPresentStation).executeTakeFirst()
  return row ? toVerdict(row) : null
}

export async function evidence(db: Database, id: string): Promise<{ frame: string | null; map: string | null } | null> {
  const query = db.selectFrom('verdict').select(['frame', 'map']).where('id', '=', id).where(ofPresentStation)
  const row = await query.executeTakeFirst()
  return row ? { frame: row.frame, map: row.map } : null
}

/** Newest first, by the order in which they were stored. */
export async function listVerdicts(
  db: Database,
  { stationId, verdict, before, limit }: VerdictQuery,
): Promise<Verdict[]> {
  let query = db.selectFrom('verdict').selectAll().where('station_id', '=', stationId).where(ofPresentStation)
  if (verdict !== undefined) query = query.where('verdict', '=', verdict)
  if (before !== undefined) query = query.where('seq', '<', before)
  return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(toVerdict)
}

export async function verdictsSince(db: Database, seq: number, limit: number): Promise<Verdict[]> {
  const query = db.selectFrom('verdict').selectAll().where('seq', '>', seq).where(ofPresentStation)
  return (await query.orderBy('seq').limit(limit).execute()).map(toVerdict)
}

export async function lastSeq(db: Database): Promise<number> {
  const { last } = await db
    .selectFrom('verdict')
    .select(({ fn, lit }) => fn.coalesce(fn.max('seq'), lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  return last
}

/** A verdict with all that its row says, for export. */
export interface VerdictLine {
  verdict: Verdict
  key: string | null
  frame: string | null
  map: string | null
}

/** Rows after `seq`, in the order in which they were stored. */
export async function verdictLines(db: Database, seq: number, limit: number): Promise<VerdictLine[]> {
  const query = db.selectFrom('verdict').selectAll().where('seq', '>', seq).where(ofPresentStation)
  const rows = await query.orderBy('seq').limit(limit).execute()
  return rows.map((row) => ({ verdict: toVerdict(row), key: row.key, frame: row.frame, map: row.map }))
}
