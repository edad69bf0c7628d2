import type { Database } from '../tables.ts'

/** The picture with its map, or the small one that is kept when those are gone. */
export type Kept = 'frame' | 'thumb'

/** A verdict that still has something to look at. */
export interface KeptPicture {
  seq: number
  keep: number
  recordedAt: number
}

/**
 * Pictures that go first: lowest rank, then oldest. `olderThan` (by rank, epoch ms) leaves out those of a rank that
 * are not older; without it all are offered. A small picture is offered once its large one is gone.
 */
export async function leastWorthKeeping(
  db: Database,
  what: Kept,
  limit: number,
  olderThan?: number[],
): Promise<KeptPicture[]> {
  const rows = db.selectFrom('verdict').select(['seq', 'keep', 'recorded_at as recordedAt'])
  const kept =
    what === 'frame'
      ? rows.where('frame', 'is not', null)
      : rows.where('thumb', 'is not', null).where('frame', 'is', null)
  if (!olderThan) return kept.orderBy('keep').orderBy('recorded_at').limit(limit).execute()
  const found: KeptPicture[] = []
  // Rank by rank, so that each is one short walk along the index.
  for (const [rank, before] of olderThan.entries()) {
    const query = kept.where('keep', '=', rank).where('recorded_at', '<', before).orderBy('recorded_at')
    if (found.length < limit) found.push(...(await query.limit(limit - found.length).execute()))
  }
  return found
}

/** Forgets the pictures of these verdicts; returns the hashes that no row refers to any more. */
export async function forgetPictures(db: Database, what: Kept, seqs: number[]): Promise<string[]> {
  const rows = await db.selectFrom('verdict').select(['frame', 'map', 'thumb']).where('seq', 'in', seqs).execute()
  const none = what === 'frame' ? { frame: null, map: null } : { thumb: null }
  await db.updateTable('verdict').set(none).where('seq', 'in', seqs).execute()
  const hashes = rows.flatMap((row) => (what === 'frame' ? [row.frame, row.map] : [row.thumb]))
  return unreferenced(
    db,
    hashes.filter((hash) => hash !== null),
  )
}

/** Which of these hashes no verdict, photo, recipe, model, pack of knowledge or comparison refers to. */
export async function unreferenced(db: Database, hashes: string[]): Promise<string[]> {
  const all = [...new Set(hashes)]
  if (all.length === 0) return []
  const rows = await Promise.all([
    db.selectFrom('verdict').select('frame as hash').where('frame', 'in', all).execute(),
    db.selectFrom('verdict').select('map as hash').where('map', 'in', all).execute(),
    db.selectFrom('verdict').select('thumb as hash').where('thumb', 'in', all).execute(),
    db.selectFrom('photo').select('sha256 as hash').where('sha256', 'in', all).execute(),
    db.selectFrom('recipe').select('sha256 as hash').where('sha256', 'in', all).execute(),
    db.selectFrom('knowledge_pack').select('sha256 as hash').where('sha256', 'in', all).execute(),
    db.selectFrom('own_model').select('sha256 as hash').where('sha256', 'in', all).execute(),
    db.selectFrom('drop_in_comparison').select('frame as hash').where('frame', 'in', all).execute(),
  ])
  const used = new Set(rows.flat().map((row) => row.hash))
  return all.filter((hash) => !used.has(hash))
}

/** Hashes that rows refer to, in order, after `after`; at most `limit` of each kind, so fewer than that is the end. */
export async function referencedAfter(db: Database, after: string, limit: number): Promise<string[]> {
  const frames = db.selectFrom('verdict').select('frame as hash').where('frame', '>', after).orderBy('frame')
  const maps = db.selectFrom('verdict').select('map as hash').where('map', '>', after).orderBy('map')
  const thumbs = db.selectFrom('verdict').select('thumb as hash').where('thumb', '>', after).orderBy('thumb')
  const photos = db.selectFrom('photo').select('sha256 as hash').where('sha256', '>', after).orderBy('sha256')
  const recipes = db.selectFrom('recipe').select('sha256 as hash').where('sha256', '>', after).orderBy('sha256')
  const packs = db.selectFrom('knowledge_pack').select('sha256 as hash').where('sha256', '>', after).orderBy('sha256')
  const looked = db.selectFrom('drop_in_comparison').select('frame as hash').where('frame', '>', after).orderBy('frame')
  const models = db.selectFrom('own_model').select('sha256 as hash').where('sha256', '>', after).orderBy('sha256')
  const queries = [frames, maps, thumbs, photos, recipes, packs, looked, models] as { distinct(): typeof photos }[]
  const rows = await Promise.all(queries.map((query) => query.distinct().limit(limit).execute()))
  const sorted = [...new Set(rows.flat().map((row) => row.hash))].sort()
  return sorted.slice(0, limit)
}

/**
 * Deletes at most `limit` rows that have had their time: of removed stations, verdicts recorded before `verdictsBefore`,
 * minutes before `minutesBefore`. Returns how many went; 0 when there is nothing left to do.
 */
export async function deleteOldRows(
  db: Database,
  times: { verdictsBefore: number; minutesBefore: number },
  limit: number,
): Promise<number> {
  const removed = await db.selectFrom('station').select('id').where('removed_at', 'is not', null).executeTakeFirst()
  if (removed) return emptyStation(db, removed.id, limit)
  const oldest = await db.selectFrom('verdict').select(['seq', 'recorded_at']).orderBy('seq').limit(limit).execute()
  const old = oldest.filter((row) => row.recorded_at < times.verdictsBefore).map((row) => row.seq)
  if (old.length > 0) return changed(db.deleteFrom('verdict').where('seq', 'in', old))
  const minutes = await db
    .selectFrom('roll_up')
    .select(['station_id', 'at'])
    .where('station_id', 'in', (eb) => eb.selectFrom('station').select('id'))
    .where('bucket', '=', 'minute')
    .where('at', '<', times.minutesBefore)
    .limit(limit)
    .execute()
  let gone = 0
  for (const { station_id, at } of minutes)
    gone += await changed(
      db.deleteFrom('roll_up').where('station_id', '=', station_id).where('bucket', '=', 'minute').where('at', '=', at),
    )
  return gone
}

async function emptyStation(db: Database, id: string, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('verdict')
    .select('seq')
    .where('station_id', '=', id)
    .orderBy('seq')
    .limit(limit)
    .execute()
  const seqs = rows.map((row) => row.seq)
  if (seqs.length > 0) return changed(db.deleteFrom('verdict').where('seq', 'in', seqs))
  const outputs = db.selectFrom('output').select('id').where('station_id', '=', id)
  const waiting = await db.selectFrom('outbox').select('seq').where('output_id', 'in', outputs).limit(limit).execute()
  const messages = waiting.map((row) => row.seq)
  if (messages.length > 0) return changed(db.deleteFrom('outbox').where('seq', 'in', messages))
  for (const table of ['roll_up', 'tally', 'photo', 'recipe', 'product', 'correction', 'teach_job', 'output'] as const)
    await db.deleteFrom(table).where('station_id', '=', id).execute()
  return changed(db.deleteFrom('station').where('id', '=', id))
}

async function changed(query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }): Promise<number> {
  return Number((await query.executeTakeFirst()).numDeletedRows)
}
