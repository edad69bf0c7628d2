import { hostOf, siteTally } from '../../hosts/index.ts'
import type { Emit } from '../../reader.ts'

/** An address that was visited, and how often. Anything else that a browser keeps about it has no place here. */
export interface VisitedRow {
  address: string
  visits: number
}

/** A site seen less often than this was a visit, not a tool. */
export const leastVisits = 3

/** What may leave a browser's history: sites, and how often. Never a page, a title, a time or who. */
export function historyHosts(rows: Iterable<VisitedRow>, emit: Emit, signal: AbortSignal): void {
  const tally = siteTally()
  let place = 0
  let outside = 0
  for (const { address, visits } of rows) {
    place += 1
    if (place % 1000 === 0) signal.throwIfAborted()
    const host = hostOf(address)
    if (host === null || !tally.add(host, place, Math.min(Math.max(1, Math.trunc(visits) || 1), 1_000_000)))
      outside += 1
  }
  emit.record(place)
  if (outside > 0) emit.ignored('no public address', outside)
  tally.emit(emit, 'history', { least: leastVisits, place: 'row' })
}
