import type { Backup } from '@nabij/base'
import { DatabaseFault } from '../database-fault.ts'
import type { Database } from '../tables.ts'

const day = 86_400_000

export interface Reply {
  status: number
  body: string
}

/** @throws DatabaseFault NABIJ_KEY_REUSED when the key was used for another request. */
export async function findReply(db: Database, key: string, fingerprint: string, now: number): Promise<Reply | null> {
  const query = db
    .selectFrom('reply')
    .selectAll()
    .where('key', '=', key)
    .where('stored_at', '>', now - day)
  const row = await query.executeTakeFirst()
  if (!row) return null
  if (row.fingerprint !== fingerprint) throw new DatabaseFault('NABIJ_KEY_REUSED', { key })
  return { status: row.status, body: row.body }
}

/** Keeps the first answer that was given for a key; those older than a day make room. */
export async function storeReply(
  db: Database,
  key: string,
  fingerprint: string,
  reply: Reply,
  now: number,
): Promise<void> {
  await db
    .deleteFrom('reply')
    .where('stored_at', '<=', now - day)
    .execute()
  await db
    .insertInto('reply')
    .values({ key, fingerprint, ...reply, stored_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

export async function insertBackup(db: Database, { name, createdAt, bytes }: Backup): Promise<void> {
  await db.insertInto('backup').values({ name, created_at: createdAt, bytes }).execute()
}

export async function listBackups(db: Database): Promise<Backup[]> {
  const rows = await db.selectFrom('backup').selectAll().orderBy('created_at', 'desc').orderBy('name', 'desc').execute()
  return rows.map(({ name, created_at: createdAt, bytes }) => ({ name, createdAt, bytes }))
}

export async function removeBackup(db: Database, name: string): Promise<void> {
  await db.deleteFrom('backup').where('name', '=', name).execute()
}

export async function getSetting(db: Database, name: string): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export async function setSetting(db: Database, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
