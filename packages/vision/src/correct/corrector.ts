import type { RecipeFacts } from '@nabij/base'
import { matrix, vector } from '../graph/constants.ts'
import { sideOf, withoutOutputs } from '../graph/corrected-graph.ts'
import { addNearest, minusHalfSquares } from '../graph/nearest.ts'
import { type RecipeBranch, readBranches } from '../graph/read-branches.ts'
import { type LocalSearch, openLocalSearch } from '../learning/search-models.ts'
import { asTensor, floats } from '../learning/tensors.ts'
import type { Model, ModelRuntime } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import { decodeModel, type ModelProto } from '../onnx/proto.ts'
import type { Pixels } from '../picture.ts'
import { readRecipe } from '../read-recipe.ts'
import { type Corrected, correctWith } from './correct-with.ts'
import { featuresKey } from './features-key.ts'
import { markedDistances } from './marked-distances.ts'
import { scoreFeatures, scoreGraph } from './score-features.ts'
import type { MarkedView, PartFeatures, PartView } from './views.ts'
import { type LimitUsed, ratioOf, scoreOf, shares } from './weigh.ts'

/** A taught recipe that can be corrected; of a corrected one, what it makes of pictures. One call at a time. */
export interface Corrector {
  readonly facts: RecipeFacts
  /** The same for recipes that take the same features from the same pixels. */
  readonly featuresKey: string
  /** How many there are. */
  readonly branches: number
  /** Features of a part, at facts.size × facts.size. */
  features(pixels: Pixels): Promise<PartFeatures>
  /** Their distances to the recipe's banks. */
  view(features: PartFeatures): Promise<PartView>
  /** The score of a picture under a taught recipe. */
  score(parts: PartView[]): number | null
  /** The same under any, corrected or not, by its own graph. */
  scoreOf(parts: PartFeatures[]): Promise<number | null>
  /**
   * The version that the corrections (oldest first) make of the recipe, and the scores of all marked pictures under it.
   * The same order gives the same bytes; none gives the recipe's own.
   * @param limit what is judged with; else the recipe's own
   * @throws NabijError NABIJ_CORRECTION_CONTRADICTS when the last one cannot be followed
   */
  correct(corrections: MarkedView[], marked: MarkedView[], limit?: LimitUsed | null): Promise<Corrected>
  /** The three pictures that one resembles most, nearest first; 1 is as unlike as good parts are from each other. */
  nearest(picture: PartView[], others: MarkedView[]): Promise<{ id: string; distance: number }[]>
  close(): Promise<void>
}

/** @throws NabijError NABIJ_RECIPE_… */
export async function openCorrector(onnx: Uint8Array, runtime: ModelRuntime): Promise<Corrector> {
  const facts = readRecipe(onnx)
  const model = decodeModel(onnx)
  const branches = readBranches(model)
  const choices = new Map<string, number[]>()
  const opened = new Map<string, Promise<Model>>()
  const searches = new Map<number, Promise<LocalSearch>>()
  const open = (name: string, make: () => Uint8Array) => once(opened, name, () => runtime.load(make()))
  const distances = markedDistances((width) => once(searches, width, () => openLocalSearch(runtime, width)))

  /** The ratio that a part would have if only the other one had been taught, in rows that stand where the others do not. */
  async function apart(part: PartView, other: PartView): Promise<number> {
    const each = await Promise.all(
      part.map(async ({ rows }, n) => {
        const width = branches[n]?.width ?? 1
        const search = await once(searches, width, () => openLocalSearch(runtime, width))
        return search.distances({ width, data: rows }, { width, data: other[n]?.rows ?? rows })
      }),
    )
    return shares(branches, each).reduce((sum, share) => sum + share, 0)
  }

  return {
    facts,
    featuresKey: await featuresKey(
      model,
      branches.map(({ raw }) => raw),
      facts.size,
    ),
    branches: branches.length,
    async features({ width, height, data }) {
      const features = await open('features', () => featuresGraph(model, branches))
      const outputs = await features.run({ pixels: { type: 'uint8', dims: [1, height, width, 3], data } })
      const [local = new Float32Array(), semantic = new Float32Array()] = branches.map((_, n) =>
        floats(outputs, `raw${n}`),
      )
      return { local, semantic }
    },
    async view({ local, semantic }) {
      const search = await open('search', () => searchGraph(branches, facts))
      const raw = [local, semantic]
      const inputs = branches.map(({ width }, n) => [`raw${n}`, asTensor({ width, data: raw[n] ?? local })] as const)
      const outputs = await search.run(Object.fromEntries(inputs))
      return branches.map(({ whitening }, n) => ({
        rows: whitening ? floats(outputs, `rows${n}`) : (raw[n] ?? local),
        distances: floats(outputs, `distances${n}`),
      }))
    },
    score(parts) {
      return scoreOf(
        parts.map((part) =>
          ratioOf(
            branches,
            part.map((view) => view.distances),
          ),
        ),
      )
    },
    async scoreOf(parts) {
      const graph = await open('score', () => scoreGraph(model, branches, facts))
      return scoreFeatures(graph, branches, parts)
    },
    correct: (corrections, marked, limit = null) =>
      correctWith({ onnx, model, facts, branches, distances, choices }, corrections, marked, limit),
    async nearest(picture, others) {
      const [part] = picture
      const found: { id: string; distance: number }[] = []
      for (const { id, parts } of others) {
        let least = Number.POSITIVE_INFINITY
        for (const other of parts ?? []) least = Math.min(least, part ? await apart(part, other) : 1)
        if (least < Number.POSITIVE_INFINITY) found.push({ id, distance: least })
      }
      return found.sort((a, b) => a.distance - b.distance).slice(0, 3)
    },
    async close() {
      for (const each of [...opened.values(), ...searches.values()]) await (await each).close()
    },
  }
}

function once<K, T>(map: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const made = map.get(key) ?? make()
  map.set(key, made)
  return made
}

/** From pixels to the branches' features, as they are before any whitening. */
function featuresGraph(model: ModelProto, branches: RecipeBranch[]): Uint8Array {
  const graph = graphBuilder('corrected_')
  graph.include(withoutOutputs(model))
  for (const [n, { raw, width }] of branches.entries()) graph.output(`raw${n}`, raw, ['rows', width])
  return graph.build('features')
}

/** From features to rows and their distances to the banks. */
function searchGraph(branches: RecipeBranch[], facts: RecipeFacts): Uint8Array {
  const graph = graphBuilder('corrected_')
  for (const [n, branch] of branches.entries()) {
    const { width, whitening, bank } = branch
    const count = sideOf(branch, facts) ** 2
    const raw = graph.input(`raw${n}`, 'float32', [count, width])
    let rows = raw
    if (whitening) {
      const weights = [matrix(graph, whitening.matrix, width), vector(graph, whitening.offset)]
      rows = graph.node('Gemm', [raw, ...weights], { transB: 1 })
      graph.output(`rows${n}`, rows, [count, width])
    }
    const nearest = addNearest(graph, rows, matrix(graph, bank, width), vector(graph, minusHalfSquares(bank, width)))
    graph.output(`distances${n}`, nearest, [count, 1])
  }
  return graph.build('search')
}
