import type { StationRow } from '@nabij/stations'
import type { Selectable } from 'kysely'
import type { Database, StationTable } from '../tables.ts'

export async function listStations(db: Database): Promise<StationRow[]> {
  const rows = await db.selectFrom('station').selectAll().where('removed_at', 'is', null).orderBy('id').execute()
  return rows.map(toStation)
}

export async function getStation(db: Database, id: string): Promise<StationRow | null> {
  const query = db.selectFrom('station').selectAll().where('id', '=', id).where('removed_at', 'is', null)
  const row = await query.executeTakeFirst()
  return row ? toStation(row) : null
}

export async function insertStation(db: Database, station: StationRow): Promise<void> {
  const { id, name, source, createdAt, settings } = station
  const row = { id, name, source, stopped: Number(station.stopped), created_at: createdAt, removed_at: null, settings }
  await db.insertInto('station').values(row).execute()
}

export async function updateStation(db: Database, id: string, change: Partial<Omit<StationRow, 'id'>>): Promise<void> {
  const { name, source, stopped, createdAt, settings } = change
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(source === undefined ? {} : { source }),
    ...(stopped === undefined ? {} : { stopped: Number(stopped) }),
    ...(createdAt === undefined ? {} : { created_at: createdAt }),
    ...(settings === undefined ? {} : { settings }),
  }
  if (Object.keys(set).length > 0) await db.updateTable('station').set(set).where('id', '=', id).execute()
}

/** Hides the station with all that is its own; the rows themselves go in small steps (see keeping.ts). */
export async function removeStation(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('station').set({ removed_at: at }).where('id', '=', id).where('removed_at', 'is', null).execute()
}

function toStation(row: Selectable<StationTable>): StationRow {
  const { id, name, source, settings } = row
  return { id, name, source, stopped: row.stopped === 1, createdAt: row.created_at, settings }
}
