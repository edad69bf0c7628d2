import { Evidence, type Finding, type Question } from '@nabij/base'
import type { Database } from '../tables.ts'

/** A letter, a decision or an exit plan as it is stored. */
export interface PaperRow {
  id: string
  createdAt: number
  /** JSON. */
  body: string
}

type Paper = 'letter' | 'decision' | 'exit_plan'

/**
 * All that the register is made of, as one JSON text in bytes: they change hands between threads without being copied,
 * and none but the one that works with them takes them apart.
 */
export async function registerState(db: Database): Promise<Uint8Array<ArrayBuffer>> {
  const present = db.selectFrom('evidence').select('id').where('complete', '=', 1)
  const bodies = async (rows: Promise<{ body: string }[]>) => `[${(await rows).map(({ body }) => body).join(',')}]`
  const of = (table: 'finding' | 'question') =>
    bodies(
      db
        .selectFrom(table)
        .select('body')
        .where('evidence_id', 'in', present)
        .orderBy('id')
        .orderBy('evidence_id')
        .execute(),
    )
  const evidence = bodies(
    db.selectFrom('evidence').select('body').where('complete', '=', 1).orderBy('added_at').orderBy('id').execute(),
  )
  const notes = await db.selectFrom('service_notes').selectAll().orderBy('service_id').execute()
  const apart = await db.selectFrom('apart').selectAll().orderBy('service_id').orderBy('finding_id').execute()
  const parts = [
    `"evidence":${await evidence}`,
    `"findings":${await of('finding')}`,
    `"questions":${await of('question')}`,
    `"notes":{${notes.map(({ service_id, body }) => `${JSON.stringify(service_id)}:${body}`).join(',')}}`,
    `"rules":${await bodies(db.selectFrom('own_rule').select('body').orderBy('words').execute())}`,
    `"ownFacts":${await bodies(db.selectFrom('own_fact').select('body').orderBy('vendor_id').orderBy('field').execute())}`,
    `"apart":${JSON.stringify(apart.map((row) => ({ serviceId: row.service_id, findingId: row.finding_id })))}`,
  ]
  return new TextEncoder().encode(`{${parts.join(',')}}`)
}

export async function listEvidence(db: Database): Promise<Evidence[]> {
  const query = db.selectFrom('evidence').select('body').where('complete', '=', 1)
  return (await query.orderBy('added_at', 'desc').orderBy('id').execute()).map(({ body }) => toEvidence(body))
}

export async function getEvidence(db: Database, id: string): Promise<Evidence | null> {
  const query = db.selectFrom('evidence').select('body').where('complete', '=', 1).where('id', '=', id)
  const row = await query.executeTakeFirst()
  return row ? toEvidence(row.body) : null
}

/** A page of the findings of one piece of evidence, in order of id. */
export async function findingsOf(db: Database, evidenceId: string, after: string, limit: number): Promise<Finding[]> {
  const query = db.selectFrom('finding').select('body').where('evidence_id', '=', evidenceId).where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(({ body }) => JSON.parse(body) as Finding)
}

export async function findQuestion(db: Database, id: string): Promise<Question | null> {
  const row = await db.selectFrom('question').select('body').where('id', '=', id).executeTakeFirst()
  return row ? (JSON.parse(row.body) as Question) : null
}

export async function listRules(db: Database): Promise<string[]> {
  return (await db.selectFrom('own_rule').select('body').orderBy('words').execute()).map(({ body }) => body)
}

export async function getNotes(db: Database, serviceId: string): Promise<string | null> {
  const query = db.selectFrom('service_notes').select('body').where('service_id', '=', serviceId)
  return (await query.executeTakeFirst())?.body ?? null
}

export async function listPapers(db: Database, paper: Paper): Promise<PaperRow[]> {
  const query = db.selectFrom(paper).select(['id', 'created_at as createdAt', 'body'])
  return query.orderBy('created_at', 'desc').orderBy('id').execute()
}

/** Figures by month, oldest first; the services of one month. */
export async function listSnapshots(db: Database): Promise<{ month: string; figures: string }[]> {
  return db.selectFrom('snapshot').select(['month', 'figures']).orderBy('month').execute()
}

