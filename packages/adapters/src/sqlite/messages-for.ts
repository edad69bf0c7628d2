import type { Rule, Verdict } from '@nabij/base'
import type { VerdictRecord } from '@nabij/stations'
import type { Database } from './tables.ts'

/**
 * Queues what the outputs must hear of a verdict, in the transaction that stores it. The id of a message follows from
 * the verdict: whoever receives it twice knows. An output that was removed meanwhile hears nothing.
 */
export async function messagesFor(db: Database, record: VerdictRecord, verdict: Verdict): Promise<void> {
  const { outputs, alarm } = record
  if (outputs.length > 0) {
    const body = JSON.stringify({ type: 'verdict', verdict })
    await queue(db, outputs, `verdict-${verdict.id}`, record.recordedAt, body)
  }
  if (alarm && alarm.outputs.length > 0) {
    const rule = await ruleOf(db, record.stationId, alarm.rule)
    const body = JSON.stringify({ type: 'alarm', rule, verdict })
    await queue(db, alarm.outputs, `alarm-${verdict.id}`, record.recordedAt, body)
  }
}

async function queue(db: Database, outputs: string[], id: string, createdAt: number, body: string): Promise<void> {
  const present = await db.selectFrom('output').select('id').where('id', 'in', outputs).execute()
  const rows = present.map((output) => ({ output_id: output.id, id, created_at: createdAt, body }))
  if (rows.length === 0) return
  await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['output_id', 'id']).doNothing())
    .execute()
}

/** The whole rule, as the station has it now; only its id when it was removed a moment ago. */
async function ruleOf(db: Database, stationId: string, id: string): Promise<Rule | { id: string }> {
  const row = await db.selectFrom('station').select('settings').where('id', '=', stationId).executeTakeFirst()
  const { rules = [] } = JSON.parse(row?.settings ?? '{}') as { rules?: Rule[] }
  return rules.find((rule) => rule.id === id) ?? { id }
}
