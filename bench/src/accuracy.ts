import { readFile } from 'node:fs/promises'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { sharpDecoder } from '@nabij/adapters/sharp'
import { randomOf } from '@nabij/simulators'
import { type Evaluation, evaluate, type Fit, openRecipe, type Pixels, teach } from '@nabij/vision'
import { type LabelledSet, labelledSets } from './labelled-sets.ts'

export interface AccuracyBenchInput {
  /** Folder of the labelled sets (see labelled-sets.ts); those that are not there are left out. */
  data: string
  /** Path of the ONNX graph whose features are used. */
  model: string
  /** Photos taught (all when there are fewer), and how often they are drawn anew. */
  taught?: number
  draws?: number
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

export interface AccuracyDraw extends Evaluation {
  auroc: number
  falseAlarmRate: number
  missRate: number
  mode: 'still' | 'turned' | 'rotating'
  /** Good photos taught. */
  taught: number
  oddOnes: number
  /** AUROC of the plainest method there is: the distance to the mean of the taught photos, pixel by pixel. */
  meanImageAuroc: number
  teachMs: number
}

export interface AccuracyRow {
  set: string
  /** AUROC that must be reached on average; null where none was set. */
  asked: number | null
  draws: AccuracyDraw[]
}

const side = 256
/** Sets of which nothing is asked are only looked at: they are larger, and this is enough. */
const mostUnasked = 3

/** Teaches from a few good photos of each labelled set and judges the set's test part, several draws each. */
export async function benchAccuracy(input: AccuracyBenchInput): Promise<AccuracyRow[]> {
  const { draws = 10, taught = 20, onProgress, signal } = input
  const sets = await labelledSets(input.data)
  const backbone = await readFile(input.model)
  const rows: AccuracyRow[] = []
  const total = sets.reduce((sum, set) => sum + drawsOf(set), 0)
  let ready = 0
  for (const set of sets) {
    const done: AccuracyDraw[] = []
    const picture = decodedOnce()
    for (let draw = 0; draw < drawsOf(set); draw++) {
      signal?.throwIfAborted()
      done.push(await oneDraw(set, chosen(set.teach, taught, draw), backbone, picture))
      onProgress?.(++ready, total)
    }
    rows.push({ set: set.name, asked: set.asked, draws: done })
  }
  return rows

  /** Where all photos are taught there is only one way to draw them. */
  function drawsOf({ teach, asked }: LabelledSet): number {
    if (taught >= teach.length) return 1
    return asked === null ? Math.min(draws, mostUnasked) : draws
  }
}

async function oneDraw(
  set: LabelledSet,
  files: string[],
  backbone: Uint8Array,
  picture: Decode,
): Promise<AccuracyDraw> {
  const runtime = onnxRuntime()
  const photos = files.map((file) => ({ load: () => readFile(file) }))
  const begin = performance.now()
  const { onnx, facts } = await teach({ photos, decoder: sharpDecoder(), runtime, backbone })
  const teachMs = performance.now() - begin
  const recipe = await openRecipe(onnx, runtime)
  const score = async (file: string) =>
    (await recipe.judge(await picture(file, recipe.decoding.size, recipe.decoding.fit))).score
  const result = evaluate(await each(set.good, score), await each(set.bad, score), facts.limit)
  await recipe.close()
  const mean = meanOf(await each(files, (file) => picture(file, side)))
  const far = async (file: string) => distance(await picture(file, side), mean)
  return {
    ...result,
    auroc: result.auroc ?? Number.NaN,
    falseAlarmRate: result.falseAlarmRate ?? Number.NaN,
    missRate: result.missRate ?? Number.NaN,
    mode: facts.mode,
    taught: facts.photos,
    oddOnes: facts.oddOnes.length,
    meanImageAuroc: evaluate(await each(set.good, far), await each(set.bad, far), null).auroc ?? Number.NaN,
    teachMs,
  }
}

type Decode = (file: string, size: number, fit?: Fit) => Promise<Pixels>

/** Draws share their test pictures: each is decoded once a size. */
function decodedOnce(): Decode {
  const kept = new Map<string, Promise<Pixels>>()
  return (file, size, fit = 'fill') => {
    const key = `${size} ${fit} ${file}`
    const pixels =
      kept.get(key) ?? readFile(file).then(async (bytes) => (await sharpDecoder().decode(bytes, size, fit)).pixels)
    kept.set(key, pixels)
    return pixels
  }
}

/** The same photos for the same draw. */
function chosen(files: string[], count: number, draw: number): string[] {
  const random = randomOf(20_261_125, draw)
  const keyed = files.map((file) => ({ file, key: random.next() }))
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ file }) => file)
}

function meanOf(pictures: Pixels[]): Float64Array {
  const mean = new Float64Array(side * side * 3)
  for (const { data } of pictures) for (let n = 0; n < mean.length; n++) mean[n] = (mean[n] ?? 0) + (data[n] ?? 0)
  return mean.map((sum) => sum / pictures.length)
}

function distance({ data }: Pixels, mean: Float64Array): number {
  return mean.reduce((sum, value, n) => sum + ((data[n] ?? 0) - value) ** 2, 0)
}

async function each<From, To>(items: From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const done: To[] = []
  for (const item of items) done.push(await work(item))
  return done
}
