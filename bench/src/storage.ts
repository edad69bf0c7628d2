import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStores, type Stores } from '@nabij/adapters/sqlite'
import { newId } from '@nabij/base'
import type { VerdictRecord } from '@nabij/stations'
import { type Delay, watchDelay } from './delay.ts'
import { type Machine, thisMachine } from './machine.ts'
import { type Spread, spreadOf, timed } from './spread.ts'

export interface StorageBenchInput {
  /** Verdicts that are stored before anything is measured. */
  verdicts: number
  /** How long the load lasts. */
  seconds: number
  onProgress?: (stored: number) => void
}

export interface StorageBench {
  machine: Machine
  verdicts: number
  megabytes: number
  fill: { seconds: number; perSecond: number }
  /** Opening the full database. */
  openMs: number
  /** Of this thread: doing nothing, and while all the calls below run. */
  idle: Delay
  loaded: Delay
  calls: Record<
    | 'list'
    | 'older page'
    | 'fails'
    | 'counts'
    | 'minutes of a day'
    | 'hours of a month'
    | 'overview of a month'
    | 'record',
    Spread
  >
  /** Commits that were safe on disk before the next began, and verdicts per second when many come at once. */
  commits: { single: number; grouped: number; together: number }
}

const stationCount = 3
const together = 64
const day = 86_400_000

