import { type Machine, thisMachine } from '../machine.ts'
import { type Spread, spreadOf, timed } from '../spread.ts'
import { ask, type Question } from './ask.ts'
import { type Peer, startPeers } from './peer-servers.ts'
import { questions } from './questions.ts'
import { model, startTaughtBox, type TaughtBox } from './taught-box.ts'

export interface DialectsBenchInput {
  /** Path of the `nabij` command. */
  command: string
  /** Good ones to teach, and what is asked about. */
  teach: Uint8Array[]
  pictures: Uint8Array[]
  rounds?: number
  /** Pictures in each stream of eight clients. */
  streamed?: number
  /** Folder of what is measured beside it, and where its environments are kept; left out: only nabij. */
  peers?: { folder: string; cache: string }
  signal: AbortSignal
  onProgress?(done: number, total: number): void
}

/** From asking until the whole answer is there, by one client alone; milliseconds. */
export interface DialectRow {
  /** The station's own route, a dialect of the box, or a dialect of another server. */
  server: 'station' | 'nabij' | Peer['name']
  dialect: string
  ms: Spread
  /** Less the station's own route in the same round: the middle, and where it lies in 95 of 100 such runs. */
  over: { p50: number; low: number; high: number } | null
  /** Pictures a second by eight clients at once. */
  perSecond: number
}

export interface DialectsBench {
  machine: Machine
  rounds: number
  streamed: number
  rows: DialectRow[]
  missing: { name: Peer['name']; reason: string }[]
}

const clients = 8
const warmUp = 5
const streams = 2
const usual = { rounds: 200, streamed: 120 }

interface Way {
  server: DialectRow['server']
  dialect: string
  question(picture: Uint8Array): Promise<Question>
}

/** What each dialect adds to the way to a station, beside servers that only answer in a dialect. */
export async function benchDialects(input: DialectsBenchInput): Promise<DialectsBench> {
  const { pictures, signal, rounds = usual.rounds, streamed = usual.streamed } = input
  const machine = thisMachine()
  const box = await startTaughtBox(input.command, input.teach, signal)
  const { peers, missing } = input.peers
    ? await startPeers(input.peers.folder, input.peers.cache, signal)
    : { peers: [], missing: [] }
  try {
    const ways = [...ofBox(box), ...peers.flatMap(ofPeer)]
    const times = ways.map((): number[] => [])
    const each = Array.from({ length: warmUp + rounds }, (_, round) => round)
    for (const round of each) {
      signal.throwIfAborted()
      input.onProgress?.(round, each.length + streams * ways.length)
      const picture = pictures[round % pictures.length] ?? new Uint8Array()
      // Each is first as often as the others: what one leaves behind in the caches is not always the next one's.
      for (let n = 0; n < ways.length; n++) {
        const at = (n + round) % ways.length
        const ms = await time(ways[at], picture)
        if (round >= warmUp) times[at]?.push(ms)
      }
    }
    const perSecond = ways.map((): number[] => [])
    for (let turn = 0; turn < streams; turn++)
      for (const [at, way] of ways.entries()) {
        signal.throwIfAborted()
        input.onProgress?.(each.length + turn * ways.length + at, each.length + streams * ways.length)
        perSecond[at]?.push(await stream(way, pictures, streamed))
      }
    const own = times[0] ?? []
    const rows = ways.map(({ server, dialect }, at) => ({
      server,
      dialect,
      ms: spreadOf(times[at] ?? []),
      over: server === 'nabij' ? middleOf((times[at] ?? []).map((ms, n) => ms - (own[n] ?? 0))) : null,
      perSecond: spreadOf(perSecond[at] ?? []).mean,
    }))
    return { machine, rounds, streamed, rows, missing }
  } finally {
    for (const peer of peers) await peer.stop()
    await box.stop()
  }
}

function ofBox({ address, stationId, routes }: TaughtBox): Way[] {
  const url = `${address}/api/v1/stations/${stationId}/frames`
  const headers = { 'content-type': 'image/jpeg' }
  const own: Way = { server: 'station', dialect: 'API', question: async (body) => ({ url, headers, body }) }
  const others = [...routes].flatMap(([dialect, { base, key }]): Way[] => {
    const how = questions[dialect]
    return how ? [{ server: 'nabij', dialect, question: (picture) => how(base, model, key, picture) }] : []
  })
  return [own, ...others]
}

function ofPeer({ name, asks, base }: Peer): Way[] {
  const key = { accessKey: 'AKIAIOSFODNN7EXAMPLE', secret: 'any', key: 'any' }
  return Object.entries(asks).map(([dialect, how]) => ({
    server: name,
    dialect,
    question: (picture) => how(base, model, key, picture),
  }))
}

/** Making the question is the client's work: a signature is made before the clock starts. */
async function time(way: Way | undefined, picture: Uint8Array): Promise<number> {
  if (!way) return Number.NaN
  const question = await way.question(picture)
  return (await timed(() => ask(question))).ms
}

async function stream({ question }: Way, pictures: Uint8Array[], count: number): Promise<number> {
  const all = Array.from({ length: count }, (_, n) => pictures[n % pictures.length] ?? new Uint8Array())
  const waiting = await Promise.all(all.map(question))
  const feed = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await ask(next)
  }
  const { ms } = await timed(() => Promise.all(Array.from({ length: clients }, feed)))
  return (1000 * count) / ms
}

/** With the ranks between which the middle of all such differences lies in 95 of 100 runs (binomial). */
export function middleOf(differences: readonly number[]): { p50: number; low: number; high: number } {
  const sorted = differences.toSorted((a, b) => a - b)
  const half = 0.98 * Math.sqrt(sorted.length)
  const at = (rank: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(rank)))] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    p50: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor(middle - half)),
    high: at(Math.ceil(middle + half)),
  }
}
