import type { Feedback, Verdict } from '@nabij/base'
import { DatabaseFault } from '../database-fault.ts'
import { keepRank, keepRanks } from '../keep-rank.ts'
import type { Database } from '../tables.ts'
import { saidColumns, toVerdict } from '../verdict-rows.ts'
import { ofPresentStation } from './present.ts'

/** A picture with a person's word on it is kept longest; taken back, it is worth what it was before. */
export async function setFeedback(db: Database, id: string, feedback: Feedback | null): Promise<Verdict> {
  const row = await db.selectFrom('verdict').selectAll().where('id', '=', id).where(ofPresentStation).executeTakeFirst()
  if (!row) throw new DatabaseFault('NABIJ_NOT_FOUND', { what: id })
  const keep = feedback ? keepRanks.marked : keepRank({ ...row, limit: row.score_limit })
  const change = { ...saidColumns(feedback), keep }
  await db.updateTable('verdict').set(change).where('id', '=', id).execute()
  return toVerdict({ ...row, ...change })
}
