import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import type { RecipeFacts } from '@nabij/base'
import type { Inspection } from '@nabij/stations'
import { evaluate } from '@nabij/vision'
import type { LabelledSet } from '../labelled-sets.ts'
import { type Machine, thisMachine } from '../machine.ts'
import { type Spread, spreadOf } from '../spread.ts'
import { openBaselines } from './baselines.ts'
import { type Controls, controlsOf } from './controls.ts'
import { drawn } from './draws.ts'
import { meanAuroc, meanOf, type Scores } from './intervals.ts'
import { pixelFigures } from './pixels.ts'
import { type Bench, judgeFiles, teachFiles } from './runner.ts'

export interface QualityBenchInput {
  sets: LabelledSet[]
  /** Good photos taught; 'all' is as many as there are. */
  shots: (number | 'all')[]
  /** Draws of each; where all are taught there is only one. */
  seeds: number
  /** Paths of the executor program and of the ONNX graph whose features are used. */
  program: string
  model: string
  signal?: AbortSignal
  onProgress?(done: number, total: number, set: string): void
}

/** One set with so many shots: means over the draws. Shares are 0 to 1, times milliseconds. */
export interface QualityRow {
  set: string
  /** Mean AUROC that must be reached with 20 shots; null where none was set. */
  asked: number | null
  shots: number
  draws: number
  good: number
  bad: number
  /** How the recipes judged, most often. */
  mode: RecipeFacts['mode']
  located: RecipeFacts['located']
  auroc: { mean: number; low: number; high: number; worst: number }
  /** Null where no masks are. */
  pixelAuroc: number | null
  pro: number | null
  /** At the limit that the good photos gave; null with one photo, which gives none. */
  falseAlarms: number | null
  misses: number | null
  /** At most this share of good parts was promised to be refused, on average. */
  promised: number | null
  teachMs: number
  ms: { decode: Spread; locate: Spread; model: Spread; total: Spread }
  /** AUROC of what has learned nothing. */
  meanImage: number
  brightness: number
}

export interface QualityBench {
  machine: Machine
  rows: QualityRow[]
  controls: Controls[]
  /** Resident memory of a process that judges, with one recipe of twenty photos, after 200 pictures; and its peak. Bytes. */
  memory: { afterwards: number; peak: number }
}

/** Teaches a few good photos of each set and judges its test part, through an executor as the box does. */
export async function benchQuality(input: QualityBenchInput): Promise<QualityBench> {
  const { sets, shots, seeds, program, model, onProgress, signal = new AbortController().signal } = input
  const machine = thisMachine()
  const folder = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  const executor = startExecutorPool({ program, executors: 1, model, log: () => undefined })
  const rows: QualityRow[] = []
  const controls: Controls[] = []
  try {
    const total = sets.reduce((sum, set) => sum + plan(set).reduce((all, each) => all + each.draws, 1), 0)
    let done = 0
    for (const set of sets) {
      const step = () => onProgress?.(++done, total, set.name)
      const baselines = openBaselines()
      let known: Scores | null = null
      for (const { count, draws } of plan(set)) {
        const taken: Draw[] = []
        for (let seed = 0; seed < draws; seed++) {
          taken.push(await oneDraw({ executor, folder, signal }, set, drawn(set.teach, count, seed), baselines))
          step()
        }
        if (count === controlled(set)) known = taken[0]?.scores ?? null
        rows.push(await rowOf(set, count, taken))
      }
      controls.push(await controlsOf({ executor, folder, signal }, set, drawn(set.teach, controlled(set), 0), known))
      step()
    }
    return { machine, rows, controls, memory: await memoryOf(input, folder) }
  } finally {
    await executor.stop()
    await rm(folder, { recursive: true, force: true })
  }

  /** Each number of shots once, also when 'all' or too many come to the same. */
  function plan(set: LabelledSet): { count: number; draws: number }[] {
    const counts = shots.map((each) => Math.min(each === 'all' ? Number.POSITIVE_INFINITY : each, set.teach.length))
    return [...new Set(counts)].map((count) => ({ count, draws: count >= set.teach.length ? 1 : seeds }))
  }
}

