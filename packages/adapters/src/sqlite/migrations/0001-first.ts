import { type Kysely, sql } from 'kysely'

/** The first tables. Only SQL that PostgreSQL understands too. */
export async function firstTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('station')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('stopped', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('removed_at', 'bigint')
    .execute()

  await db.schema
    .createTable('recipe')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addUniqueConstraint('recipe_version', ['station_id', 'version'])
    .execute()
  await db.schema.createIndex('recipe_sha256').on('recipe').column('sha256').execute()

  await db.schema
    .createTable('photo')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('photo_once', ['station_id', 'sha256'])
    .execute()
  await db.schema.createIndex('photo_sha256').on('photo').column('sha256').execute()

  await createVerdict(db)

  await db.schema
    .createTable('roll_up')
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    .addColumn('bucket', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('scored', 'integer', (c) => c.notNull())
    .addColumn('sum', 'double precision', (c) => c.notNull())
    .addColumn('max', 'double precision')
    .addColumn('fail', 'integer', (c) => c.notNull())
    .addColumn('unsure', 'integer', (c) => c.notNull())
    .addColumn('dropped', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('roll_up_key', ['station_id', 'bucket', 'at'])
    .execute()

  await createSmallTables(db)
}

async function createVerdict(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('verdict')
    // Autoincrement: a number is never given twice, also not after the newest row was deleted.
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('station_id', 'text', (c) => c.notNull().references('station.id'))
    // No reference: a verdict keeps the id of its recipe, whatever becomes of that.
    .addColumn('recipe_id', 'text')
    .addColumn('key', 'text')
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('score', 'double precision')
    .addColumn('score_limit', 'double precision')
    .addColumn('regions', 'text', (c) => c.notNull())
    .addColumn('captured_at', 'bigint', (c) => c.notNull())
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('frame', 'text')
    .addColumn('map', 'text')
    .addColumn('truth', 'text')
    .addColumn('ms', 'text')
    .addColumn('keep', 'integer', (c) => c.notNull())
    .execute()
  // A part's key counts once per station.
  await sql`create unique index verdict_key on verdict (station_id, key) where key is not null`.execute(db)
  await db.schema.createIndex('verdict_station').on('verdict').columns(['station_id', 'seq']).execute()
  await db.schema.createIndex('verdict_word').on('verdict').columns(['station_id', 'verdict', 'seq']).execute()
  // What retention looks through: only rows that still have a picture.
  await sql`create index verdict_keep on verdict (keep, recorded_at) where frame is not null`.execute(db)
  await sql`create index verdict_frame on verdict (frame) where frame is not null`.execute(db)
  await sql`create index verdict_map on verdict (map) where map is not null`.execute(db)
}

async function createSmallTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('egress')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('bytes_out', 'bigint', (c) => c.notNull())
    .addColumn('bytes_in', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('egress_total')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('connections', 'bigint', (c) => c.notNull())
    .execute()
  await sql`insert into egress_total (id, bytes, connections) values (1, 0, 0)`.execute(db)
  await db.schema
    .createTable('reply')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('stored_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('reply_stored_at').on('reply').column('stored_at').execute()
  await db.schema
    .createTable('backup')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}