/** Fills a database in a temporary folder, then asks it what a page asks, while verdicts keep coming. */
export async function benchStorage(input: StorageBenchInput): Promise<StorageBench> {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  const path = join(folder, 'nabij.sqlite')
  try {
    const first = await openStores({ path, clock: Date.now })
    const stations = await addStations(first)
    const begin = Date.now() - input.verdicts * 1000
    const filled = await timed(() => fill(first, stations, begin, input))
    await first.close()
    const megabytes = (await stat(path)).size / 2 ** 20

    const opened = await timed(() => openStores({ path, clock: Date.now }))
    const stores = opened.result
    const idle = watchDelay()
    await wait(2000)
    const idleDelay = idle.end()
    const calls = await measureCalls(stores, stations, begin, input)
    const single = await commitsPerSecond(stores, stations, 1, Math.min(500, input.verdicts / 50))
    const grouped = await commitsPerSecond(stores, stations, together, Math.min(100, input.verdicts / 500))
    await stores.close()
    return {
      machine: thisMachine(),
      verdicts: input.verdicts,
      megabytes,
      fill: { seconds: filled.ms / 1000, perSecond: input.verdicts / (filled.ms / 1000) },
      openMs: opened.ms,
      idle: idleDelay,
      loaded: calls.delay,
      calls: calls.result,
      commits: { single, grouped, together },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function addStations({ stations }: Stores): Promise<string[]> {
  const ids = Array.from({ length: stationCount }, newId)
  for (const id of ids)
    await stations.insert({
      id,
      name: id,
      source: '{"kind":"http"}',
      stopped: false,
      createdAt: Date.now(),
      settings: '{}',
    })
  return ids
}

/** One verdict a second on the clock of the data, many at a time on the real one. */
async function fill(stores: Stores, stations: string[], begin: number, input: StorageBenchInput): Promise<void> {
  const step = 2000
  for (let stored = 0; stored < input.verdicts; ) {
    const records = Array.from({ length: Math.min(step, input.verdicts - stored) }, (_, n) => {
      const number = stored + n
      return sampleRecord(stations[number % stations.length] ?? '', number, begin + number * 1000)
    })
    await Promise.all(records.map((record) => stores.verdicts.record(record)))
    stored += records.length
    input.onProgress?.(stored)
  }
}

/** One in twelve fails, one in seventy is not sure, and one in ten still has its picture. */
function sampleRecord(stationId: string, number: number, at: number): VerdictRecord {
  const fails = number % 12 === 5
  const score = fails ? 0.8 : 0.1 + (number % 37) / 100
  const region = { x: 0.1, y: 0.2, w: 0.1, h: 0.1, score, area: 0.006 }
  const hash = (what: string) => createHash('sha256').update(`${what} ${number}`).digest('hex')
  return {
    id: newId(),
    stationId,
    recipeId: stationId,
    key: `part-${number}-${stationId.slice(0, 8)}`,
    verdict: fails ? 'fail' : number % 70 === 3 ? 'unsure' : 'pass',
    reason: null,
    score,
    limit: 0.5,
    regions: fails ? [region] : [],
    parts: [],
    layers: { local: score, semantic: score },
    kind: fails && number % 3 === 0 ? { name: number % 2 === 0 ? 'crack' : 'burnt', confidence: 0.8 } : null,
    productId: null,
    capturedAt: at,
    recordedAt: at,
    name: `part-${number}.jpg`,
    width: 1280,
    height: 960,
    frame: number % 10 === 0 ? hash('frame') : null,
    map: number % 10 === 0 ? hash('map') : null,
    thumb: number % 3 === 0 ? hash('thumb') : null,
    truth: null,
    ms: { decode: 9.5, locate: 0, model: 12.5, total: 23 + (number % 17) },
    outputs: [],
    alarm: null,
  }
}

type CallTimes = Record<keyof StorageBench['calls'], number[]>

async function measureCalls(
  stores: Stores,
  stations: string[],
  begin: number,
  { verdicts, seconds }: StorageBenchInput,
) {
  const now = Date.now()
  const middle = Math.floor(verdicts / 2)
  const times: CallTimes = {
    list: [],
    'older page': [],
    fails: [],
    counts: [],
    'minutes of a day': [],
    'hours of a month': [],
    'overview of a month': [],
    record: [],
  }
  const asks: Record<Exclude<keyof CallTimes, 'record'>, (stationId: string) => Promise<unknown>> = {
    list: (stationId) => stores.verdicts.list({ stationId, limit: 50 }),
    'older page': (stationId) => stores.verdicts.list({ stationId, before: middle, limit: 50 }),
    fails: (stationId) => stores.verdicts.list({ stationId, verdict: 'fail', before: middle, limit: 50 }),
    counts: (stationId) => stores.verdicts.counts(stationId, now - day),
    'minutes of a day': (stationId) => stores.verdicts.series(stationId, now - day, now, 'minute'),
    'hours of a month': (stationId) => stores.verdicts.series(stationId, Math.max(begin, now - 30 * day), now, 'hour'),
    'overview of a month': (stationId) => stores.verdicts.overview(stationId, Math.max(begin, now - 30 * day), now),
  }
  const until = performance.now() + seconds * 1000
  const reading = async () => {
    for (let n = 0; performance.now() < until; n++)
      for (const [name, ask] of Object.entries(asks) as [keyof typeof asks, (stationId: string) => Promise<unknown>][])
        times[name].push((await timed(() => ask(stations[n % stations.length] ?? ''))).ms)
  }
  const recording = async () => {
    for (let n = 0; performance.now() < until; n++) {
      const record = { ...sampleRecord(stations[0] ?? '', n, Date.now()), key: null }
      times.record.push((await timed(() => stores.verdicts.record(record))).ms)
    }
  }
  const watch = watchDelay()
  await Promise.all([reading(), reading(), recording(), recording()])
  const delay = watch.end()
  const spreads = Object.entries(times).map(([name, each]) => [name, spreadOf(each)])
  return { delay, result: Object.fromEntries(spreads) as StorageBench['calls'] }
}

async function commitsPerSecond(stores: Stores, stations: string[], clients: number, each: number): Promise<number> {
  const { ms } = await timed(() =>
    Promise.all(
      Array.from({ length: clients }, async () => {
        for (let n = 0; n < each; n++)
          await stores.verdicts.record({ ...sampleRecord(stations[0] ?? '', 1, Date.now()), key: null })
      }),
    ),
  )
  return (clients * each) / (ms / 1000)
}
