import { OwnFact, type PackInUse } from '@nabij/base'
import type { Database } from '../tables.ts'

/** What people stated of vendors, in a fixed order. */
export async function listOwnFacts(db: Database): Promise<OwnFact[]> {
  const rows = await db.selectFrom('own_fact').select('body').orderBy('vendor_id').orderBy('field').execute()
  return rows.map(({ body }) => OwnFact.parse(JSON.parse(body)))
}

export async function setOwnFact(db: Database, fact: OwnFact): Promise<void> {
  const body = JSON.stringify(fact)
  await db
    .insertInto('own_fact')
    .values({ vendor_id: fact.vendorId, field: fact.field, body })
    .onConflict((conflict) => conflict.columns(['vendor_id', 'field']).doUpdateSet({ body }))
    .execute()
}

export async function removeOwnFact(db: Database, vendorId: string, field: string): Promise<boolean> {
  const query = db.deleteFrom('own_fact').where('vendor_id', '=', vendorId).where('field', '=', field)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

/** Packs that were put in use, the last one first. */
export async function listPacks(db: Database): Promise<PackInUse[]> {
  const query = db.selectFrom('knowledge_pack').select(['sha256', 'version', 'made', 'vendors'])
  return query.select('installed_at as installedAt').orderBy('seq', 'desc').execute()
}

export async function addPack(db: Database, { installedAt, ...pack }: PackInUse): Promise<void> {
  await db
    .insertInto('knowledge_pack')
    .values({ ...pack, installed_at: installedAt ?? 0 })
    .execute()
}

/** Takes it and all that came after it back. */
export async function removePack(db: Database, sha256: string): Promise<void> {
  const row = await db
    .selectFrom('knowledge_pack')
    .select('seq')
    .where('sha256', '=', sha256)
    .orderBy('seq')
    .executeTakeFirst()
  if (row) await db.deleteFrom('knowledge_pack').where('seq', '>=', row.seq).execute()
}
