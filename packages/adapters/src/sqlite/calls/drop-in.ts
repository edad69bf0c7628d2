import { Answer, type DropInComparison } from '@nabij/base'
import type { Insertable, Selectable } from 'kysely'
import type { Database, DropInComparisonTable } from '../tables.ts'

/** A comparison as it is stored: what its statistics need is a column, the answers themselves are JSON. */
export interface DropInRow extends Omit<DropInComparison, 'kept' | 'word'> {
  /** `twin`: both answers are the cloud's own. */
  kind: 'pair' | 'twin'
  /** Hash of the picture where it is kept to look at. */
  frame: string | null
}

/** One answer, for the meter. */
export interface DropInCount {
  routeId: string
  /** Epoch milliseconds at which the hour begins. */
  at: number
  by: 'cloud' | 'failed' | 'box'
}

/** A comparison without its answers. */
export interface DropInLine {
  kind: 'pair' | 'twin'
  at: number
  picture: string
  agrees: boolean
  missed: boolean
  cloud: DropInComparison['decision']['cloud']
  box: DropInComparison['decision']['box']
  msCloud: number
  msBox: number
  cloudVersion: string | null
  boxVersion: string | null
  word: 'good' | 'bad' | null
}

/** Comparisons that stay, of all routes together, and pictures to look at. */
const rowsKept = 100_000
const framesKept = 1000

/** Stores what happened, all of it at once. */
export async function recordDropIn(db: Database, all: (DropInRow | DropInCount)[]): Promise<null[]> {
  const rows = all.filter((one): one is DropInRow => 'kind' in one)
  for (const row of rows) await db.insertInto('drop_in_comparison').values(toRow(row)).execute()
  if (rows.length > 0) await makeRoom(db)
  for (const { routeId, at, count } of added(all.filter((one): one is DropInCount => 'by' in one)))
    await db
      .insertInto('drop_in_hour')
      .values({ route_id: routeId, at, ...count })
      .onConflict((conflict) =>
        conflict.columns(['route_id', 'at']).doUpdateSet((eb) => ({
          cloud: eb('drop_in_hour.cloud', '+', count.cloud),
          failed: eb('drop_in_hour.failed', '+', count.failed),
          box: eb('drop_in_hour.box', '+', count.box),
        })),
      )
      .execute()
  return all.map(() => null)
}

async function makeRoom(db: Database): Promise<void> {
  const { last } = await db
    .selectFrom('drop_in_comparison')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('drop_in_comparison')
    .where('seq', '<=', last - rowsKept)
    .execute()
  const frames = db.selectFrom('drop_in_comparison').select('seq').where('frame', 'is not', null)
  const oldest = await frames.orderBy('seq', 'desc').offset(framesKept).limit(1).executeTakeFirst()
  if (oldest)
    await db
      .updateTable('drop_in_comparison')
      .set({ frame: null })
      .where('frame', 'is not', null)
      .where('seq', '<=', oldest.seq)
      .execute()
}

function added(counts: DropInCount[]) {
  const sums = new Map<string, { routeId: string; at: number; count: Record<DropInCount['by'], number> }>()
  for (const { routeId, at, by } of counts) {
    const key = `${routeId} ${at}`
    const sum = sums.get(key) ?? { routeId, at, count: { cloud: 0, failed: 0, box: 0 } }
    sum.count[by] += 1
    sums.set(key, sum)
  }
  return sums.values()
}

/** All comparisons of a route in the order in which they were made. */
export async function dropInLines(db: Database, routeId: string, after: number, limit: number) {
  const rows = await db
    .selectFrom('drop_in_comparison')
    .select(['seq', 'kind', 'at', 'picture', 'agrees', 'missed', 'cloud', 'box', 'word'])
    .select(['ms_cloud', 'ms_box', 'cloud_version', 'box_version'])
    .where('route_id', '=', routeId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const { ms_cloud: msCloud, ms_box: msBox, cloud_version: cloudVersion, box_version: boxVersion, ...rest } = row
    const line: DropInLine = {
      ...rest,
      msCloud,
      msBox,
      cloudVersion,
      boxVersion,
      agrees: row.agrees === 1,
      missed: row.missed === 1,
    }
    return { seq: row.seq, line }
  })
}

/** Where both sides do not agree, newest first: those that nobody has looked at, then the others. */
export async function dropInDisagreements(db: Database, routeId: string, limit: number): Promise<DropInComparison[]> {
  const rows = await db
    .selectFrom('drop_in_comparison')
    .selectAll()
    .where('route_id', '=', routeId)
    .where('agrees', '=', 0)
    .where('kind', '=', 'pair')
    .orderBy((eb) => eb('word', 'is not', null))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toComparison)
}

export async function getDropInComparison(
  db: Database,
  id: string,
): Promise<{ comparison: DropInComparison; frame: string | null } | null> {
  const row = await db.selectFrom('drop_in_comparison').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { comparison: toComparison(row), frame: row.frame } : null
}

/** False: there is no such comparison. */
export async function sayOfComparison(db: Database, id: string, word: DropInComparison['word']): Promise<boolean> {
  const said = { word: word?.label ?? null, said_by: word?.by ?? null, said_at: word?.at ?? null }
  const query = db.updateTable('drop_in_comparison').set(said).where('id', '=', id).where('kind', '=', 'pair')
  return (await query.executeTakeFirst()).numUpdatedRows > 0n
}

export async function dropInHours(db: Database, routeId: string) {
  const query = db.selectFrom('drop_in_hour').select(['at', 'cloud', 'failed', 'box'])
  return query.where('route_id', '=', routeId).orderBy('at').execute()
}

export async function forgetRoute(db: Database, routeId: string): Promise<void> {
  await db.deleteFrom('drop_in_comparison').where('route_id', '=', routeId).execute()
  await db.deleteFrom('drop_in_hour').where('route_id', '=', routeId).execute()
}

function toRow(row: DropInRow): Insertable<DropInComparisonTable> {
  return {
    id: row.id,
    route_id: row.routeId,
    kind: row.kind,
    at: row.at,
    picture: row.picture,
    frame: row.frame,
    agrees: Number(row.agrees),
    missed: Number(row.missed),
    cloud: row.decision.cloud,
    box: row.decision.box,
    ms_cloud: row.ms.cloud,
    ms_box: row.ms.box,
    cloud_version: row.version.cloud,
    box_version: row.version.box,
    answers: JSON.stringify(row.answers),
    word: null,
    said_by: null,
    said_at: null,
  }
}

function toComparison(row: Selectable<DropInComparisonTable>): DropInComparison {
  const answers = JSON.parse(row.answers) as { cloud: unknown; box: unknown }
  return {
    id: row.id,
    routeId: row.route_id,
    at: row.at,
    picture: row.picture,
    kept: row.frame !== null,
    agrees: row.agrees === 1,
    missed: row.missed === 1,
    decision: { cloud: row.cloud, box: row.box },
    ms: { cloud: row.ms_cloud, box: row.ms_box },
    version: { cloud: row.cloud_version, box: row.box_version },
    answers: { cloud: Answer.parse(answers.cloud), box: Answer.parse(answers.box) },
    word: row.word === null ? null : { label: row.word, by: row.said_by, at: row.said_at ?? row.at },
  }
}
