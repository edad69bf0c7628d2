import type { Overview } from '@nabij/stations'
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { floor } from './roll-ups.ts'
import type { Database, Tables } from './tables.ts'
import { middleOf } from './tallies.ts'

/** A person said the opposite of the verdict. What the box left unsure is no mistake. */
export function isMistake(eb: ExpressionBuilder<Tables, 'verdict'>): ExpressionWrapper<Tables, 'verdict', SqlBool> {
  return eb.or([
    eb.and([eb('verdict', '=', 'fail'), eb('said', '=', 'good')]),
    eb.and([eb('verdict', '=', 'pass'), eb('said', '=', 'bad')]),
  ])
}

/** From what was added up by the hour: quick with a million verdicts. The hour of `from` counts whole. */
export async function overview(db: Database, stationId: string, from: number, to: number): Promise<Overview> {
  const begin = floor(from, 'hour')
  const hours = await hoursOf(db, stationId, begin, to)
  const fails = hours.reduce((sum, hour) => sum + hour.fail, 0)
  return {
    hours,
    kinds: await kindsOf(db, stationId, begin, to, fails),
    feedback: await feedbackOf(db, stationId, begin, to),
    ms: await timesOf(db, stationId, begin, to),
  }
}

async function hoursOf(db: Database, stationId: string, begin: number, to: number): Promise<Overview['hours']> {
  const rows = await db
    .selectFrom('roll_up')
    .select(['at', 'n', 'fail', 'unsure', 'dropped'])
    .where('station_id', '=', stationId)
    .where('bucket', '=', 'hour')
    .where('at', '>=', begin)
    .where('at', '<', to)
    .orderBy('at')
    .execute()
  return rows.map(({ at, n, fail, unsure, dropped }) => ({ at, pass: n - fail - unsure, fail, unsure, dropped }))
}

async function kindsOf(
  db: Database,
  stationId: string,
  begin: number,
  to: number,
  fails: number,
): Promise<Overview['kinds']> {
  const named = (await tallied(db, stationId, 'kind', begin, to)).map(({ name, n }) => ({ kind: name, fails: n }))
  const unnamed = fails - named.reduce((sum, kind) => sum + kind.fails, 0)
  const kinds: Overview['kinds'] = unnamed > 0 ? [...named, { kind: null, fails: unnamed }] : named
  return kinds.sort((a, b) => b.fails - a.fails)
}

async function feedbackOf(db: Database, stationId: string, begin: number, to: number): Promise<Overview['feedback']> {
  // Counted here: grouped by the verdict, SQLite would walk all of them in that order instead of the few with a word.
  const rows = await db
    .selectFrom('verdict')
    .select(['verdict', 'said'])
    .where('station_id', '=', stationId)
    .where('said', 'is not', null)
    .where('recorded_at', '>=', begin)
    .where('recorded_at', '<', to)
    .execute()
  const feedback = { right: 0, falseAlarms: 0, misses: 0, unjudged: 0 }
  for (const { verdict, said } of rows) {
    if (verdict === 'unsure') feedback.unjudged += 1
    else if ((verdict === 'pass') === (said === 'good')) feedback.right += 1
    else if (verdict === 'fail') feedback.falseAlarms += 1
    else feedback.misses += 1
  }
  return feedback
}

async function timesOf(db: Database, stationId: string, begin: number, to: number): Promise<Overview['ms']> {
  const rows = await tallied(db, stationId, 'ms', begin, to)
  const classes = rows.map(({ name, n }) => ({ ms: Number(name), n })).sort((a, b) => a.ms - b.ms)
  const all = classes.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return null
  const share = (wanted: number): number => {
    let below = 0
    const found = classes.find(({ n }) => (below += n) >= wanted * all)
    return middleOf((found ?? classes[0])?.ms ?? 0)
  }
  return { p50: share(0.5), p95: share(0.95) }
}

async function tallied(
  db: Database,
  stationId: string,
  subject: 'kind' | 'ms',
  begin: number,
  to: number,
): Promise<{ name: string; n: number }[]> {
  return db
    .selectFrom('tally')
    .select(({ fn }) => ['name', fn.sum<number>('n').as('n')])
    .where('station_id', '=', stationId)
    .where('subject', '=', subject)
    .where('at', '>=', begin)
    .where('at', '<', to)
    .groupBy('name')
    .execute()
}
