import type { Kysely } from 'kysely'

/** Models that people brought along. */
export async function modelTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('own_model')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    // The model itself is a file under this hash.
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
}
