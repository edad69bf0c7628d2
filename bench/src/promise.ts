import { readFile } from 'node:fs/promises'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { encodeJpeg, sharpDecoder } from '@nabij/adapters/sharp'
import { randomOf, simulators } from '@nabij/simulators'
import { openRehearsal, type Rehearsal, teach } from '@nabij/vision'
import { labelledSets } from './labelled-sets.ts'

export interface PromiseBenchInput {
  /** Path of the ONNX graph whose features are used. */
  model: string
  /** Folder of the labelled sets; without it, and where no set has photos enough, only the simulated biscuits are drawn from. */
  data?: string
  /** Numbers of photos taught, how often each is drawn, and how many good biscuits there are to draw from. */
  counts?: number[]
  draws?: number
  biscuits?: number
  /** Good parts that are judged each draw, at most. */
  judge?: number
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
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
  /** Largest difference of a limit to that of `teach` on the same photos, over the draws that were checked. */
  difference: number
}

type Features = Awaited<ReturnType<Rehearsal['features']>>
interface Pool {
  set: string
  pictures: Uint8Array[]
}

const checked = 2

/**
 * Teaches from photos drawn at random, again and again, and counts how often the promise was true: of the good parts
 * that were not drawn, no larger share scores above the limit than was promised. Features are computed once; for the
 * first draws the limit is compared with that of `teach`.
 */
export async function benchPromise(input: PromiseBenchInput): Promise<PromiseRow[]> {
  const { counts = [5, 20, 59, 149, 299], draws = 200, judge = 300, signal, onProgress } = input
  const backbone = await readFile(input.model)
  const runtime = onnxRuntime()
  const pools = await poolsOf(input)
  const rehearsal = await openRehearsal(runtime, backbone)
  const rows: PromiseRow[] = []
  try {
    const runs = pools.flatMap((pool) => counts.filter((n) => n <= pool.pictures.length / 2).map((n) => ({ pool, n })))
    let done = 0
    const known = new Map<Pool, Features[]>()
    for (const { pool, n } of runs) {
      const features = known.get(pool) ?? (await featuresOf(rehearsal, pool.pictures, signal))
      known.set(pool, features)
      const tries: Try[] = []
      for (let draw = 0; draw < draws; draw++) {
        signal?.throwIfAborted()
        const order = shuffled(features.length, draw * 1000 + n)
        const taught = order.slice(0, n)
        const outcome = await oneDraw(rehearsal, features, taught, order.slice(n, n + judge))
        const difference = draw < checked ? Math.abs(outcome.limit - (await limitOfTeach(pool, taught, backbone))) : 0
        tries.push({ ...outcome, difference })
        onProgress?.(++done, runs.length * draws)
      }
      rows.push(rowOf(pool, n, Math.min(judge, features.length - n), tries))
    }
    return rows
  } finally {
    await rehearsal.close()
  }
}

interface Try {
  limit: number
  promised: number
  refused: number
  odd: number
  difference: number
}

async function oneDraw(
  rehearsal: Rehearsal,
  features: Features[],
  taught: number[],
  rest: number[],
): Promise<Omit<Try, 'difference'>> {
  const pick = (places: number[]) => places.flatMap((place) => features[place] ?? [])
  const { limit, promise, odd, scores } = await rehearsal.teach(pick(taught))
  const judged: number[] = []
  for (let n = 0; n < rest.length; n += 16) judged.push(...(await scores(pick(rest.slice(n, n + 16)))))
  const above = limit ?? 1
  return {
    limit: above,
    promised: promise?.atMost ?? 1,
    refused: judged.filter((score) => score > above).length / judged.length,
    odd,
  }
}

async function limitOfTeach({ pictures }: Pool, taught: number[], backbone: Uint8Array): Promise<number> {
  const photos = taught.map((place) => ({ load: async () => pictures[place] ?? new Uint8Array() }))
  const { facts } = await teach({ photos, decoder: sharpDecoder(), runtime: onnxRuntime(), backbone })
  return facts.limit ?? 1
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
  }
}

/** Simulated biscuits, and magnetic tiles with one photo of each tile: exposures of one tile are not independent. */
async function poolsOf({ data, biscuits = 700 }: PromiseBenchInput): Promise<Pool[]> {
  const line = simulators.biscuits.open({ seed: 20_261_125, defectRate: 0, width: 320, height: 240 })
  const pictures: Uint8Array[] = []
  for (let n = 0; n < biscuits; n++) pictures.push(await encodeJpeg(line.next().picture))
  const pools = [{ set: 'biscuits', pictures }]
  const tiles = data ? (await labelledSets(data)).find(({ name }) => name === 'magnetic tiles') : undefined
  if (tiles?.groups) {
    const { groups } = tiles
    const all = [...tiles.teach, ...tiles.good]
    const one = all.filter((file, n) => all.findIndex((other) => groups.get(other) === groups.get(file)) === n)
    pools.push({ set: 'magnetic tiles', pictures: await Promise.all(one.map((file) => readFile(file))) })
  }
  return pools
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

function shuffled(count: number, seed: number): number[] {
  const random = randomOf(20_261_125, seed)
  const keyed = Array.from({ length: count }, (_, place) => ({ place, key: random.next() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ place }) => place)
}
