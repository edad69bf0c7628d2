import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { DatabaseFault } from '../database-fault.ts'
import type { Database, Tables } from '../tables.ts'

type OfStation = 'recipe' | 'photo' | 'verdict' | 'product' | 'correction' | 'output'

/** Leaves out what belongs to a station that has been removed, and waits to be deleted. */
export function ofPresentStation(
  eb: ExpressionBuilder<Tables, OfStation>,
): ExpressionWrapper<Tables, OfStation, SqlBool> {
  return eb('station_id', 'in', eb.selectFrom('station').select('station.id').where('station.removed_at', 'is', null))
}

/** @throws DatabaseFault NABIJ_NOT_FOUND */
export async function requireStation(db: Database, id: string): Promise<void> {
  const query = db.selectFrom('station').select('id').where('id', '=', id).where('removed_at', 'is', null)
  if (!(await query.executeTakeFirst())) throw new DatabaseFault('NABIJ_NOT_FOUND', { what: id })
}
