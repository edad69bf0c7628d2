import { OwnModel } from '@nabij/base'
import type { Database } from '../tables.ts'

/** The oldest first. */
export async function listModels(db: Database): Promise<OwnModel[]> {
  const rows = await db.selectFrom('own_model').select('body').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ body }) => OwnModel.parse(JSON.parse(body)))
}

export async function putModel(db: Database, model: OwnModel): Promise<void> {
  const { id, createdAt, sha256 } = model
  const body = JSON.stringify(model)
  await db
    .insertInto('own_model')
    .values({ id, created_at: createdAt, sha256, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ sha256, body }))
    .execute()
}

export async function removeModel(db: Database, id: string): Promise<void> {
  await db.deleteFrom('own_model').where('id', '=', id).execute()
}
