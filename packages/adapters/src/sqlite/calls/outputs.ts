import type { OutputMessage, OutputRow } from '@nabij/stations'
import type { Selectable } from 'kysely'
import type { Database, OutputTable } from '../tables.ts'
import { ofPresentStation, requireStation } from './present.ts'

/** With how many messages wait, and since when. */
export async function listOutputs(
  db: Database,
  stationId: string,
): Promise<(OutputRow & { waiting: number; waitingSince: number | null })[]> {
  const query = db.selectFrom('output').selectAll().where('station_id', '=', stationId).where(ofPresentStation)
  const found = []
  for (const row of await query.orderBy('id').execute()) {
    const { waiting } = await db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('output_id', '=', row.id)
      .executeTakeFirstOrThrow()
    const oldest = await nextMessage(db, row.id)
    found.push({ ...toOutput(row), waiting, waitingSince: oldest?.createdAt ?? null })
  }
  return found
}

export async function allOutputs(db: Database): Promise<OutputRow[]> {
  return (await db.selectFrom('output').selectAll().where(ofPresentStation).orderBy('id').execute()).map(toOutput)
}

export async function insertOutput(db: Database, output: OutputRow): Promise<void> {
  await requireStation(db, output.stationId)
  const { id, stationId, config, createdAt, lastSentAt, problem } = output
  const row = { id, station_id: stationId, config, created_at: createdAt, last_sent_at: lastSentAt, problem }
  await db.insertInto('output').values(row).execute()
}

export async function updateOutput(db: Database, id: string, config: string): Promise<void> {
  await db.updateTable('output').set({ config }).where('id', '=', id).execute()
}

export async function removeOutput(db: Database, id: string): Promise<void> {
  await db.deleteFrom('outbox').where('output_id', '=', id).execute()
  await db.deleteFrom('output').where('id', '=', id).execute()
}

export async function nextMessage(db: Database, outputId: string): Promise<OutputMessage | null> {
  const query = db.selectFrom('outbox').select(['seq', 'id', 'created_at as createdAt', 'body'])
  return (await query.where('output_id', '=', outputId).orderBy('seq').limit(1).executeTakeFirst()) ?? null
}

export async function messageSent(db: Database, outputId: string, seq: number, at: number): Promise<void> {
  await db.deleteFrom('outbox').where('output_id', '=', outputId).where('seq', '=', seq).execute()
  await db.updateTable('output').set({ last_sent_at: at, problem: null }).where('id', '=', outputId).execute()
}

export async function messageFailed(db: Database, outputId: string, problem: string): Promise<void> {
  await db.updateTable('output').set({ problem }).where('id', '=', outputId).execute()
}

function toOutput(row: Selectable<OutputTable>): OutputRow {
  const { id, station_id, config, created_at, last_sent_at, problem } = row
  return { id, stationId: station_id, config, createdAt: created_at, lastSentAt: last_sent_at, problem }
}
