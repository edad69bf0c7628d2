import { MoveSaid, MoveStep } from '@nabij/base'
import type { Database } from '../tables.ts'

/** What is said of each move, by the service that it leaves. */
export async function listMoves(db: Database): Promise<Record<string, MoveSaid>> {
  const rows = await db.selectFrom('move').select(['id', 'body']).orderBy('created_at').orderBy('id').execute()
  return Object.fromEntries(rows.map(({ id, body }) => [id, MoveSaid.parse(JSON.parse(body))]))
}

/** The steps of all moves, in the order in which they were made. */
export async function listMoveSteps(db: Database): Promise<{ serviceId: string; step: MoveStep }[]> {
  const rows = await db.selectFrom('move_step').select(['service_id', 'body']).orderBy('seq').execute()
  return rows.map(({ service_id: serviceId, body }) => ({ serviceId, step: MoveStep.parse(JSON.parse(body)) }))
}

export async function putMove(db: Database, id: string, createdAt: number, said: MoveSaid): Promise<void> {
  const body = JSON.stringify(said)
  await db
    .insertInto('move')
    .values({ id, created_at: createdAt, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute()
}

export async function addMoveStep(db: Database, serviceId: string, step: MoveStep): Promise<void> {
  await db
    .insertInto('move_step')
    .values({ service_id: serviceId, body: JSON.stringify(step) })
    .execute()
}
