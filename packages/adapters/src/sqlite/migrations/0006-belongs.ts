import type { Kysely } from 'kysely'

/** That a person looked at what is remarked on a photo, and says that it belongs. */
export async function belongsColumn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('photo')
    .addColumn('belongs', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
