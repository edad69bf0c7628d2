import type { HourCount } from './meter.ts'

/** A stretch of days that a meter is about. */
export interface MeterPiece {
  /** YYYY-MM-DD, both included. */
  from: string
  to: string
  /** Calls that the cloud answered; 0: the stretch over which was watched. */
  calls: number
}

/**
 * The meter as evidence: the days on which the cloud was asked, by month, and the whole time over which was watched. A month
 * in which the service was left is two pieces: what came before that day is no sign that it is back.
 * @param leftOn the day on which it was left, YYYY-MM-DD; null: it was not
 * @param today YYYY-MM-DD
 */
export function meterPieces(hours: readonly HourCount[], leftOn: string | null, today: string): MeterPiece[] {
  const days = hours.map((hour) => ({ day: new Date(hour.at).toISOString().slice(0, 10), calls: hour.cloud }))
  const [first] = days.map(({ day }) => day).sort()
  if (first === undefined || !days.some(({ calls }) => calls > 0)) return []
  const pieces = new Map<string, MeterPiece>()
  for (const { day, calls } of days) {
    if (calls === 0) continue
    const key = `${day.slice(0, 7)} ${leftOn !== null && day > leftOn ? 'after' : 'before'}`
    const piece = pieces.get(key) ?? { from: day, to: day, calls: 0 }
    pieces.set(key, {
      from: day < piece.from ? day : piece.from,
      to: day > piece.to ? day : piece.to,
      calls: piece.calls + calls,
    })
  }
  const watched = { from: first, to: today > first ? today : first, calls: 0 }
  return [...[...pieces.values()].sort((a, b) => (a.from < b.from ? -1 : 1)), watched]
}
