import type { Station, StationSource } from '@nabij/base'
import { createStations } from '../create-stations.ts'
import { type Limits, usualLimits } from '../limits.ts'
import type { FrameSource } from '../ports.ts'
import type { Stations, StationsEvent, StationsPorts } from '../stations.ts'
import { type FakeExecutor, fakeExecutor, pictureOf } from './fake-executor.ts'
import { type FakeSink, fakeSink } from './fake-sink.ts'
import { type FakeSource, fakeSource } from './fake-source.ts'
import { type ManualTime, manualTime, settle } from './manual-time.ts'
import { type MemoryStores, memoryStores } from './memory-stores.ts'

const day = 86_400_000
export const simulator: StationSource = {
  kind: 'simulator',
  scene: 'biscuits',
  seed: 1,
  perSecond: 10,
  defectRate: 0,
}
export const folder: StationSource = { kind: 'folder', path: '/parts' }
export const http: StationSource = { kind: 'http' }

/** Stations on ports that lie in memory and fail on demand. */
export interface TestStations {
  stations: Stations
  ports: StationsPorts
  time: ManualTime
  executor: FakeExecutor
  sink: FakeSink
  stores: MemoryStores
  disk: { freeBytes: number; state: 'ok' | 'low' | 'full' }
  limits: Limits
  /** The simulator's source is live, the folder's is triggered. */
  live: FakeSource
  triggered: FakeSource
  events: StationsEvent[]
  /** The states that were announced of a station, without repetition. */
  states(): string[]
  /** A station that is taught, or not. */
  make(source: StationSource, taught?: boolean): Promise<Station>
  /** The same stores, as another start of the box finds them. */
  again(): Promise<Stations>
}

export async function testStations(limits: Partial<Limits> = {}): Promise<TestStations> {
  const time = manualTime()
  const executor = fakeExecutor()
  const stores = memoryStores()
  const sink = fakeSink()
  executor.write = (path, text) => stores.files.set(path, text)
  const disk: TestStations['disk'] = { freeBytes: 1e12, state: 'ok' }
  const live = fakeSource('live')
  const triggered = fakeSource('triggered')
  const sources: Partial<Record<StationSource['kind'], FrameSource>> = { simulator: live, folder: triggered }
  const ports: StationsPorts = {
    ...stores,
    clock: time.clock,
    timer: time.timer,
    startOfDay: (at) => at - (at % day),
    executor,
    sink,
    newSecret: () => 'whsec_made-for-a-test',
    disk: { state: () => disk },
    openSource: (source) => sources[source.kind] ?? null,
    log: () => undefined,
    limits,
  }
  const stations = createStations(ports)
  const events: StationsEvent[] = []
  stations.listen((event) => events.push(event))
  await stations.start()
  return {
    stations,
    ports,
    time,
    executor,
    sink,
    stores,
    disk,
    limits: { ...usualLimits, ...limits },
    live,
    triggered,
    events,
    states: () =>
      events
        .flatMap((event) => (event.type === 'station' ? [event.station.state] : []))
        .filter((state, index, all) => state !== all[index - 1]),
    async make(source, taught = true) {
      const { id } = await stations.create({ name: 'Pers 2', source })
      if (taught) await stations.addRecipe(id, pictureOf(`recipe ${id}`))
      await settle()
      return stations.get(id)
    },
    async again() {
      const next = createStations(ports)
      await next.start()
      return next
    },
  }
}
