import { readFile } from 'node:fs/promises'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { encodeJpeg, sharpDecoder } from '@nabij/adapters/sharp'
import { randomOf, simulators } from '@nabij/simulators'
import { type Drawn, openRehearsal, openRehearsalPool, type Rehearsal } from '@nabij/vision'
import { labelledSets } from './labelled-sets.ts'
import { shuffled } from './quality/draws.ts'

export interface PromiseBenchInput {
  /** Path of the ONNX graph whose features are used. */
  model: string
  /** Folder of the labelled sets; without it, and where no set has photos enough, only the simulated biscuits are drawn from. */
  data?: string
  /** Numbers of photos taught, how often each is drawn, and how many good biscuits there are to draw from. */
  counts?: number[]
  draws?: number
  biscuits?: number
  /** Names of the sets to draw from; all when left out. */
  sets?: string[]
  /** Good parts that are judged each draw, at most. */
  judge?: number
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
  /** As soon as a row is there. */
  onRow?(row: PromiseRow): void
}

/** What became of the promise over all draws of one number of photos from one set. */
export interface PromiseRow {
  set: string
  photos: number
  draws: number
  /** Share promised without odd photos, and on average. */
  promised: number
  meanPromised: number
  /** Share of good parts really refused, on average. */
  refused: number
  /** Share of the draws in which no more were refused than promised; at least 0.95 is asked. */
  kept: number
  /** Odd photos a draw, on average. */
  odd: number
  /** Good parts that were judged each time. */
  judged: number
  /** What `kept` would be of a promise that is exactly true, with so few parts judged. */
  keptIfExact: number
  /** Largest difference of a limit to that of the exact path, and how much larger a share that refused, where checked. */
  difference: number
  refusedMore: number
}

type Features = Awaited<ReturnType<Rehearsal['features']>>
interface Pool {
  set: string
  pictures: Uint8Array[]
}

const checked = 1
/** Photos judged by the exact path in a draw that is checked, at most. */
const judgedExactly = 60

/**
 * Teaches from photos drawn at random, again and again, and counts how often the promise was true: of the good parts
 * that were not drawn, no larger share scores above the limit than was promised. Features and distances between photos
 * are computed once (openRehearsalPool); for the first draws limit and scores are compared with what `teach` makes.
 */
export async function benchPromise(input: PromiseBenchInput): Promise<PromiseRow[]> {
  const { counts = [20, 59, 5, 149, 299], draws = 200, judge = 302, signal, onProgress, onRow } = input
  const backbone = await readFile(input.model)
  const runtime = onnxRuntime()
  const pools = await poolsOf(input)
  const rehearsal = await openRehearsal(runtime, backbone)
  const rows: PromiseRow[] = []
  try {
    const total = pools.reduce((sum, pool) => sum + countsFor(pool).length * draws, 0)
    let done = 0
    for (const pool of pools) {
      const features = await featuresOf(rehearsal, pool.pictures, signal)
      const rehearsed = await openRehearsalPool(runtime, features)
      for (const n of countsFor(pool)) {
        const judged = judgedFor(n, Math.min(judge, features.length - n))
        const tries: Try[] = []
        for (let draw = 0; draw < draws; draw++) {
          signal?.throwIfAborted()
          const order = shuffled([...features.keys()], randomOf(20_261_125, draw * 1000 + n))
          const [taught, rest] = [order.slice(0, n), order.slice(n, n + judged)]
          const drawn = await rehearsed.draw(taught, rest)
          const difference = draw < checked ? await differenceTo(drawn, taught, rest) : zero
          tries.push({ ...outcomeOf(drawn), ...difference })
          onProgress?.(++done, total)
        }
        const row = rowOf(pool, n, judged, tries)
        onRow?.(row)
        rows.push(row)
      }
      await rehearsed.close()

      /** How far limit and refusals of the exact path are from these. */
      async function differenceTo(drawn: Drawn, taught: number[], rest: number[]): Promise<typeof zero> {
        const pick = (places: number[]) => places.flatMap((place) => features[place] ?? [])
        const exact = await rehearsal.teach(pick(taught))
        const some = rest.slice(0, judgedExactly)
        const scores: number[] = []
        for (let n = 0; n < some.length; n += 16) scores.push(...(await exact.scores(pick(some.slice(n, n + 16)))))
        const limit = exact.limit ?? 1
        const refused = shareAbove(scores, limit) - shareAbove(drawn.scores.slice(0, some.length), drawn.limit ?? 1)
        return { difference: Math.abs(limit - (drawn.limit ?? 1)), refusedMore: refused }
      }
    }
    return rows
  } finally {
    await rehearsal.close()
  }

  function countsFor({ pictures }: Pool): number[] {
    return counts.filter((n) => n <= pictures.length / 2)
  }
}

