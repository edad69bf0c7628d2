import type { Kysely } from 'kysely'

/** What a photo was brought as, while a word on a verdict says something else of it. */
export async function broughtColumn(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('photo').addColumn('brought', 'text').execute()
}
