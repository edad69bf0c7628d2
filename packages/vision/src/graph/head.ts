import type { RecipeFacts } from '@nabij/base'
import type { Allowance } from '../learning/branch-score.ts'
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
  allowance: Allowance
  /** Name of a value that stands for the allowance's slope as a share of the scale, where it is no constant. */
  slope?: string
  /** Where a person's words raise distances: those to good rows, by which the allowance goes. */
  good?: string
}

/**
 * From distances to `score` [1], `map` [64, 64] and `layers` [branches].
 * A branch's score is the mean of its largest distances, less what it allows for a picture that is a little unlike
 * everywhere (learning/branch-score.ts); divided by the branch's scale and added up they are a ratio r:
 * 1 is as unlike as good parts are from each other. Score = r² / (r² + 3), always rising: r 1 → 0.25, 1.7 → 0.5,
 * 3 → 0.75. The map is the same, place by place, but the semantic branch, whose places are large, counts there only
 * by what it has beyond good parts (semanticMapFrom). Layers are the branches' own ratios, as if each were alone.
 */
export function addHead(graph: GraphBuilder, branches: BranchDistances[], mode: RecipeFacts['mode']): void {
  const ratios = branches.map((branch) => scaled(graph, branch))
  const scores = ratios.map((ratio, n) => less(graph, largestMean(graph, ratio), branches[n]))
  const maps = ratios.map((ratio, n) => {
    const shown = n === 0 ? ratio : beyond(graph, ratio, method.semanticMapFrom[mode] / branches.length)
    return enlarged(graph, shown, branches[n]?.side ?? 0)
  })
  graph.output('score', squashed(graph, atLeast(graph, total(graph, scores), 0)), [1])
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
  return atLeast(graph, graph.node('Sub', [ratio, graph.scalar(from)]), 0)
}

function atLeast(graph: GraphBuilder, value: string, least: number): string {
  return graph.node('Max', [value, graph.scalar(least)])
}

/** The same as `allowed` of learning/branch-score.ts, in shares of the scale. read-branches.ts finds its three numbers. */
function less(graph: GraphBuilder, score: string, branch: BranchDistances | undefined): string {
  if (!branch || branch.allowance.slope === 0) return score
  const { distances, good = distances, side, scale, allowance } = branch
  const slope = branch.slope ?? graph.scalar(allowance.slope / scale)
  const squares = graph.node('Reshape', [graph.node('Mul', [good, good]), ints(graph, -1)])
  const sum = graph.node('ReduceSumSquare', [squares], { axes: [0], keepdims: 1 })
  const mean = graph.node('Div', [sum, vector(graph, Float32Array.of(side ** 2))])
  const overall = graph.node('Sqrt', [graph.node('Sqrt', [mean])])
  const above = graph.node('Sub', [overall, graph.scalar(allowance.from)])
  const counted = graph.node('Clip', [above, graph.scalar(0), graph.scalar(allowance.most)])
  return graph.node('Sub', [score, graph.node('Mul', [counted, slope])])
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