interface Try {
  promised: number
  refused: number
  odd: number
  difference: number
  refusedMore: number
}
const zero = { difference: 0, refusedMore: 0 }

function outcomeOf({ limit, promise, odd, scores }: Drawn): Omit<Try, keyof typeof zero> {
  return { promised: promise?.atMost ?? 1, refused: shareAbove(scores, limit ?? 1), odd }
}

function shareAbove(scores: number[], limit: number): number {
  return scores.filter((score) => score > limit).length / scores.length
}

/**
 * As many as can be judged so that the promised share of them is just a whole number: otherwise a promise that is true
 * is found broken for want of parts (of 300 judged one in a hundred is three, of 299 two).
 */
function judgedFor(photos: number, most: number): number {
  const share = 1 - 0.05 ** (1 / photos)
  return Math.min(most, Math.ceil(Math.floor(share * most) / share) || most)
}

/**
 * What a promise that is exactly true, with no odd photo, would show with so many judged: the chance that no more than
 * the promised share of them lie above the highest of the taught, when all are alike (any order is as likely).
 */
export function keptIfExact(photos: number, judged: number): number {
  const allowed = Math.floor((1 - 0.05 ** (1 / photos)) * judged + 1e-9)
  let more = 1
  for (let n = 0; n <= allowed; n++) more *= Math.max(0, judged - n) / (judged + photos - n)
  return 1 - more
}

function rowOf({ set }: Pool, photos: number, judged: number, tries: Try[]): PromiseRow {
  const mean = (value: (each: Try) => number) => tries.reduce((sum, each) => sum + value(each), 0) / tries.length
  return {
    set,
    photos,
    draws: tries.length,
    promised: 1 - 0.05 ** (1 / photos),
    meanPromised: mean(({ promised }) => promised),
    refused: mean(({ refused }) => refused),
    kept: mean(({ refused, promised }) => (refused <= promised ? 1 : 0)),
    odd: mean(({ odd }) => odd),
    judged,
    difference: Math.max(...tries.map(({ difference }) => difference)),
    refusedMore: Math.max(...tries.map(({ refusedMore }) => refusedMore)),
    keptIfExact: keptIfExact(photos, judged),
  }
}

/** Simulated biscuits, and magnetic tiles with one photo of each tile: exposures of one tile are not independent. */
async function poolsOf({ data, biscuits = 602, sets }: PromiseBenchInput): Promise<Pool[]> {
  const line = simulators.biscuits.open({ seed: 20_261_125, defectRate: 0, width: 320, height: 240 })
  const pictures: Uint8Array[] = []
  for (let n = 0; n < biscuits; n++) pictures.push(await encodeJpeg(line.next().picture))
  const inOtherLight: Uint8Array[] = []
  for (const [n, picture] of pictures.entries()) inOtherLight.push(n % 20 === 0 ? await darker(picture) : picture)
  const pools = [
    { set: 'biscuits', pictures },
    { set: 'biscuits, odd ones', pictures: inOtherLight },
  ]
  const tiles = data ? (await labelledSets(data)).find(({ name }) => name === 'magnetic tiles') : undefined
  if (tiles?.groups) {
    const { groups } = tiles
    const all = [...tiles.teach, ...tiles.good]
    const one = all.filter((file, n) => all.findIndex((other) => groups.get(other) === groups.get(file)) === n)
    pools.push({ set: 'magnetic tiles', pictures: await Promise.all(one.map((file) => readFile(file))) })
  }
  return pools.filter(({ set }) => !sets || sets.includes(set))
}

/** The same part in less light, from the side. */
async function darker(picture: Uint8Array): Promise<Uint8Array> {
  const { pixels } = await sharpDecoder().decode(picture, 512, 'inside')
  const data = pixels.data.map((value, n) => value * (0.35 + (0.5 * (Math.floor(n / 3) % pixels.width)) / pixels.width))
  return encodeJpeg({ ...pixels, data })
}

async function featuresOf(rehearsal: Rehearsal, pictures: Uint8Array[], signal?: AbortSignal): Promise<Features[]> {
  const decoder = sharpDecoder()
  const all: Features[] = []
  for (const picture of pictures) {
    signal?.throwIfAborted()
    all.push(await rehearsal.features((await decoder.decode(picture, 256)).pixels))
  }
  return all
}
