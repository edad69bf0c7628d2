import type { RecipeFacts } from '@nabij/base'
import { method } from '../method.ts'
import { type GraphBuilder, graphBuilder } from '../onnx/graph-builder.ts'
import type { ModelProto } from '../onnx/proto.ts'
import { matrix, vector } from './constants.ts'
import { addHead } from './head.ts'
import { addKinds, type KindsHead } from './kinds.ts'
import { addNearest, minusHalfSquares } from './nearest.ts'
import type { RecipeBranch } from './read-branches.ts'
import { factsKey } from './recipe-graph.ts'

/** Rows of places that a person called a defect, and how much each counts. */
export interface DefectRows {
  /** [n, width] */
  rows: Float32Array
  /** Of each row: by which share a place is raised that is the very same (see correct/README). */
  gains: Float32Array
  /** Of each row: the distance that a place gets at least that is the very same, and how far that reaches. */
  floors: Float32Array
  reaches: Float32Array
}

export interface CorrectedBranch {
  /** The base's bank and the rows that a person called good. */
  bank: Float32Array
  /** Null when there are none. */
  defects: DefectRows | null
}

/** The base's graph up to its rows, with larger banks, defect rows and a new head on top. */
export function buildCorrected(
  base: ModelProto,
  branches: RecipeBranch[],
  corrected: CorrectedBranch[],
  kinds: KindsHead | null,
  facts: RecipeFacts,
): Uint8Array {
  const graph = graphBuilder('corrected_')
  graph.include(withoutOutputs(base))
  const heads = branches.map((branch, n) => {
    const own = corrected[n] ?? { bank: branch.bank, defects: null }
    const bank = matrix(graph, own.bank, branch.width)
    const distances = addNearest(graph, branch.rows, bank, vector(graph, minusHalfSquares(own.bank, branch.width)))
    const raised = own.defects ? addDefects(graph, branch, distances, own.defects) : distances
    const { scale, allowance } = branch
    return { distances: raised, good: distances, side: sideOf(branch, facts), scale, allowance }
  })
  addHead(graph, heads, facts.mode)
  const seen = branches.map(({ rows }, n) => ({ rows, distances: heads[n]?.good ?? '' }))
  if (kinds) addKinds(graph, seen, kinds)
  return graph.build('nabij-inspection', { [factsKey]: JSON.stringify(facts) })
}

/** What makes the outputs goes, so that others can have their names. */
export function withoutOutputs(model: ModelProto): ModelProto {
  const names = new Set(model.graph.output.map(({ name }) => name))
  const node = model.graph.node.filter(({ output }) => !output.some((name) => names.has(name)))
  return { ...model, graph: { ...model.graph, node } }
}

export function sideOf(branch: RecipeBranch, { size }: RecipeFacts): number {
  return size / (branch.width === method.semanticWidth ? method.semanticStride : method.localStride)
}

/**
 * With g the distance to the nearest good row and b that to a defect row:
 * g′ = max( g · (1 + max over rows of gain · (1 − b/g)⁺), max over rows of floor · (1 − b/reach)⁺ ).
 * A place that lies nearer to good rows than to any defect row stays as it is.
 */
function addDefects(
  graph: GraphBuilder,
  { rows, width }: RecipeBranch,
  distances: string,
  defects: DefectRows,
): string {
  const nothing = graph.scalar(0)
  const likeness = graph.node(
    'Gemm',
    [rows, matrix(graph, defects.rows, width), vector(graph, minusHalfSquares(defects.rows, width))],
    { transB: 1 },
  )
  const own = graph.node('ReduceSumSquare', [rows], { axes: [1], keepdims: 1 })
  const square = graph.node('Sub', [own, graph.node('Mul', [likeness, graph.scalar(2)])])
  const away = graph.node('Sqrt', [graph.node('Max', [square, graph.scalar(method.smallestSquare)])])
  const nearness = (by: string) =>
    graph.node('Max', [graph.node('Sub', [graph.scalar(1), graph.node('Div', [away, by])]), nothing])
  const most = (values: string) => graph.node('ReduceMax', [values], { axes: [1], keepdims: 1 })
  const gain = most(graph.node('Mul', [nearness(distances), vector(graph, defects.gains)]))
  const raised = graph.node('Mul', [distances, graph.node('Add', [gain, graph.scalar(1)])])
  if (defects.floors.every((floor) => floor === 0)) return raised
  const floor = most(graph.node('Mul', [nearness(vector(graph, defects.reaches)), vector(graph, defects.floors)]))
  return graph.node('Max', [raised, floor])
}