export async function snapshotServices(db: Database, month: string): Promise<string | null> {
  const row = await db.selectFrom('snapshot').select('services').where('month', '=', month).executeTakeFirst()
  return row?.services ?? null
}

export async function listChanges(
  db: Database,
  limit: number,
): Promise<{ at: number; because: string | null; body: string }[]> {
  const query = db.selectFrom('register_change').select(['at', 'because', 'body'])
  return query.orderBy('seq', 'desc').limit(limit).execute()
}

/** Makes room for evidence that is about to come in, in the place of what has its id. */
export async function beginEvidence(db: Database, evidence: Evidence): Promise<void> {
  await removeEvidence(db, evidence.id)
  const { id, addedAt } = evidence
  await db
    .insertInto('evidence')
    .values({ id, added_at: addedAt, body: JSON.stringify(evidence), complete: 0 })
    .execute()
}

export async function addFindings(db: Database, evidenceId: string, findings: Finding[]): Promise<void> {
  await addRows(db, 'finding', evidenceId, findings)
}

export async function addQuestions(db: Database, evidenceId: string, questions: Question[]): Promise<void> {
  await addRows(db, 'question', evidenceId, questions)
}

async function addRows(
  db: Database,
  table: 'finding' | 'question',
  evidenceId: string,
  all: (Finding | Question)[],
): Promise<void> {
  if (all.length === 0) return
  const rows = all.map((one) => ({ evidence_id: evidenceId, id: one.id, body: JSON.stringify(one) }))
  await db
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** From now on all of these count, together. */
export async function completeEvidence(db: Database, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.updateTable('evidence').set({ complete: 1 }).where('id', 'in', ids).execute()
}

export async function removeEvidence(db: Database, id: string): Promise<void> {
  await db.deleteFrom('finding').where('evidence_id', '=', id).execute()
  await db.deleteFrom('question').where('evidence_id', '=', id).execute()
  await db.deleteFrom('evidence').where('id', '=', id).execute()
}

/** What a kill left half stored. */
export async function sweepEvidence(db: Database): Promise<void> {
  const half = await db.selectFrom('evidence').select('id').where('complete', '=', 0).execute()
  for (const { id } of half) await removeEvidence(db, id)
}

export async function removeQuestions(db: Database, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('question').where('id', 'in', ids).execute()
}

export async function setNotes(db: Database, serviceId: string, body: string): Promise<void> {
  await db
    .insertInto('service_notes')
    .values({ service_id: serviceId, body })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ body }))
    .execute()
}

export async function setRule(db: Database, words: string, body: string): Promise<void> {
  await db
    .insertInto('own_rule')
    .values({ words, body })
    .onConflict((conflict) => conflict.column('words').doUpdateSet({ body }))
    .execute()
}

export async function removeRule(db: Database, words: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('own_rule').where('words', '=', words).executeTakeFirst()
  return numDeletedRows > 0n
}

export async function setApart(db: Database, serviceId: string, findingId: string, apart: boolean): Promise<void> {
  const row = { service_id: serviceId, finding_id: findingId }
  if (apart)
    await db
      .insertInto('apart')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else await db.deleteFrom('apart').where('service_id', '=', serviceId).where('finding_id', '=', findingId).execute()
}

export async function putPaper(db: Database, paper: Paper, { id, createdAt, body }: PaperRow): Promise<void> {
  await db
    .insertInto(paper)
    .values({ id, created_at: createdAt, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute()
}

/** The state of this month, and what changed on the way to it. */
export async function recordState(
  db: Database,
  snapshots: { month: string; figures: string; services: string }[],
  changes: { at: number; because: string | null; body: string }[],
): Promise<void> {
  for (const { month, figures, services } of snapshots)
    await db
      .insertInto('snapshot')
      .values({ month, figures, services })
      .onConflict((conflict) => conflict.column('month').doUpdateSet({ figures, services }))
      .execute()
  for (const change of changes) await db.insertInto('register_change').values(change).execute()
}

/** Also what an older nabij stored without newer fields. */
function toEvidence(body: string): Evidence {
  return Evidence.parse(JSON.parse(body))
}
