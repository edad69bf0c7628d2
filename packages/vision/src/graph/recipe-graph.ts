import type { RecipeFacts } from '@nabij/base'
import { type Allowance, noAllowance } from '../learning/branch-score.ts'
import { method } from '../method.ts'
import { type GraphBuilder, graphBuilder } from '../onnx/graph-builder.ts'
import type { ModelProto } from '../onnx/proto.ts'
import { matrix, vector } from './constants.ts'
import { addLocalFeatures, addSemanticFeatures } from './features.ts'
import { addHead, type BranchDistances } from './head.ts'
import { addNearest, minusHalfSquares } from './nearest.ts'

/** Key in the ONNX metadata under which the facts stand as JSON. */
export const factsKey = 'nabij'

/** What was learned from the photos: banks, and by what their distances are divided. */
export interface Learned {
  local: { bank: Float32Array; scale: number; allowance: Allowance }
  /** Whitening and the whitened bank; null in rotating mode, which has no semantic branch. */
  semantic: { bank: Float32Array; scale: number; whitening: Whitening } | null
}

/** Rows b become b · matrixᵀ + offset. */
export interface Whitening {
  matrix: Float32Array
  offset: Float32Array
}

/** The whole recipe as one ONNX file: pixels uint8 [1, S, S, 3] → score [1], map [64, 64]. */
export function buildRecipe(backbone: ModelProto, learned: Learned, facts: RecipeFacts): Uint8Array {
  const graph = graphBuilder()
  graph.include(sized(backbone, facts.size))
  const branches = [localBranch(graph, learned.local, facts)]
  if (learned.semantic) branches.push(semanticBranch(graph, learned.semantic, facts))
  addHead(graph, branches, facts.mode)
  return graph.build('nabij-inspection', { [factsKey]: JSON.stringify(facts) })
}

function localBranch(graph: GraphBuilder, learned: Learned['local'], facts: RecipeFacts): BranchDistances {
  const { bank, scale, allowance } = learned
  const rows = addLocalFeatures(graph, facts.mode === 'still')
  const distances = search(graph, rows, bank, method.localWidth)
  return { distances, side: facts.size / method.localStride, scale, allowance }
}

function semanticBranch(
  graph: GraphBuilder,
  learned: NonNullable<Learned['semantic']>,
  facts: RecipeFacts,
): BranchDistances {
  const { bank, scale, whitening } = learned
  const weights = [matrix(graph, whitening.matrix, method.semanticWidth), vector(graph, whitening.offset)]
  const rows = graph.node('Gemm', [addSemanticFeatures(graph), ...weights], { transB: 1 })
  const distances = search(graph, rows, bank, method.semanticWidth)
  return { distances, side: facts.size / method.semanticStride, scale, allowance: noAllowance }
}

function search(graph: GraphBuilder, rows: string, bank: Float32Array, width: number): string {
  return addNearest(graph, rows, matrix(graph, bank, width), vector(graph, minusHalfSquares(bank, width)))
}

/** The backbone with its free side fixed: the recipe says in its own signature what it takes. */
function sized(backbone: ModelProto, size: number): ModelProto {
  const dim = [1, size, size, 3].map((dimValue) => ({ dimValue }))
  const input = backbone.graph.input.map((each) => ({
    ...each,
    type: { tensorType: { elemType: each.type?.tensorType?.elemType ?? 0, shape: { dim } } },
  }))
  return { ...backbone, graph: { ...backbone.graph, input } }
}