/** Photos taught for the controls. */
function controlled({ teach }: LabelledSet): number {
  return Math.min(20, teach.length)
}

interface Draw {
  facts: RecipeFacts
  scores: Scores
  answers: { good: Inspection[]; bad: Inspection[] }
  teachMs: number
  baselines: Awaited<ReturnType<ReturnType<typeof openBaselines>>>
}

async function oneDraw(
  { executor, folder, signal }: Bench,
  set: LabelledSet,
  files: string[],
  baselines: ReturnType<typeof openBaselines>,
): Promise<Draw> {
  const { recipe, facts, ms } = await teachFiles(executor, files, { folder, name: 'recipe.onnx' }, signal)
  const good = await judgeFiles(executor, recipe, set.good, signal)
  const bad = await judgeFiles(executor, recipe, set.bad, signal)
  const scores = { good: good.map(({ score }) => score), bad: bad.map(({ score }) => score) }
  return { facts, scores, answers: { good, bad }, teachMs: ms, baselines: await baselines(files, set) }
}

async function rowOf(set: LabelledSet, shots: number, draws: Draw[]): Promise<QualityRow> {
  const rates = draws.map(({ scores, facts }) => evaluate(scores.good, scores.bad, facts.limit))
  const answers = draws.flatMap(({ answers }) => [...answers.good, ...answers.bad])
  const pixels = await Promise.all(draws.map(({ answers }) => pixelFigures(set, answers)))
  const interval = meanAuroc(draws.map(({ scores }) => scores))
  return {
    set: set.name,
    asked: set.asked,
    shots,
    draws: draws.length,
    good: set.good.length,
    bad: set.bad.length,
    mode: mostOften(draws.map(({ facts }) => facts.mode)),
    located: mostOften(draws.map(({ facts }) => facts.located)),
    auroc: { ...interval, worst: Math.min(...rates.map(({ auroc }) => auroc ?? Number.NaN)) },
    pixelAuroc: meanOrNull(pixels.map((each) => each?.auroc ?? null)),
    pro: meanOrNull(pixels.map((each) => each?.pro ?? null)),
    falseAlarms: meanOrNull(rates.map(({ falseAlarmRate }) => falseAlarmRate)),
    misses: meanOrNull(rates.map(({ missRate }) => missRate)),
    promised: meanOrNull(draws.map(({ facts }) => facts.promise?.atMost ?? null)),
    teachMs: meanOf(draws.map(({ teachMs }) => teachMs)),
    ms: {
      decode: spreadOf(answers.map(({ ms }) => ms.decode)),
      locate: spreadOf(answers.map(({ ms }) => ms.locate)),
      model: spreadOf(answers.map(({ ms }) => ms.model)),
      total: spreadOf(answers.map(({ ms }) => ms.total)),
    },
    meanImage: meanAuroc(draws.map(({ baselines }) => baselines.meanImage)).mean,
    brightness: meanAuroc(draws.map(({ baselines }) => baselines.brightness)).mean,
  }
}

/** Null as soon as one is: a mean over some of the draws would be a figure of something else. */
function meanOrNull(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === values.length && known.length > 0 ? meanOf(known) : null
}

function mostOften<T>(values: T[]): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return best as T
}

/** An executor of its own: what others have taught and judged before leaves traces in theirs. */
async function memoryOf(
  { sets, program, model, signal }: QualityBenchInput,
  folder: string,
): Promise<QualityBench['memory']> {
  const executor = startExecutorPool({ program, executors: 1, model, log: () => undefined })
  try {
    const [set] = sets
    if (!set) return { afterwards: 0, peak: 0 }
    const files = drawn(set.teach, 20, 0)
    const { recipe } = await teachFiles(
      executor,
      files,
      { folder, name: 'memory.onnx' },
      signal ?? new AbortController().signal,
    )
    for (let n = 0; n < 200; n++) {
      signal?.throwIfAborted()
      await executor.inspect(recipe, await readFile(files[n % files.length] ?? ''))
    }
    // It says so twice a second.
    await delay(1100)
    const { residentBytes, peakBytes } = executor.status()
    return { afterwards: residentBytes, peak: peakBytes }
  } finally {
    await executor.stop()
  }
}
