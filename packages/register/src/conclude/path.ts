import type { PathGoal, PathProgress, RegisterSnapshot } from '@nabij/base'
import { daysBetween } from './days.ts'

/**
 * How far along the path to "nothing crucial only outside Europe": measured between the oldest and the latest stored
 * snapshot, never typed in.
 * @param today YYYY-MM-DD
 */
export function path(snapshots: readonly RegisterSnapshot[], goal: PathGoal | null, today: string): PathProgress {
  const sorted = snapshots.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const from = sorted[0] ?? null
  const now = sorted.at(-1) ?? null
  const nothing = { from, now, done: null, elapsed: null, neededPerYear: null }
  if (!goal) return { ...nothing, state: 'no-goal' }
  if (!from || !now || now.crucial === 0) return { ...nothing, state: 'nothing-measured' }

  const end = `${goal.year}-12-31`
  const whole = daysBetween(from.day, end)
  const elapsed = whole > 0 ? Math.min(1, Math.max(0, daysBetween(from.day, today) / whole)) : 1
  // A start that has grown since counts as it grew: what came in has to leave as well.
  const start = Math.max(from.crucialOutside, now.crucialOutside)
  const done = start > 0 ? (start - now.crucialOutside) / start : 1
  const measured = { from, now, done, elapsed }
  if (now.crucialOutside === 0) return { ...measured, neededPerYear: null, state: 'reached' }
  if (today > end) return { ...measured, neededPerYear: null, state: 'too-late' }
  const yearsLeft = Math.max(daysBetween(today, end) / 365.25, 1 / 12)
  const neededPerYear = Math.round((now.crucialOutside / yearsLeft) * 10) / 10
  return { ...measured, neededPerYear, state: done >= elapsed ? 'on-course' : 'behind' }
}
