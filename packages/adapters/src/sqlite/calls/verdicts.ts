import type { Verdict } from '@nabij/base'
import type { VerdictQuery } from '@nabij/stations'
import type { Selectable } from 'kysely'
import { isMistake } from '../overview.ts'
import type { Database, VerdictTable } from '../tables.ts'
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

/** Hashes of what is kept of it. */
export interface Evidence {
  frame: string | null
  map: string | null
  thumb: string | null
}

export async function evidence(db: Database, id: string): Promise<Evidence | null> {
  const query = db.selectFrom('verdict').select(['frame', 'map', 'thumb']).where('id', '=', id).where(ofPresentStation)
  return (await query.executeTakeFirst()) ?? null
}

/** Newest first, by the order in which they were stored. */
export async function listVerdicts(
  db: Database,
  { stationId, verdict, feedback, before, limit }: VerdictQuery,
): Promise<Verdict[]> {
  let query = db.selectFrom('verdict').selectAll().where('station_id', '=', stationId).where(ofPresentStation)
  if (verdict !== undefined) query = query.where('verdict', '=', verdict)
  if (feedback !== undefined) query = query.where('said', 'is not', null)
  if (feedback === 'mistakes') query = query.where(isMistake)
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
export interface VerdictLine extends Evidence {
  verdict: Verdict
  key: string | null
}

/** Rows after `seq`, in the order in which they were stored. */
export async function verdictLines(db: Database, seq: number, limit: number): Promise<VerdictLine[]> {
  const query = db.selectFrom('verdict').selectAll().where('seq', '>', seq).where(ofPresentStation)
  const rows = await query.orderBy('seq').limit(limit).execute()
  return rows.map(toLine)
}

function toLine(row: Selectable<VerdictTable>): VerdictLine {
  const { key, frame, map, thumb } = row
  return { verdict: toVerdict(row), key, frame, map, thumb }
}

/** A stretch of a station's verdicts, and the place where the next one begins; null at the end. */
export interface Stretch {
  lines: VerdictLine[]
  next: number | null
}

/**
 * Those recorded in [from, to) among the next `limit` rows of a station after `seq`, in the order in which they were
 * stored. The clock may have jumped, so that time does not find the place to begin: rows outside are passed over.
 */
export async function stationLines(
  db: Database,
  stationId: string,
  { from, to }: { from: number; to: number },
  seq: number,
  limit: number,
): Promise<Stretch> {
  const places = await db
    .selectFrom('verdict')
    .select(['seq', 'recorded_at'])
    .where('station_id', '=', stationId)
    .where('seq', '>', seq)
    .where(ofPresentStation)
    .orderBy('seq')
    .limit(limit)
    .execute()
  const last = places.at(-1)
  if (!last) return { lines: [], next: null }
  const wanted = places.filter((place) => place.recorded_at >= from && place.recorded_at < to).map((place) => place.seq)
  if (wanted.length === 0) return { lines: [], next: last.seq }
  const rows = await db.selectFrom('verdict').selectAll().where('seq', 'in', wanted).orderBy('seq').execute()
  return { lines: rows.map(toLine), next: last.seq }
}
