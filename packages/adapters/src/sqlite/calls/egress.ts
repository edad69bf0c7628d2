import type { Egress } from '@nabij/base'
import type { Database } from '../tables.ts'

/** Entries that stay readable one by one; the total counts all that ever were. */
const entriesKept = 100_000

export async function beginEgress(db: Database, entry: Omit<Egress, 'bytesOut' | 'bytesIn'>): Promise<void> {
  await db
    .insertInto('egress')
    .values({ ...entry, bytes_out: 0, bytes_in: 0 })
    .execute()
  await db
    .updateTable('egress_total')
    .set((eb) => ({ connections: eb('connections', '+', 1) }))
    .execute()
  await db
    .deleteFrom('egress')
    .where('seq', '<=', (eb) =>
      eb.selectFrom('egress').select(({ fn, eb: inner }) => inner(fn.max('seq'), '-', entriesKept).as('oldest')),
    )
    .execute()
}

/** Adds what went out and came in since the last time. */
export async function addEgressBytes(db: Database, id: string, bytesOut: number, bytesIn: number): Promise<void> {
  await db
    .updateTable('egress')
    .set((eb) => ({ bytes_out: eb('bytes_out', '+', bytesOut), bytes_in: eb('bytes_in', '+', bytesIn) }))
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('egress_total')
    .set((eb) => ({ bytes: eb('bytes', '+', bytesOut) }))
    .execute()
}

export async function listEgress(db: Database, limit: number): Promise<Egress[]> {
  const rows = await db.selectFrom('egress').selectAll().orderBy('seq', 'desc').limit(limit).execute()
  return rows.map(({ id, at, purpose, host, bytes_out: bytesOut, bytes_in: bytesIn }) => {
    return { id, at, purpose, host, bytesOut, bytesIn }
  })
}

/** Bytes that left this device (not those that came in), and connections. */
export async function egressTotal(db: Database): Promise<{ bytes: number; connections: number }> {
  return db.selectFrom('egress_total').select(['bytes', 'connections']).executeTakeFirstOrThrow()
}
