import type { RecipeFacts } from '@nabij/base'
import { wholeOf } from '../care/normal.ts'
import { addHead } from '../graph/head.ts'
import type { Whitening } from '../graph/recipe-graph.ts'
import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import { type Bank, rowsOf } from './bank.ts'
import { type Allowances, branchScore, noAllowance } from './branch-score.ts'
import { combine, type Moments, moments, whiteningOf } from './moments.ts'
import { openLocalSearch, openWhitener, type Whitener } from './search-models.ts'
import { floats, type Rows } from './tensors.ts'

/** One branch of all photos: each photo's own rows, and the bank that is searched. */
export interface BranchRows {
  queries: Float32Array[]
  bank: Bank
}

/** Distances of each photo to all others, as if it had not been taught: [photo][place]. */
export type OwnDistances = Float32Array[]

export interface Watch {
  signal: AbortSignal
  onPhoto(): void
}

/**
 * @param groups of each photo a number; photos of one number (the same part, the same picture) are left out together
 */
export async function localDistances(
  runtime: ModelRuntime,
  { queries, bank }: BranchRows,
  groups: number[],
  watch: Watch,
): Promise<OwnDistances> {
  const search = await openLocalSearch(runtime, bank.width)
  const others = rowsWithoutGroup(bank, groups)
  return eachPhoto(queries, search.close, watch, (data, photo) =>
    search.distances({ width: bank.width, data }, others(groups[photo] ?? photo)),
  )
}

/**
 * Mean and covariance are fitted again without the photo: otherwise it would help to explain itself, its score would
 * be a tenth too low, and the limit with it. With many photos some are left out of the fit together (folds), which is
 * as honest: no photo is in the fit that judges it.
 */
export async function semanticDistances(
  runtime: ModelRuntime,
  { queries, bank }: BranchRows,
  groups: number[],
  { folds, ofFold, all }: FoldMoments,
  watch: Watch,
): Promise<OwnDistances> {
  const { width } = bank
  const [whitener, search] = [await openWhitener(runtime, width), await openLocalSearch(runtime, width)]
  const distances: OwnDistances = []
  try {
    for (const [fold, own] of ofFold.entries()) {
      const members = queries.flatMap((data, photo) => (folds[photo] === fold ? [{ data, photo }] : []))
      const whitening = whiteningOf(combine(all, own, -1))
      const parts = await whitenedParts(whitener, bank, whitening)
      const others = rowsWithoutGroup({ width, parts }, groups)
      for (const { data, photo } of members) {
        watch.signal.throwIfAborted()
        const rows = { width, data: await whitener.whitened({ width, data }, whitening) }
        distances[photo] = await search.distances(rows, others(groups[photo] ?? photo))
        watch.onPhoto()
      }
    }
    return distances
  } finally {
    await Promise.all([whitener.close(), search.close()])
  }
}

async function whitenedParts(whitener: Whitener, bank: Bank, whitening: Whitening): Promise<Float32Array[]> {
  const all = await whitener.whitened(rowsOf(bank), whitening)
  let at = 0
  return bank.parts.map(({ length }) => {
    at += length
    return all.subarray(at - length, at)
  })
}

/** The rows of all photos but those of one group; asked again for the same group, the same rows. */
function rowsWithoutGroup(bank: Bank, groups: number[]): (group: number) => Rows {
  let known: { group: number; rows: Rows } | undefined
  return (group) => {
    if (known?.group !== group) known = { group, rows: rowsOf(bank, (photo) => groups[photo] !== group) }
    return known.rows
  }
}

/** Moments of all photos, and of those of each fold. */
export interface FoldMoments {
  /** Of each photo its fold. */
  folds: number[]
  ofFold: Moments[]
  all: Moments
}

/** @param momentsOf moments of one photo's rows, where they are known already */
export function foldMoments(
  rows: Float32Array[],
  width: number,
  groups: number[],
  momentsOf: (photo: number) => Moments = (photo) => moments({ width, data: rows[photo] ?? new Float32Array() }),
): FoldMoments {
  const folds = foldsOf(groups, method.folds)
  const ofFold: Moments[] = []
  for (const photo of rows.keys()) {
    const fold = folds[photo] ?? 0
    const known = ofFold[fold]
    ofFold[fold] = known ? combine(known, momentsOf(photo), 1) : momentsOf(photo)
  }
  return { folds, ofFold, all: ofFold.reduce((a, b) => combine(a, b, 1)) }
}

/** Of each photo its fold: groups stay together, and no more than `most` folds. */
export function foldsOf(groups: number[], most: number): number[] {
  const order = [...new Set(groups)]
  const count = Math.min(most, order.length)
  return groups.map((group) => order.indexOf(group) % count)
}

async function eachPhoto(
  queries: Float32Array[],
  close: () => Promise<void>,
  watch: Watch,
  distances: (rows: Float32Array, photo: number) => Promise<Float32Array>,
): Promise<OwnDistances> {
  try {
    const all: OwnDistances = []
    for (const [photo, rows] of queries.entries()) {
      watch.signal.throwIfAborted()
      all.push(await distances(rows, photo))
      watch.onPhoto()
    }
    return all
  } finally {
    await close()
  }
}

/** The photos' own scores in one branch. */
export function branchScores(distances: OwnDistances, allowances?: Allowances): number[] {
  return distances.map((each, photo) => branchScore(each, allowances?.own[photo] ?? noAllowance))
}

/** What a photo scores: its score, the highest place of its map, and how unlike it is almost everywhere. */
export interface Own {
  score: number
  peak: number
  whole: number
}

/** The same for each photo, by the very nodes that end the recipe. */
export async function ownScores(
  runtime: ModelRuntime,
  branches: { distances: OwnDistances; scale: number; allowances?: Allowances }[],
  mode: RecipeFacts['mode'],
): Promise<Own[]> {
  const graph = graphBuilder()
  const inputs = branches.map(({ distances, scale, allowances }, n) => {
    const places = distances[0]?.length ?? 0
    const name = graph.input(`distances${n}`, 'float32', [places, 1])
    const allowance = allowances?.allowance ?? noAllowance
    const given = { distances: name, side: Math.sqrt(places), scale, allowance }
    return allowance.slope === 0 ? given : { ...given, slope: graph.input(`slope${n}`, 'float32', [1]) }
  })
  addHead(graph, inputs, mode)
  const model = await runtime.load(graph.build('head'))
  try {
    const results: Own[] = []
    for (let photo = 0; photo < (branches[0]?.distances.length ?? 0); photo++) {
      const feeds = branches.flatMap(({ distances, scale, allowances }, n) => {
        const data = distances[photo] ?? new Float32Array()
        const given = [`distances${n}`, { type: 'float32', dims: [data.length, 1], data } as const] as const
        if (!allowances || allowances.allowance.slope === 0) return [given]
        const slope = Float32Array.of((allowances.own[photo]?.slope ?? 0) / scale)
        return [given, [`slope${n}`, { type: 'float32', dims: [1], data: slope } as const] as const]
      })
      const outputs = await model.run(Object.fromEntries(feeds))
      const map = floats(outputs, 'map')
      const peak = map.reduce((a, b) => Math.max(a, b), 0)
      results.push({ score: floats(outputs, 'score')[0] ?? 1, peak, whole: wholeOf(map) })
    }
    return results
  } finally {
    await model.close()
  }
}
