/** The hours at which a shift begins where people work in three. */
const begins = [6, 14, 22] as const

export const spans = ['shift', 'previous', 'today', 'week'] as const
export type Span = (typeof spans)[number]

export interface Stretch {
  /** Epoch milliseconds; `to` is not part of it. */
  from: number
  to: number
}

/** The stretch of time that a span means at `now`, on the clock of who looks. */
export function stretchOf(span: Span, now: number): Stretch {
  if (span === 'today') return { from: atHour(now, 0), to: now }
  if (span === 'week') return { from: atHour(now, 0, -6), to: now }
  const from = shiftBegin(now)
  return span === 'shift' ? { from, to: now } : { from: shiftBegin(from - 1), to: from }
}

/** The last beginning of a shift at or before `at`. */
function shiftBegin(at: number): number {
  const candidates = [0, -1].flatMap((days) => begins.map((hour) => atHour(at, hour, days)))
  return Math.max(...candidates.filter((begin) => begin <= at))
}

/** Wall clock, not a number of milliseconds: a day with a change of the clock has 23 or 25 hours. */
function atHour(at: number, hour: number, days = 0): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime()
}
