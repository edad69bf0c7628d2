import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { sharpDecoder } from '@nabij/adapters/sharp'
import type { RecipeFacts } from '@nabij/base'
import type { Executor, RecipeFile } from '@nabij/stations'
import type { Model } from '@nabij/vision'
import { type Machine, thisMachine } from './machine.ts'
import { teachFiles } from './quality/runner.ts'
import { type Spread, spreadOf, timed } from './spread.ts'

export interface SpeedBenchInput {
  /** Compressed pictures: the first `teach` are taught from, and all are judged in turn. */
  pictures: Uint8Array[]
  teach: number
  /** Paths of the executor program and of the ONNX graph whose features are used. */
  program: string
  model: string
  /** Pictures timed one by one, and as many in a stream. */
  rounds?: number
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

/** What one executor does with a picture, beside what its parts take when nothing is in between. Milliseconds. */
export interface SpeedBench {
  machine: Machine
  facts: RecipeFacts
  /** Of the first picture. */
  picture: { width: number; height: number; bytes: number }
  rounds: number
  decode: Spread
  /** The features only. */
  model: Spread
  /** The whole graph of the recipe, less the features. */
  search: Spread
  /** Decode, model and search, picture by picture. */
  sum: Spread
  /** Through the port: to the executor and back, with regions and the map as PNG. */
  total: Spread
  /** Total less sum, picture by picture. */
  distance: Spread & { allowed: number; kept: boolean }
  throughput: {
    perSecond: number
    slowest: 'decode' | 'graph'
    /** What the slowest stage does a second when it has nothing to wait for. */
    possible: number
    share: number
    asked: number
    kept: boolean
  }
}

/** One thread for the model, here and there: with more, the parts would take the cores from one another. */
const threads = 1
/** The part of the latency that is ours may be this long, and this share of what is possible must be reached. */
const allowedMs = 3
const askedShare = 0.9
/** Single pictures and streams take turns, so that a machine that slows down slows both. */
const blocks = 5

/** Teaches a recipe, then times decoder and graphs in this process and an executor beside it, with the same pictures. */
export async function benchSpeed(input: SpeedBenchInput): Promise<SpeedBench> {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  const executor = startExecutorPool({
    program: input.program,
    executors: 1,
    threads,
    model: input.model,
    log: () => undefined,
  })
  try {
    return await measure(input, executor, folder)
  } finally {
    await executor.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(input: SpeedBenchInput, executor: Executor, folder: string): Promise<SpeedBench> {
  const { pictures, signal = new AbortController().signal, rounds = 200 } = input
  const machine = thisMachine()
  const files: string[] = []
  for (const [index, picture] of pictures.slice(0, input.teach).entries()) {
    const path = join(folder, `${index}`)
    await writeFile(path, picture)
    files.push(path)
  }
  const { recipe, facts } = await teachFiles(executor, files, { folder, name: 'recipe.onnx' }, signal)
  const parts = await openParts(input.model, recipe, facts)
  const single: Single[] = []
  const stream: number[] = []
  const perBlock = Math.ceil(rounds / blocks)
  const at = (n: number) => pictures[n % pictures.length] as Uint8Array

  for (let n = 0; n < 10; n++) await one(parts, executor, recipe, at(n))
  for (let block = 0; block < blocks; block++) {
    for (let n = 0; n < perBlock; n++) {
      signal.throwIfAborted()
      single.push(await one(parts, executor, recipe, at(n)))
      input.onProgress?.(block * perBlock + n + 1, blocks * perBlock)
    }
    stream.push(
      ...(await streamTimes(
        executor,
        recipe,
        Array.from({ length: perBlock }, (_, n) => at(n)),
      )),
    )
  }
  const { width, height } = await executor.examine(at(0))
  const picture = { width, height, bytes: at(0).length }
  return { machine, facts, picture, rounds: single.length, ...resultOf(single, stream) }
}

/** The parts of an inspection, each to be run alone. */
interface Parts {
  decode(picture: Uint8Array): Promise<Uint8Array>
  features(pixels: Uint8Array): Promise<unknown>
  graph(pixels: Uint8Array): Promise<unknown>
}

async function openParts(modelPath: string, recipe: RecipeFile, { size }: RecipeFacts): Promise<Parts> {
  const runtime = onnxRuntime(threads)
  const decoder = sharpDecoder()
  const [features, graph] = [
    await runtime.load(await readFile(modelPath)),
    await runtime.load(await readFile(recipe.path)),
  ]
  const run = (model: Model) => (data: Uint8Array) =>
    model.run({ pixels: { type: 'uint8', dims: [1, size, size, 3], data } })
  return {
    decode: async (picture) => (await decoder.decode(picture, size)).pixels.data,
    features: run(features),
    graph: run(graph),
  }
}

interface Single {
  decode: number
  features: number
  graph: number
  total: number
}

async function one(parts: Parts, executor: Executor, recipe: RecipeFile, picture: Uint8Array): Promise<Single> {
  const total = await timed(() => executor.inspect(recipe, picture))
  const decode = await timed(() => parts.decode(picture))
  const features = await timed(() => parts.features(decode.result))
  const graph = await timed(() => parts.graph(decode.result))
  return { decode: decode.ms, features: features.ms, graph: graph.ms, total: total.ms }
}

/** Milliseconds per picture while always three are under way: one is judged, one decoded, one waits. */
async function streamTimes(executor: Executor, recipe: RecipeFile, pictures: Uint8Array[]): Promise<number[]> {
  const waiting = [...pictures]
  const start = performance.now()
  const feed = async () => {
    for (let picture = waiting.pop(); picture; picture = waiting.pop()) await executor.inspect(recipe, picture)
  }
  await Promise.all([feed(), feed(), feed()])
  return pictures.map(() => (performance.now() - start) / pictures.length)
}

function resultOf(
  single: Single[],
  stream: number[],
): Pick<SpeedBench, 'decode' | 'model' | 'search' | 'sum' | 'total' | 'distance' | 'throughput'> {
  const spread = (of: (times: Single) => number) => spreadOf(single.map(of))
  const [decode, graph] = [spread((times) => times.decode), spread((times) => times.graph)]
  const distance = spread((times) => times.total - times.decode - times.graph)
  const possible = 1000 / Math.max(decode.mean, graph.mean)
  const perSecond = 1000 / spreadOf(stream).mean
  const share = perSecond / possible
  return {
    decode,
    model: spread((times) => times.features),
    search: spread((times) => times.graph - times.features),
    sum: spread((times) => times.decode + times.graph),
    total: spread((times) => times.total),
    distance: { ...distance, allowed: allowedMs, kept: distance.p50 <= allowedMs },
    throughput: {
      perSecond,
      slowest: decode.mean > graph.mean ? 'decode' : 'graph',
      possible,
      share,
      asked: askedShare,
      kept: share >= askedShare,
    },
  }
}
