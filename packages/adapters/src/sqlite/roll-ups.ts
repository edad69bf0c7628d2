import type { Counts, ScorePoint } from '@nabij/base'
import type { Insertable } from 'kysely'
import type { Database, RollUpTable } from './tables.ts'

const widths = { minute: 60_000, hour: 3_600_000 } as const

export type Bucket = keyof typeof widths
type RollUp = Insertable<RollUpTable>

/** What one verdict, or a number of dropped pictures, adds. */
export interface Addition {
  stationId: string
  at: number
  verdict: 'pass' | 'fail' | 'unsure' | null
  score: number | null
  dropped: number
}

/** Adds to the minute and the hour of each; one statement per bucket, however many fall in it. */
export async function addToRollUps(db: Database, additions: Addition[]): Promise<void> {
  for (const row of summed(additions).values()) {
    await db
      .insertInto('roll_up')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['station_id', 'bucket', 'at']).doUpdateSet((eb) => ({
          n: eb('roll_up.n', '+', eb.ref('excluded.n')),
          scored: eb('roll_up.scored', '+', eb.ref('excluded.scored')),
          sum: eb('roll_up.sum', '+', eb.ref('excluded.sum')),
          max: eb
            .case()
            .when(eb.or([eb('roll_up.max', 'is', null), eb('excluded.max', '>', eb.ref('roll_up.max'))]))
            .then(eb.ref('excluded.max'))
            .else(eb.ref('roll_up.max'))
            .end(),
          fail: eb('roll_up.fail', '+', eb.ref('excluded.fail')),
          unsure: eb('roll_up.unsure', '+', eb.ref('excluded.unsure')),
          dropped: eb('roll_up.dropped', '+', eb.ref('excluded.dropped')),
        })),
      )
      .execute()
  }
}

function summed(additions: Addition[]): Map<string, RollUp> {
  const rows = new Map<string, RollUp>()
  for (const addition of additions) {
    for (const bucket of ['minute', 'hour'] as const) {
      const at = floor(addition.at, bucket)
      const place = `${addition.stationId} ${bucket} ${at}`
      const row = rows.get(place) ?? emptyRow(addition.stationId, bucket, at)
      rows.set(place, row)
      row.dropped += addition.dropped
      if (addition.verdict === null) continue
      row.n += 1
      if (addition.verdict === 'fail') row.fail += 1
      if (addition.verdict === 'unsure') row.unsure += 1
      if (addition.score === null) continue
      row.scored += 1
      row.sum += addition.score
      row.max = Math.max(row.max ?? 0, addition.score)
    }
  }
  return rows
}

function emptyRow(stationId: string, bucket: Bucket, at: number): RollUp {
  return { station_id: stationId, bucket, at, n: 0, scored: 0, sum: 0, max: null, fail: 0, unsure: 0, dropped: 0 }
}

/** Start of the minute or hour that `at` falls in. */
export function floor(at: number, bucket: Bucket): number {
  return Math.floor(at / widths[bucket]) * widths[bucket]
}

/** The score line in [from, to), oldest first; a bucket that had no verdict is left out. */
export async function series(
  db: Database,
  stationId: string,
  from: number,
  to: number,
  bucket: Bucket,
): Promise<ScorePoint[]> {
  const rows = await db
    .selectFrom('roll_up')
    .select(['at', 'n', 'scored', 'sum', 'max', 'fail', 'unsure'])
    .where('station_id', '=', stationId)
    .where('bucket', '=', bucket)
    .where('at', '>=', floor(from, bucket))
    .where('at', '<', to)
    .where('n', '>', 0)
    .orderBy('at')
    .execute()
  return rows.map(({ at, n, scored, sum, max, fail, unsure }) => {
    return { at, n, mean: scored === 0 ? null : Math.min(1, sum / scored), max, fail, unsure }
  })
}

/** Verdicts since `from` (read as the start of its minute): minutes up to the first full hour, hours from there. */
export async function counts(db: Database, stationId: string, from: number): Promise<Counts> {
  const begin = floor(from, 'minute')
  const fullHour = floor(begin + widths.hour - 1, 'hour')
  const { n, fail, unsure, dropped } = await db
    .selectFrom('roll_up')
    .select(({ fn, lit }) => [
      fn.coalesce(fn.sum<number>('n'), lit(0)).as('n'),
      fn.coalesce(fn.sum<number>('fail'), lit(0)).as('fail'),
      fn.coalesce(fn.sum<number>('unsure'), lit(0)).as('unsure'),
      fn.coalesce(fn.sum<number>('dropped'), lit(0)).as('dropped'),
    ])
    .where('station_id', '=', stationId)
    .where((eb) =>
      eb.or([
        eb.and([eb('bucket', '=', 'minute'), eb('at', '>=', begin), eb('at', '<', fullHour)]),
        eb.and([eb('bucket', '=', 'hour'), eb('at', '>=', fullHour)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return { pass: n - fail - unsure, fail, unsure, dropped }
}
