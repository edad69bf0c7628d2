import type { Learned, Whitening } from '../graph/recipe-graph.ts'
import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import type { ModelProto } from '../onnx/proto.ts'
import type { Pixels } from '../picture.ts'
import { evenBank, rareBank, rowsOf } from './bank.ts'
import { type Allowance, allowancesOf, noAllowance } from './branch-score.ts'
import {
  branchScores,
  foldMoments,
  localDistances,
  type Own,
  ownScores,
  semanticDistances,
  type Watch,
} from './calibrate.ts'
import { openFeatures } from './features-model.ts'
import { whiteningOf } from './moments.ts'
import { scalesOf } from './scales.ts'
import { openWhitener } from './search-models.ts'
import { joined, type Rows } from './tensors.ts'
import { turned } from './turned.ts'

/** What learning needs beside the photos. */
export interface Tools {
  runtime: ModelRuntime
  backbone: ModelProto
  /** Called for each photo whose features are there. */
  learning: Watch
  /** Called for each photo that was judged as if it had not been taught, once a branch. */
  checking: Watch
}

export interface Lesson {
  learned: Learned
  rows: { local: number; semantic: number }
  /** What each photo scores as if it and its like had not been taught; empty when they are all of one kind. */
  own: Own[]
}

/** Features of photos, in their order. */
export interface TaughtFeatures {
  locals: Float32Array[]
  semantics: Float32Array[]
}

/**
 * The usual way: local and semantic branch, the part always lies alike.
 * @param groups of each photo a number: photos that are not independent of each other share it
 */
export async function learnStill(
  tools: Tools,
  photos: Pixels[],
  groups: number[],
  mode: 'still' | 'turned' = 'still',
): Promise<Lesson> {
  return learnFrom(tools, await stillFeatures(tools, photos, mode), groups, mode)
}

/** The same from features that are there. */
export async function learnFrom(
  { runtime, checking }: Pick<Tools, 'runtime' | 'checking'>,
  { locals, semantics }: TaughtFeatures,
  groups: number[],
  mode: 'still' | 'turned' = 'still',
): Promise<Lesson> {
  const { signal } = checking
  const localBank = await rareBank(runtime, locals, method.localWidth, method.localRows[mode], signal)
  const semanticBank = evenBank(semantics, method.semanticWidth, method.semanticRows)
  const fit = foldMoments(semantics, method.semanticWidth, groups)
  const whitening = whiteningOf(fit.all)
  const local = rowsOf(localBank).data
  const semantic = await whitenedOnce(runtime, rowsOf(semanticBank), whitening)
  const rows = { local: local.length / method.localWidth, semantic: semantic.length / method.semanticWidth }
  const learned = (localScale: number, semanticScale: number, allowance: Allowance): Learned => ({
    local: { bank: local, scale: localScale, allowance },
    semantic: { bank: semantic, scale: semanticScale, whitening },
  })
  const { loneMeans, smallestMeans } = method
  if (new Set(groups).size < 2)
    return { learned: learned(2 * loneMeans.local, 2 * loneMeans.semantic, noAllowance), rows, own: [] }
  const localOwn = await localDistances(runtime, { queries: locals, bank: localBank }, groups, checking)
  const semanticOwn = await semanticDistances(
    runtime,
    { queries: semantics, bank: semanticBank },
    groups,
    fit,
    checking,
  )
  const allowances = allowancesOf(localOwn, groups)
  const [localScale = 1, semanticScale = 1] = scalesOf([
    { scores: branchScores(localOwn, allowances), least: smallestMeans.local },
    { scores: branchScores(semanticOwn), least: smallestMeans.semantic },
  ])
  const own = await ownScores(
    runtime,
    [
      { distances: localOwn, scale: localScale, allowances },
      { distances: semanticOwn, scale: semanticScale },
    ],
    mode,
  )
  return { learned: learned(localScale, semanticScale, allowances.allowance), rows, own }
}

async function whitenedOnce(runtime: ModelRuntime, rows: Rows, whitening: Whitening): Promise<Float32Array> {
  const whitener = await openWhitener(runtime, rows.width)
  try {
    return await whitener.whitened(rows, whitening)
  } finally {
    await whitener.close()
  }
}

async function stillFeatures(
  { runtime, backbone, learning }: Tools,
  photos: Pixels[],
  mode: 'still' | 'turned',
): Promise<TaughtFeatures> {
  // What was found and turned lies so exactly that blurring only hides small defects.
  const model = await openFeatures(runtime, backbone, { blur: mode === 'still', semantic: true })
  try {
    const locals: Float32Array[] = []
    const semantics: Float32Array[] = []
    for (const photo of photos) {
      learning.signal.throwIfAborted()
      const { local, semantic } = await model.features(photo)
      locals.push(local)
      semantics.push(semantic)
      learning.onPhoto()
    }
    return { locals, semantics }
  } finally {
    await model.close()
  }
}

/** The part lies in every direction: turned references, local branch only, more pixels, no blur. */
export async function learnRotating(tools: Tools, photos: Pixels[], groups: number[]): Promise<Lesson> {
  const { runtime, checking } = tools
  const { queries, references } = await turnedFeatures(tools, photos)
  const most = method.localRows.rotating
  const bank = await rareBank(runtime, references, method.localWidth, most, checking.signal)
  const distances = await localDistances(runtime, { queries, bank }, groups, checking)
  const allowances = allowancesOf(distances, groups)
  const [scale = 1] = scalesOf([{ scores: branchScores(distances, allowances), least: method.smallestMeans.local }])
  const { data } = rowsOf(bank)
  return {
    learned: { local: { bank: data, scale, allowance: allowances.allowance }, semantic: null },
    rows: { local: data.length / method.localWidth, semantic: 0 },
    own: await ownScores(runtime, [{ distances, scale, allowances }], 'rotating'),
  }
}

/** Each photo as it lies, and turned: in all directions while there are few photos, in some when there are many. */
async function turnedFeatures({ runtime, backbone, learning }: Tools, photos: Pixels[]) {
  const { angles, turns } = method.rotation
  const each = Math.max(1, Math.min(angles.length, Math.floor(turns / photos.length)))
  const model = await openFeatures(runtime, backbone, { blur: false, semantic: false })
  try {
    const queries: Float32Array[] = []
    const references: Float32Array[] = []
    for (const [n, photo] of photos.entries()) {
      const query = (await model.features(photo)).local
      const directions: Float32Array[] = []
      for (let turn = 0; turn < each; turn++) {
        learning.signal.throwIfAborted()
        const angle = angles[(Math.floor((turn * angles.length) / each) + n) % angles.length] ?? 0
        directions.push(angle === 0 ? query : (await model.features(turned(photo, angle))).local)
      }
      queries.push(query)
      references.push(joined(directions))
      learning.onPhoto()
    }
    return { queries, references }
  } finally {
    await model.close()
  }
}
