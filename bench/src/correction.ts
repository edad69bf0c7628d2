import { hash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { usualSettings } from '@nabij/base'
import type { Executor, MarkedPhoto, RecipeFile } from '@nabij/stations'
import { type Machine, thisMachine } from './machine.ts'
import { type Spread, spreadOf, timed } from './spread.ts'

export interface CorrectionBenchInput {
  good: Uint8Array[]
  bad: Uint8Array[]
  /** The first so many good ones are taught; all are marked. */
  teach: number
  corrections?: number
  program: string
  model: string
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

/** Milliseconds from a person's word to a new version that is on disk and has been opened. */
export interface CorrectionBench {
  machine: Machine
  marked: number
  corrections: number
  /** The first look at all marked pictures, of which no features were known. */
  firstLook: number
  /** The version made, all marked pictures checked, written, synced and moved. */
  correct: Spread & { max: number }
  /** The first picture judged with it, opening included. */
  open: Spread & { max: number }
  total: Spread & { max: number; allowed: number; kept: boolean }
  /** Corrections after which the corrected picture came out as said. */
  followed: number
  /** Resident memory of an executor with one recipe, in MB; null where the system does not say. */
  executorMb: number | null
}

const allowedMs = 1000

export async function benchCorrection(input: CorrectionBenchInput): Promise<CorrectionBench> {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  const { program, model } = input
  const executor = startExecutorPool({
    program,
    executors: 1,
    model,
    cache: join(folder, 'cache'),
    log: () => undefined,
  })
  try {
    return await measure(input, executor, folder)
  } finally {
    await executor.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(input: CorrectionBenchInput, executor: Executor, folder: string): Promise<CorrectionBench> {
  const { signal = new AbortController().signal, corrections = 20 } = input
  const good = await stored(input.good, 'good', folder)
  const bad = await stored(input.bad, 'bad', folder)
  const marked = [...good, ...bad]
  const path = join(folder, 'base.onnx')
  const lesson = { photos: good.slice(0, input.teach), locate: usualSettings.locate }
  const facts = await executor.teach(lesson, path, () => undefined, signal)
  const base = await fileOf(path)
  await executor.inspect(base, input.good[0] as Uint8Array)
  const executorMb = await largestChildMb()
  const first = await timed(() => executor.check(base, marked))
  const scores = new Map(first.result.map(({ id, score }) => [id, score ?? 0]))
  const limit = facts.limit ?? 1
  // Mistakes first, then what is nearest to one.
  const wrong = ({ id, label }: MarkedPhoto) => ((scores.get(id) ?? 0) - limit) * (label === 'good' ? 1 : -1)
  const words = marked
    .filter(({ id }) => !lesson.photos.some((photo) => photo.id === id))
    .sort((a, b) => wrong(b) - wrong(a))
  const times: { correct: number; open: number }[] = []
  let followed = 0
  for (let n = 1; n <= corrections; n++) {
    signal.throwIfAborted()
    const out = join(folder, `${n}.onnx`)
    const made = await timed(() => executor.correct({ base, corrections: words.slice(0, n), marked }, out))
    const file = await fileOf(out)
    const word = words[n - 1] as MarkedPhoto
    const picture = await readFile(word.path)
    const judged = await timed(() => executor.inspect(file, picture))
    if (judged.result.score > limit === (word.label === 'bad')) followed++
    times.push({ correct: made.ms, open: judged.ms })
    input.onProgress?.(n, corrections)
  }
  const spread = (of: (time: { correct: number; open: number }) => number) => ({
    ...spreadOf(times.map(of)),
    max: Math.max(...times.map(of)),
  })
  const total = spread(({ correct, open }) => correct + open)
  return {
    machine: thisMachine(),
    marked: marked.length,
    corrections,
    firstLook: first.ms,
    correct: spread(({ correct }) => correct),
    open: spread(({ open }) => open),
    total: { ...total, allowed: allowedMs, kept: total.max <= allowedMs },
    followed,
    executorMb,
  }
}

function stored(pictures: Uint8Array[], label: 'good' | 'bad', folder: string): Promise<MarkedPhoto[]> {
  return Promise.all(
    pictures.map(async (picture, n) => {
      const path = join(folder, `${label}-${n}`)
      await writeFile(path, picture)
      return { id: `${label}-${n}`, path, label, kind: null }
    }),
  )
}

async function fileOf(path: string): Promise<RecipeFile> {
  return { path, sha256: hash('sha256', await readFile(path)) }
}

/** Only Linux says so. */
async function largestChildMb(): Promise<number | null> {
  try {
    const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8')
    const sizes = await Promise.all(
      children
        .trim()
        .split(' ')
        .map(async (pid) => {
          const status = await readFile(`/proc/${pid}/status`, 'utf8')
          return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
        }),
    )
    return Math.max(...sizes)
  } catch {
    return null
  }
}
