export const spans = ['shift', 'previous', 'today', 'week'] as const
export type Span = (typeof spans)[number]

export interface Stretch {
  /** Epoch milliseconds; `to` is not part of it. */
  from: number
  to: number
}

/**
 * The stretch of time that a span means at `now`, on the clock of who looks.
 * `begins`: when shifts begin, in minutes after midnight, in any order; at least one.
 */
export function stretchOf(span: Span, now: number, begins: readonly number[]): Stretch {
  if (span === 'today') return { from: atMinute(now, 0), to: now }
  if (span === 'week') return { from: atMinute(now, 0, -6), to: now }
  const from = shiftBegin(now, begins)
  return span === 'shift' ? { from, to: now } : { from: shiftBegin(from - 1, begins), to: from }
}

/** "06:45" as minutes after midnight; null when it is no time of day. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number(hours) < 24 && Number(minutes) < 60 ? total : null
}

/** Minutes after midnight as "06:45". */
export function timeOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The last beginning of a shift at or before `at`. */
function shiftBegin(at: number, begins: readonly number[]): number {
  const candidates = [0, -1].flatMap((days) => begins.map((minute) => atMinute(at, minute, days)))
  return Math.max(...candidates.filter((begin) => begin <= at))
}

/** Wall clock, not a number of milliseconds: a day with a change of the clock has 23 or 25 hours. */
function atMinute(at: number, minute: number, days = 0): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 0, minute).getTime()
}
