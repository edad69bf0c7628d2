import { type Kysely, sql } from 'kysely'

/**
 * Parts, feedback, corrections, products, outputs. What is added to a table that has rows is null or has its usual
 * value, so that a million verdicts are upgraded in a moment. Only SQL that PostgreSQL understands too.
 */
export async function inspectionTables(db: Kysely<unknown>): Promise<void> {
  await widenEarlierTables(db)
  await widenVerdict(db)
  await createPeoplesWords(db)
  await createOutputs(db)
  // Per hour: failed parts by kind, and times taken in classes (see tallies.ts).
  await db.schema
    .createTable('tally')
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('tally_key', ['station_id', 'subject', 'at', 'name'])
    .execute()
}

async function widenEarlierTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .alterTable('station')
    .addColumn('settings', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()

  await schema.alterTable('recipe').addColumn('product_id', 'text').execute()
  await schema
    .alterTable('recipe')
    .addColumn('made', 'text', (c) => c.notNull().defaultTo('taught'))
    .execute()
  await schema.alterTable('recipe').addColumn('base_id', 'text').execute()
  await schema
    .alterTable('recipe')
    .addColumn('corrections', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()

  for (const column of ['kind', 'product_id', 'verdict_id', 'look']) {
    await schema.alterTable('photo').addColumn(column, 'text').execute()
  }
  await schema
    .alterTable('photo')
    .addColumn('left_out', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}

async function widenVerdict(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('verdict')
    .addColumn('parts', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  for (const column of ['layers', 'kind', 'product_id', 'thumb', 'said', 'said_kind', 'said_by']) {
    await db.schema.alterTable('verdict').addColumn(column, 'text').execute()
  }
  await db.schema.alterTable('verdict').addColumn('said_at', 'bigint').execute()
  await sql`create index verdict_said on verdict (station_id, seq) where said is not null`.execute(db)
  await sql`create index verdict_thumb on verdict (thumb) where thumb is not null`.execute(db)
  await sql`create index verdict_keep_thumb on verdict (keep, recorded_at) where thumb is not null and frame is null`.execute(
    db,
  )
}

async function createPeoplesWords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('product')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('code', 'text')
    .execute()
  await db.schema.createIndex('product_station').on('product').column('station_id').execute()

  await db.schema
    .createTable('correction')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    // No references: it stays as the history of a station, whatever becomes of photo, verdict and recipe.
    .addColumn('photo_id', 'text', (c) => c.notNull())
    .addColumn('verdict_id', 'text')
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('said_by', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('recipe_id', 'text')
    .addColumn('checked', 'integer', (c) => c.notNull())
    .addColumn('flips', 'text', (c) => c.notNull())
    .addColumn('ms', 'double precision', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('correction_station').on('correction').columns(['station_id', 'seq']).execute()

  await db.schema
    .createTable('teach_job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('product_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
}

async function createOutputs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('output')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('config', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_sent_at', 'bigint')
    .addColumn('problem', 'text')
    .execute()
  await db.schema.createIndex('output_station').on('output').column('station_id').execute()

  await db.schema
    .createTable('outbox')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('output_id', 'text', (c) => c.notNull().references('output.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    // The same message to the same output can only wait once.
    .addUniqueConstraint('outbox_once', ['output_id', 'id'])
    .execute()
  await db.schema.createIndex('outbox_order').on('outbox').columns(['output_id', 'seq']).execute()
}
