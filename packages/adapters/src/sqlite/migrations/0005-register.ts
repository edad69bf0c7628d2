import type { Kysely } from 'kysely'

/**
 * What the company depends on: evidence and what was found in it, what people said, and the states that it was in.
 * Findings, questions, letters … are JSON: they are read and written as a whole, and only the register looks inside.
 */
export async function registerTables(db: Kysely<unknown>): Promise<void> {
  await createEvidence(db)
  await createSayings(db)
  await db.schema
    .createTable('snapshot')
    .addColumn('month', 'text', (c) => c.primaryKey())
    .addColumn('figures', 'text', (c) => c.notNull())
    .addColumn('services', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('register_change')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('because', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
}

async function createEvidence(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('added_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    // 0 while its findings are still being stored: it does not count yet, and a start clears it away.
    .addColumn('complete', 'integer', (c) => c.notNull())
    .execute()
  for (const name of ['finding', 'question']) {
    await db.schema
      .createTable(name)
      .addColumn('evidence_id', 'text', (c) => c.notNull().references('evidence.id'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint(`${name}_key`, ['evidence_id', 'id'])
      .execute()
  }
}

async function createSayings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('service_notes')
    .addColumn('service_id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('own_rule')
    .addColumn('words', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('apart')
    .addColumn('service_id', 'text', (c) => c.notNull())
    .addColumn('finding_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('apart_key', ['service_id', 'finding_id'])
    .execute()
  for (const name of ['letter', 'decision', 'exit_plan']) {
    await db.schema
      .createTable(name)
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute()
  }
}
