import type { StationsEvent } from '@nabij/stations'
import { withoutPasswords } from '../../workspace/sources.ts'

/** An event as server-sent text. Of two with the same `key` only the newer one says anything. */
export function wordOf(event: StationsEvent): { key: string; text: string } {
  if (event.type === 'verdict') {
    return { key: `verdict ${event.verdict.seq}`, text: worded('verdict', event.verdict, event.verdict.seq) }
  }
  if (event.type === 'station') {
    // Passwords in addresses stay inside.
    const source = withoutPasswords(event.station.source)
    return { key: `station ${event.station.id}`, text: worded('station', { ...event.station, source }) }
  }
  if (event.type === 'job') return { key: `job ${event.job.id}`, text: worded('job', event.job) }
  if (event.type === 'correction') {
    return { key: `correction ${event.correction.id}`, text: worded('correction', event.correction) }
  }
  if (event.type === 'alarm') {
    const { type: _, ...alarm } = event
    return { key: `alarm ${event.stationId}`, text: worded('alarm', alarm) }
  }
  return { key: `station ${event.stationId}`, text: worded('station-removed', { stationId: event.stationId }) }
}

/** JSON has no line ends, so one data line always suffices. */
function worded(name: string, value: object, id?: number): string {
  const lines = [`event: ${name}`, ...(id === undefined ? [] : [`id: ${id}`]), `data: ${JSON.stringify(value)}`]
  return `${lines.join('\n')}\n\n`
}
