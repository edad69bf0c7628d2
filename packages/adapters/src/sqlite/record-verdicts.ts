import type { Verdict } from '@nabij/base'
import type { VerdictRecord } from '@nabij/stations'
import { messagesFor } from './messages-for.ts'
import { type Addition, addToRollUps } from './roll-ups.ts'
import type { Database } from './tables.ts'
import { addToTallies } from './tallies.ts'
import { toRow, toVerdict } from './verdict-rows.ts'

/** The stored verdict, or null when its station is not there (any more). */
export type Recorded = Verdict | null

/**
 * Stores a group of verdicts; the caller has opened the transaction. For each: verdict, hashes of its evidence, place
 * in the order of events, roll-ups, messages for its outputs. A part (station and key) or an id that is there already is answered with what is
 * stored, and counts once.
 */
export async function recordVerdicts(db: Database, records: VerdictRecord[]): Promise<Recorded[]> {
  const present = await presentStations(db, records)
  const additions: Addition[] = []
  const fresh: Verdict[] = []
  const answers: Recorded[] = []
  for (const record of records) {
    if (!present.has(record.stationId)) {
      answers.push(null)
      continue
    }
    const stored = await insertOnce(db, record)
    answers.push(stored.verdict)
    if (stored.isNew) {
      const { stationId, recordedAt: at, verdict, score } = record
      additions.push({ stationId, at, verdict, score, dropped: 0 })
      fresh.push(stored.verdict)
      await messagesFor(db, record, stored.verdict)
    }
  }
  await addToRollUps(db, additions)
  await addToTallies(db, fresh)
  return answers
}

async function presentStations(db: Database, records: VerdictRecord[]): Promise<Set<string>> {
  const ids = [...new Set(records.map((record) => record.stationId))]
  const query = db.selectFrom('station').select('id').where('removed_at', 'is', null).where('id', 'in', ids)
  return new Set((await query.execute()).map((row) => row.id))
}

async function insertOnce(db: Database, record: VerdictRecord): Promise<{ verdict: Verdict; isNew: boolean }> {
  const row = toRow(record)
  // Without a named target a clash of either the id or the key counts.
  const inserted = await db
    .insertInto('verdict')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .executeTakeFirst()
  if (inserted) return { verdict: toVerdict({ ...row, seq: inserted.seq }), isNew: true }
  const earlier = await db
    .selectFrom('verdict')
    .selectAll()
    .where((eb) =>
      record.key === null
        ? eb('id', '=', record.id)
        : eb.or([
            eb('id', '=', record.id),
            eb.and([eb('station_id', '=', record.stationId), eb('key', '=', record.key)]),
          ]),
    )
    .executeTakeFirstOrThrow()
  return { verdict: toVerdict(earlier), isNew: false }
}
