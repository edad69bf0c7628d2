import type { Kysely } from 'kysely'

/** What is said of a move beside the exit plan that it is, and the steps that were made; both are JSON. */
export async function moveTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('move')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('move_step')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('service_id', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
}
