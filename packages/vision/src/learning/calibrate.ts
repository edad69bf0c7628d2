import { addHead } from '../graph/head.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import { type Bank, rowsOf } from './bank.ts'
import { largestMean } from './largest-mean.ts'
import { combine, type Moments, moments, whiteningOf } from './moments.ts'
import { openLocalSearch, openSemanticSearch } from './search-models.ts'
import { floats } from './tensors.ts'

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

export async function localDistances(
  runtime: ModelRuntime,
  { queries, bank }: BranchRows,
  watch: Watch,
): Promise<OwnDistances> {
  const search = await openLocalSearch(runtime, bank.width)
  return eachPhoto(queries, search.close, watch, (data, photo) =>
    search.distances({ width: bank.width, data }, rowsOf(bank, photo)),
  )
}

/**
 * Mean and covariance are fitted again without the photo: otherwise it would help to explain itself, its score would
 * be a tenth too low, and the limit with it.
 */
export async function semanticDistances(
  runtime: ModelRuntime,
  { queries, bank }: BranchRows,
  all: Moments,
  watch: Watch,
): Promise<OwnDistances> {
  const search = await openSemanticSearch(runtime, bank.width)
  return eachPhoto(queries, search.close, watch, (data, photo) => {
    const rows = { width: bank.width, data }
    return search.distances(rows, rowsOf(bank, photo), whiteningOf(combine(all, moments(rows), -1)))
  })
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
export function branchScores(distances: OwnDistances): number[] {
  return distances.map(largestMean)
}

/** Score and highest place of the map for each photo, by the very nodes that end the recipe. */
export async function ownScores(
  runtime: ModelRuntime,
  branches: { distances: OwnDistances; scale: number }[],
): Promise<{ score: number; peak: number }[]> {
  const graph = graphBuilder()
  const inputs = branches.map(({ distances, scale }, n) => {
    const places = distances[0]?.length ?? 0
    const name = graph.input(`distances${n}`, 'float32', [places, 1])
    return { distances: name, side: Math.sqrt(places), scale }
  })
  addHead(graph, inputs)
  const model = await runtime.load(graph.build('head'))
  try {
    const results: { score: number; peak: number }[] = []
    for (let photo = 0; photo < (branches[0]?.distances.length ?? 0); photo++) {
      const feeds = branches.map(({ distances }, n) => {
        const data = distances[photo] ?? new Float32Array()
        return [`distances${n}`, { type: 'float32', dims: [data.length, 1], data } as const] as const
      })
      const outputs = await model.run(Object.fromEntries(feeds))
      const peak = floats(outputs, 'map').reduce((a, b) => Math.max(a, b), 0)
      results.push({ score: floats(outputs, 'score')[0] ?? 1, peak })
    }
    return results
  } finally {
    await model.close()
  }
}
