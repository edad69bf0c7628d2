import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import type { Executor, RecipeFile } from '@nabij/stations'
import type { LabelledSet } from '../labelled-sets.ts'
import { type Machine, thisMachine } from '../machine.ts'
import { drawn } from '../quality/draws.ts'
import { aurocOf, meanOf } from '../quality/intervals.ts'
import { teachFiles } from '../quality/runner.ts'
import { type Spread, spreadOf, timed } from '../spread.ts'
import { type Anomalib, startAnomalib } from './anomalib.ts'
import { pythonEnv } from './python-env.ts'

export interface PeersBenchInput {
  sets: LabelledSet[]
  shots: number
  program: string
  model: string
  /** Folder of peer.py and requirements.txt. */
  peer: string
  /** A Python that has them already; otherwise an environment is made in `cache`. */
  python?: string
  cache: string
  signal?: AbortSignal
  onProgress?(done: number, total: number, set: string): void
}

/** One set, taught and judged by all three in turn, picture by picture. Milliseconds a picture, bytes to map. */
export interface PeersRow {
  set: string
  shots: number
  auroc: { nabij: number; torch: number; openvino: number }
  ms: { nabij: Spread; torch: Spread; openvino: Spread }
  /** Middle of the ratios picture by picture: how many times as long the peer takes. */
  faster: { torch: number; openvino: number }
  /** Pictures a second on all cores. */
  perSecond: { nabij: number; openvino: number }
  teachMs: { nabij: number; anomalib: number }
}

export interface PeersBench {
  machine: Machine
  cores: number
  rows: PeersRow[]
}

const streams = 5

/** nabij beside anomalib's PatchCore: same weights, same layers, same files, same run. */
export async function benchPeers(input: PeersBenchInput): Promise<PeersBench> {
  const { sets, shots, program, model, signal = new AbortController().signal } = input
  const machine = thisMachine()
  const cores = availableParallelism()
  const python = input.python ?? (await pythonEnv(join(input.peer, 'requirements.txt'), input.cache, signal))
  const folder = await mkdtemp(join(tmpdir(), 'nabij-peers-'))
  // As many executors as the box starts, on all cores together; the peer gets all cores as well.
  const executor = startExecutorPool({ program, model, log: () => undefined })
  const anomalib = startAnomalib(python, join(input.peer, 'peer.py'))
  try {
    const rows: PeersRow[] = []
    for (const [index, set] of sets.entries()) {
      input.onProgress?.(index, sets.length, set.name)
      rows.push(await oneSet({ executor, anomalib, folder, cores, signal }, set, drawn(set.teach, shots, 0)))
    }
    input.onProgress?.(sets.length, sets.length, '')
    return { machine, cores, rows }
  } finally {
    anomalib.close()
    await executor.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Both {
  executor: Executor
  anomalib: Anomalib
  folder: string
  cores: number
  signal: AbortSignal
}

async function oneSet(both: Both, set: LabelledSet, files: string[]): Promise<PeersRow> {
  const { executor, anomalib, folder, cores, signal } = both
  // The first lesson pays for loading libraries; the second is the one that counts.
  await anomalib.teach(files.slice(0, 2), cores)
  const theirs = await anomalib.teach(files, cores)
  const ours = await teachFiles(executor, files, { folder, name: 'recipe.onnx' }, signal)
  const pictures = [...set.good, ...set.bad]
  const taken: Taken[] = []
  for (const file of pictures.slice(0, 5)) await inTurn(both, ours.recipe, file)
  for (const file of pictures) {
    signal.throwIfAborted()
    taken.push(await inTurn(both, ours.recipe, file))
  }
  const auroc = (score: (each: Taken) => number) =>
    aurocOf({ good: taken.slice(0, set.good.length).map(score), bad: taken.slice(set.good.length).map(score) })
  const middle = (ratio: (each: Taken) => number) => spreadOf(taken.map(ratio)).p50
  return {
    set: set.name,
    shots: files.length,
    auroc: {
      nabij: auroc((each) => each.nabij.score),
      torch: auroc((each) => each.torch.score),
      openvino: auroc((each) => each.openvino.score),
    },
    ms: {
      nabij: spreadOf(taken.map((each) => each.nabij.ms)),
      torch: spreadOf(taken.map((each) => each.torch.ms)),
      openvino: spreadOf(taken.map((each) => each.openvino.ms)),
    },
    faster: {
      torch: middle((each) => each.torch.ms / each.nabij.ms),
      openvino: middle((each) => each.openvino.ms / each.nabij.ms),
    },
    perSecond: await streamed(both, ours.recipe, pictures),
    teachMs: { nabij: ours.ms, anomalib: theirs.ms },
  }
}

type Taken = Record<'nabij' | 'torch' | 'openvino', { ms: number; score: number }>

async function inTurn({ executor, anomalib }: Both, recipe: RecipeFile, file: string): Promise<Taken> {
  const picture = await readFile(file)
  const { ms, result } = await timed(() => executor.inspect(recipe, picture))
  return {
    nabij: { ms, score: result.score },
    torch: await anomalib.judge('torch', file),
    openvino: await anomalib.judge('openvino', file),
  }
}

/** All pictures as fast as they go, in turns. */
async function streamed({ executor, anomalib, cores }: Both, recipe: RecipeFile, files: string[]) {
  const pictures = await Promise.all(files.map((file) => readFile(file)))
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < streams; turn++) {
    const waiting = [...pictures]
    const feed = async () => {
      for (let picture = waiting.pop(); picture; picture = waiting.pop()) await executor.inspect(recipe, picture)
    }
    const { ms } = await timed(() => Promise.all(Array.from({ length: 3 * cores }, feed)))
    if (turn > 0) ours.push((1000 * files.length) / ms)
    const other = await anomalib.stream(files, cores)
    if (turn > 0) theirs.push((1000 * files.length) / other.ms)
  }
  return { nabij: meanOf(ours), openvino: meanOf(theirs) }
}
