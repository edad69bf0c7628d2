import type { Verdict } from '@nabij/base'
import { floor } from './roll-ups.ts'
import type { Database } from './tables.ts'

/** Classes of times in an eighth of a doubling: the middle of a class is at most 4.5 % off. */
const perDoubling = 8

/** The class that a time falls in; times below a quarter of a millisecond are one class. */
export function classOf(ms: number): number {
  return Math.round(Math.log2(Math.max(0.25, ms)) * perDoubling)
}

/** The middle of a class, in milliseconds. */
export function middleOf(timeClass: number): number {
  return Math.round(2 ** (timeClass / perDoubling) * 100) / 100
}

/** Counts, hour by hour, what the overview shows: failed parts by kind, and how long a picture took. */
export async function addToTallies(db: Database, verdicts: Verdict[]): Promise<void> {
  const rows = new Map<string, { station_id: string; subject: 'kind' | 'ms'; at: number; name: string; n: number }>()
  const count = (stationId: string, subject: 'kind' | 'ms', at: number, name: string): void => {
    const place = JSON.stringify([stationId, subject, at, name])
    const row = rows.get(place) ?? { station_id: stationId, subject, at, name, n: 0 }
    row.n += 1
    rows.set(place, row)
  }
  for (const { stationId, recordedAt, verdict, kind, ms } of verdicts) {
    const hour = floor(recordedAt, 'hour')
    // Those without a kind are what is left of all that failed: older rows need no counting again.
    if (verdict === 'fail' && kind) count(stationId, 'kind', hour, kind.name)
    if (ms) count(stationId, 'ms', hour, String(classOf(ms.total)))
  }
  for (const row of rows.values()) {
    await db
      .insertInto('tally')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['station_id', 'subject', 'at', 'name'])
          .doUpdateSet((eb) => ({ n: eb('tally.n', '+', eb.ref('excluded.n')) })),
      )
      .execute()
  }
}
