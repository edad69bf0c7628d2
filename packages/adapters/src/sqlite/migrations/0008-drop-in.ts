import type { Kysely } from 'kysely'

/** What cloud and box said of the same pictures, and how often either was asked, by the hour. */
export async function dropInTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drop_in_comparison')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('route_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('picture', 'text', (c) => c.notNull())
    // The picture as a file under its hash, as long as there is something to look at.
    .addColumn('frame', 'text')
    .addColumn('agrees', 'integer', (c) => c.notNull())
    .addColumn('missed', 'integer', (c) => c.notNull())
    .addColumn('cloud', 'text', (c) => c.notNull())
    .addColumn('box', 'text', (c) => c.notNull())
    .addColumn('ms_cloud', 'real', (c) => c.notNull())
    .addColumn('ms_box', 'real', (c) => c.notNull())
    .addColumn('cloud_version', 'text')
    .addColumn('box_version', 'text')
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('word', 'text')
    .addColumn('said_by', 'text')
    .addColumn('said_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('drop_in_comparison_route')
    .on('drop_in_comparison')
    .columns(['route_id', 'agrees', 'seq'])
    .execute()
  await db.schema.createIndex('drop_in_comparison_frame').on('drop_in_comparison').column('frame').execute()
  await db.schema
    .createTable('drop_in_hour')
    .addColumn('route_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('cloud', 'integer', (c) => c.notNull())
    .addColumn('failed', 'integer', (c) => c.notNull())
    .addColumn('box', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('drop_in_hour_key', ['route_id', 'at'])
    .execute()
}
