import type { Kysely } from 'kysely'

/** What people state of vendors themselves, and the packs of knowledge that were put in use here, the last one on top. */
export async function knowledgeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('own_fact')
    .addColumn('vendor_id', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('own_fact_key', ['vendor_id', 'field'])
    .execute()
  await db.schema
    .createTable('knowledge_pack')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    // The pack itself is a file under this hash.
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('made', 'text', (c) => c.notNull())
    .addColumn('vendors', 'integer', (c) => c.notNull())
    .addColumn('installed_at', 'bigint', (c) => c.notNull())
    .execute()
}
