import type { RecipeFacts } from '@nabij/base'
import { ints } from '../graph/constants.ts'
import { squash } from '../graph/head.ts'
import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import { evenBank, rowsOf } from './bank.ts'
import { allowancesOf, branchScore, largestMean } from './branch-score.ts'
import { branchScores, foldMoments, semanticDistances } from './calibrate.ts'
import type { Features } from './features-model.ts'
import { limitFrom, promises } from './limit.ts'
import { type Moments, moments, whiteningOf } from './moments.ts'
import { scalesOf } from './scales.ts'
import { openLocalSearch, openWhitener } from './search-models.ts'
import { floats, joined } from './tensors.ts'

/** Photos from which is drawn again and again. */
export interface RehearsalPool {
  /** Teaches from the photos at `taught`, and scores those at `judged`. */
  draw(taught: number[], judged: number[]): Promise<Drawn>
  close(): Promise<void>
}

export interface Drawn extends Pick<RecipeFacts, 'limit' | 'promise'> {
  odd: number
  scores: number[]
}

/**
 * Distances between any two photos are computed once; a draw then only takes minima. The local bank is not thinned: up to
 * 32 photos that is what `teach` does as well, beyond that the limit differs a little (the bench says how much). The
 * semantic branch is fitted, left out and searched anew in each draw, by the code of `teach`.
 */
export async function openRehearsalPool(
  runtime: ModelRuntime,
  photos: Features[],
  onPair: (done: number, total: number) => void = () => {},
): Promise<RehearsalPool> {
  const nearest = await allPairs(runtime, photos, onPair)
  const width = method.semanticWidth
  const [search, whitener] = [await openLocalSearch(runtime, width), await openWhitener(runtime, width)]
  const known = new Map<number, Moments>()
  const watch = { signal: new AbortController().signal, onPhoto: () => {} }
  return { draw, close: async () => void (await Promise.all([search.close(), whitener.close()])) }

  async function draw(taught: number[], judged: number[]): Promise<Drawn> {
    const groups = taught.map((_, n) => n)
    const semantics = taught.map(semanticOf)
    const bank = evenBank(semantics, width, method.semanticRows)
    const fit = foldMoments(semantics, width, groups, (n) => momentsOf(taught[n] ?? 0))
    const semanticOwn = branchScores(await semanticDistances(runtime, { queries: semantics, bank }, groups, fit, watch))
    const localFar = taught.map((photo) => localDistances(photo, taught))
    const allowances = allowancesOf(localFar, groups)
    const localOwn = branchScores(localFar, allowances)
    const [local = 1, semantic = 1] = scalesOf([
      { scores: localOwn, least: method.smallestMeans.local },
      { scores: semanticOwn, least: method.smallestMeans.semantic },
    ])
    const own = localOwn.map((score, n) => squash(Math.max(0, score / local + (semanticOwn[n] ?? 0) / semantic)))
    const { limit, odd } = limitFrom(own, groups)
    const whitening = whiteningOf(fit.all)
    const rows = { width, data: await whitener.whitened(rowsOf(bank), whitening) }
    const scores: number[] = []
    for (const photo of judged) {
      const query = { width, data: await whitener.whitened({ width, data: semanticOf(photo) }, whitening) }
      const deep = largestMean(await search.distances(query, rows))
      const fine = branchScore(localDistances(photo, taught), allowances.allowance)
      scores.push(squash(Math.max(0, fine / local + deep / semantic)))
    }
    return { limit, odd: odd.length, promise: promises(taught.length, odd.length).promise, scores }
  }

  function semanticOf(photo: number): Float32Array {
    return photos[photo]?.semantic ?? new Float32Array()
  }

  function momentsOf(photo: number): Moments {
    const found = known.get(photo) ?? moments({ width, data: semanticOf(photo) })
    known.set(photo, found)
    return found
  }

  /** Of one photo against the others of `taught`. */
  function localDistances(photo: number, taught: number[]): Float32Array {
    const least = new Float32Array(nearest.places).fill(Number.POSITIVE_INFINITY)
    for (const other of taught) {
      if (other === photo) continue
      const from = nearest.of(photo, other)
      for (let place = 0; place < least.length; place++)
        least[place] = Math.min(least[place] ?? 0, from[place] ?? Number.POSITIVE_INFINITY)
    }
    return least
  }
}

/** Photos compared with as many others at once. */
const pairsStep = 8

/** Of each place of each photo the distance to its nearest in each other photo. */
async function allPairs(runtime: ModelRuntime, photos: Features[], onPair: (done: number, total: number) => void) {
  const width = method.localWidth
  const places = (photos[0]?.local.length ?? 0) / width
  const out = new Float32Array(photos.length ** 2 * places)
  const of = (photo: number, other: number) =>
    out.subarray((photo * photos.length + other) * places).subarray(0, places)
  const model = await runtime.load(pairsGraph(places, width))
  const step = pairsStep
  try {
    for (let a = 0; a < photos.length; a += step) {
      const some = photos.slice(a, a + step)
      for (let b = a; b < photos.length; b += step) {
        const others = photos.slice(b, b + step)
        const outputs = await model.run({ a: tensorOf(some), b: tensorOf(others) })
        const [there, back] = [floats(outputs, 'toB'), floats(outputs, 'toA')]
        for (const i of some.keys())
          for (const j of others.keys()) {
            const [forth, home] = [of(a + i, b + j), of(b + j, a + i)]
            for (let place = 0; place < places; place++) {
              forth[place] = there[(i * places + place) * step + j] ?? 0
              home[place] = back[(i * step + j) * places + place] ?? 0
            }
          }
      }
      onPair(Math.min(photos.length, a + step), photos.length)
    }
    return { places, of }
  } finally {
    await model.close()
  }

  /** Always as many photos: the last ones are filled up with zeros. */
  function tensorOf(some: Features[]) {
    const data = new Float32Array(step * places * width)
    data.set(joined(some.map(({ local }) => local)))
    return { type: 'float32', dims: [step, places, width], data } as const
  }
}

/** Local rows have the squared length 2, so |a − b|² = 4 − 2 a·b: one matrix product serves both directions. */
function pairsGraph(places: number, width: number): Uint8Array {
  const graph = graphBuilder()
  const [a, b] = ['a', 'b'].map((name) => {
    const rows = graph.input(name, 'float32', [`${name}Photos`, places, width])
    return graph.node('Reshape', [rows, ints(graph, -1, width)])
  })
  const product = graph.node('Gemm', [a ?? '', b ?? ''], { transB: 1 })
  const forth = graph.node('Reshape', [product, ints(graph, -1, pairsStep, places)])
  const back = graph.node('Reshape', [product, ints(graph, pairsStep, places, -1)])
  graph.output('toB', distance(graph.node('ReduceMax', [forth], { axes: [2], keepdims: 0 })), ['rows', pairsStep])
  graph.output('toA', distance(graph.node('ReduceMax', [back], { axes: [1], keepdims: 0 })), [pairsStep, 'rows'])
  return graph.build('pairs')

  function distance(likeness: string): string {
    const square = graph.node('Sub', [graph.scalar(4), graph.node('Mul', [likeness, graph.scalar(2)])])
    return graph.node('Sqrt', [graph.node('Max', [square, graph.scalar(method.smallestSquare)])])
  }
}
