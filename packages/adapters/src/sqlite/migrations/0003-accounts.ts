import { type Kysely, sql } from 'kysely'

/** Who may come in, what opens the door for them, and the lines that tell what they changed. */
export async function accountTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('password', 'text')
    .addColumn('pin', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint')
    .execute()
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('digest', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('session_account').on('session').column('account_id').execute()
  await db.schema
    .createTable('device')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    // No reference: a device of a station that went stays in the list, and opens nothing there.
    .addColumn('station_id', 'text')
    .addColumn('digest', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint')
    .addColumn('operator_id', 'text', (c) => c.references('account.id'))
    .addColumn('operator_seen_at', 'bigint')
    .execute()
  await db.schema
    .createTable('token')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint')
    .execute()
  await db.schema.createIndex('token_account').on('token').column('account_id').execute()
  await createAudit(db)
}

/** Names stand in it as they were: it refers to nothing, so that nothing in it goes when somebody goes. */
async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('who_kind', 'text', (c) => c.notNull())
    .addColumn('who_id', 'text')
    .addColumn('who_name', 'text')
    .addColumn('who_role', 'text')
    .addColumn('origin', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .execute()
  // What was written down stays as it was written: also a mistake of ours cannot change it.
  for (const event of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger audit_no_${event} before ${event} on audit begin select raise(abort, 'audit is append only'); end`,
      )
      .execute(db)
  }
}
