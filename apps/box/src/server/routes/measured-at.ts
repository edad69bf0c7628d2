import type { ChipNeed, Station } from '@nabij/base'
import type { Stations } from '@nabij/stations'

/** So many of the last pictures say how long one takes. */
const pictures = 200
const day = 24 * 3_600_000

interface Measured {
  ms: { total: number; model: number; pictures: number } | null
  wantedPerSecond: number | null
  wantedFrom: ChipNeed['wantedFrom']
}

/** What a station did lately, and how many pictures a second it should: as given, as its source is set, or as they came. */
export async function measuredAt(
  stations: Pick<Stations, 'verdicts' | 'series'>,
  { id, source }: Pick<Station, 'id' | 'source'>,
  given: number | null,
  now: number,
): Promise<Measured> {
  const verdicts = await stations.verdicts({ stationId: id, limit: pictures })
  const times = verdicts.flatMap(({ ms }) => (ms ? [ms] : []))
  const ms =
    times.length > 0
      ? {
          total: middle(times.map(({ total }) => total)),
          model: middle(times.map(({ model }) => model)),
          pictures: times.length,
        }
      : null
  if (given !== null) return { ms, wantedPerSecond: given, wantedFrom: 'given' }
  const set = setting(source)
  if (set !== null) return { ms, wantedPerSecond: set, wantedFrom: 'camera' }
  const minutes = await stations.series(id, now - day, now, 'minute')
  const busiest = Math.max(0, ...minutes.map(({ n }) => n))
  return busiest > 0
    ? { ms, wantedPerSecond: busiest / 60, wantedFrom: 'seen' }
    : { ms, wantedPerSecond: null, wantedFrom: 'unknown' }
}

/** Pictures a second that a source brings by itself. */
function setting(source: Station['source']): number | null {
  if (source.kind === 'simulator') return source.perSecond
  return source.kind === 'camera' && source.trigger.by === 'time' ? source.perSecond : null
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
