import type { RecipeFacts } from '@nabij/base'
import { method } from '../method.ts'
import type { GraphBuilder } from '../onnx/graph-builder.ts'
import { ints, matrix, vector } from './constants.ts'
import { upsampling } from './upsampling.ts'

/** Distances of one branch, row by row over the picture, and by what they are divided (scales.ts). */
export interface BranchDistances {
  /** Name of the value, [side², 1]. */
  distances: string
  side: number
  scale: number
}

/**
 * From distances to `score` [1], `map` [64, 64] and `layers` [branches].
 * A branch's score is the mean of its largest distances; divided by the branch's scale and added up they are a ratio r:
 * 1 is as unlike as good parts are from each other. Score = r² / (r² + 3), always rising: r 1 → 0.25, 1.7 → 0.5,
 * 3 → 0.75. The map is the same, place by place, but the semantic branch, whose places are large, counts there only
 * by what it has beyond good parts (semanticMapFrom). Layers are the branches' own ratios, as if each were alone.
 */
export function addHead(graph: GraphBuilder, branches: BranchDistances[], mode: RecipeFacts['mode']): void {
  const ratios = branches.map((branch) => scaled(graph, branch))
  const scores = ratios.map((ratio) => largestMean(graph, ratio))
  const maps = ratios.map((ratio, n) => {
    const shown = n === 0 ? ratio : beyond(graph, ratio, method.semanticMapFrom[mode] / branches.length)
    return enlarged(graph, shown, branches[n]?.side ?? 0)
  })
  graph.output('score', squashed(graph, total(graph, scores)), [1])
  const own = graph.node('Mul', [
    scores.length > 1 ? graph.node('Concat', scores, { axis: 0 }) : (scores[0] ?? ''),
    graph.scalar(scores.length),
  ])
  graph.output('layers', own, [scores.length])
  graph.output('map', squashed(graph, total(graph, maps)), [method.mapSide, method.mapSide])
}

/** What `addHead` makes of a ratio. */
export function squash(ratio: number): number {
  return ratio ** 2 / (ratio ** 2 + method.squash)
}

function scaled(graph: GraphBuilder, { distances, scale }: BranchDistances): string {
  return graph.node('Div', [distances, vector(graph, Float32Array.of(scale))])
}

function beyond(graph: GraphBuilder, ratio: string, from: number): string {
  return graph.node('Max', [graph.node('Sub', [ratio, graph.scalar(from)]), graph.scalar(0)])
}

function largestMean(graph: GraphBuilder, distances: string): string {
  const flat = graph.node('Reshape', [distances, ints(graph, -1)])
  const largest = graph.node('TopK', [flat, ints(graph, method.largest)], {}, [`${flat}_largest`, `${flat}_places`])
  return graph.node('ReduceMean', [largest], { axes: [0], keepdims: 1 })
}

/** Bilinear enlargement and Gaussian smoothing are both linear and separable: U · X · Uᵀ does them at once. */
function enlarged(graph: GraphBuilder, distances: string, side: number): string {
  const square = graph.node('Reshape', [distances, ints(graph, side, side)])
  const weights = upsampling(side, method.mapSide, method.mapSpread)
  const rows = graph.node('MatMul', [matrix(graph, weights, side), square])
  return graph.node('Gemm', [rows, matrix(graph, weights, side)], { transB: 1 })
}

function total(graph: GraphBuilder, values: string[]): string {
  return values.reduce((sum, value) => graph.node('Add', [sum, value]))
}

function squashed(graph: GraphBuilder, ratio: string): string {
  const square = graph.node('Mul', [ratio, ratio])
  return graph.node('Div', [square, graph.node('Add', [square, vector(graph, Float32Array.of(method.squash))])])
}
