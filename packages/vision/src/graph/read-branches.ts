import { NabijError } from '@nabij/base'
import type { ModelProto, NodeProto, TensorProto } from '../onnx/proto.ts'
import type { Whitening } from './recipe-graph.ts'

/** What a branch of a finished recipe holds, found by the shape of its graph: files of format 1 have no names for it. */
export interface RecipeBranch {
  /** Names of the values: features as they are, and the rows that are searched (whitened, where that is done). */
  raw: string
  rows: string
  /** Numbers in a row. */
  width: number
  bank: Float32Array
  scale: number
  whitening: Whitening | null
}

/**
 * The branches of a recipe, in their order (local, semantic). Each ends in Gemm(rows, bank, −|bank|²/2) → ReduceMax → …
 * → Sqrt → Div by its scale.
 * @throws NabijError NABIJ_RECIPE_FOREIGN when the graph is not built that way
 */
export function readBranches({ graph }: ModelProto): RecipeBranch[] {
  const makers = new Map(graph.node.flatMap((node) => node.output.map((name) => [name, node] as const)))
  const tensors = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]))
  const branches = graph.node
    .filter(({ opType }) => opType === 'ReduceMax')
    .flatMap(({ input: [from = ''] }) => {
      const search = makers.get(from)
      const bank = tensors.get(search?.input[1] ?? '')
      return search?.opType === 'Gemm' && bank ? [branchAt(search, bank)] : []
    })
  const [first, second, ...more] = branches
  if (!first || more.length > 0 || (second && !second.whitening)) throw foreign()
  return branches

  function branchAt(search: NodeProto, bank: TensorProto): RecipeBranch {
    const rows = search.input[0] ?? ''
    const maker = makers.get(rows)
    const matrix = maker?.opType === 'Gemm' ? tensors.get(maker.input[1] ?? '') : undefined
    const offset = matrix && tensors.get(maker?.input[2] ?? '')
    const whitening = matrix && offset ? { matrix: floatsOf(matrix), offset: floatsOf(offset) } : null
    const raw = whitening ? (maker?.input[0] ?? '') : rows
    const [, width = 0] = bank.dims
    return { raw, rows, width, bank: floatsOf(bank), scale: scaleAfter(search.output[0] ?? ''), whitening }
  }

  /** The first division by a constant of one number that follows from the search: corrections come in between. */
  function scaleAfter(name: string): number {
    const reached = new Set([name])
    for (const { input, output, opType } of graph.node) {
      if (!input.some((value) => reached.has(value))) continue
      const by = opType === 'Div' && reached.has(input[0] ?? '') ? tensors.get(input[1] ?? '') : undefined
      const [scale = 0, ...more] = by && by.dataType === 1 ? floatsOf(by) : []
      if (by && more.length === 0 && scale > 0 && Number.isFinite(scale)) return scale
      for (const value of output) reached.add(value)
    }
    throw foreign()
  }
}

function floatsOf({ rawData, floatData, dataType }: TensorProto): Float32Array {
  if (dataType !== 1) throw foreign()
  if (!rawData || rawData.length === 0) return Float32Array.from(floatData)
  // A copy: the bytes in a file lie at any place, and numbers only at every fourth.
  return new Float32Array(new Uint8Array(rawData).buffer)
}

function foreign(): NabijError {
  return new NabijError('NABIJ_RECIPE_FOREIGN', { reason: 'its graph is not built as nabij does' })
}
