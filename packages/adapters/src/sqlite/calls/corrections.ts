import type { Correction, Flip } from '@nabij/base'
import type { Selectable } from 'kysely'
import { DatabaseFault } from '../database-fault.ts'
import type { CorrectionTable, Database } from '../tables.ts'
import { ofPresentStation, requireStation } from './present.ts'

/** Newest first, by the order in which they were given. */
export async function listCorrections(db: Database, stationId: string): Promise<Correction[]> {
  const query = db.selectFrom('correction').selectAll().where('station_id', '=', stationId).where(ofPresentStation)
  return (await query.orderBy('seq', 'desc').execute()).map(toCorrection)
}

export async function getCorrection(db: Database, id: string): Promise<Correction | null> {
  const query = db.selectFrom('correction').selectAll().where('id', '=', id).where(ofPresentStation)
  const row = await query.executeTakeFirst()
  return row ? toCorrection(row) : null
}

export async function insertCorrection(db: Database, correction: Correction): Promise<void> {
  await requireStation(db, correction.stationId)
  const { id, label, kind, at, state, checked, ms } = correction
  const row = {
    id,
    label,
    kind,
    at,
    state,
    checked,
    ms,
    station_id: correction.stationId,
    photo_id: correction.photoId,
    verdict_id: correction.verdictId,
    said_by: correction.by,
    recipe_id: correction.recipeId,
    flips: JSON.stringify(correction.flips),
  }
  await db.insertInto('correction').values(row).execute()
}

export async function updateCorrection(
  db: Database,
  id: string,
  { state, recipeId }: Pick<Correction, 'state'> & Partial<Pick<Correction, 'recipeId'>>,
): Promise<void> {
  const set = { state, ...(recipeId === undefined ? {} : { recipe_id: recipeId }) }
  const [found] = await db.updateTable('correction').set(set).where('id', '=', id).execute()
  if (found?.numUpdatedRows !== 1n) throw new DatabaseFault('NABIJ_NOT_FOUND', { what: id })
}

function toCorrection(row: Selectable<CorrectionTable>): Correction {
  const { id, label, kind, at, state, checked, ms } = row
  return {
    id,
    stationId: row.station_id,
    photoId: row.photo_id,
    verdictId: row.verdict_id,
    label,
    kind,
    at,
    by: row.said_by,
    state,
    recipeId: row.recipe_id,
    checked,
    flips: JSON.parse(row.flips) as Flip[],
    ms,
  }
}
