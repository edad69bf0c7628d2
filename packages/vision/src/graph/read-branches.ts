import { NabijError } from '@nabij/base'
import { type Allowance, noAllowance } from '../learning/branch-score.ts'
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
  allowance: Allowance
  whitening: Whitening | null
}

/**
 * The branches of a recipe, in their order (local, semantic). Each ends in Gemm(rows, bank, −|bank|²/2) → ReduceMax → …
 * → Sqrt → Div by its scale; what it allows, where it does, is Sub → Clip → Mul by a share of the scale.
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
    const { scale, allowance } = headAfter(search.output[0] ?? '')
    return { raw, rows, width, bank: floatsOf(bank), scale, allowance, whitening }
  }

  /** What follows from the search: the first division by one number is the scale (corrections come in between). */
  function headAfter(name: string): { scale: number; allowance: Allowance } {
    const reached = new Set([name])
    let scale: number | undefined
    let clip: NodeProto | undefined
    for (const node of graph.node) {
      if (!node.input.some((value) => reached.has(value))) continue
      if (node.opType === 'Div' && reached.has(node.input[0] ?? '')) scale ??= numberOf(node.input[1])
      if (node.opType === 'Clip') clip ??= node
      if (node.opType === 'Mul' && clip && clip.output[0] === node.input[0])
        return { scale: sound(scale), allowance: allowanceAt(clip, node, sound(scale)) }
      for (const value of node.output) reached.add(value)
    }
    return { scale: sound(scale), allowance: noAllowance }
  }

  function allowanceAt(clip: NodeProto, mul: NodeProto, scale: number): Allowance {
    const above = makers.get(clip.input[0] ?? '')
    const [from, most, share] = [above?.input[1], clip.input[2], mul.input[1]].map(numberOf)
    return { from: sound(from), most: sound(most), slope: sound(share) * scale }
  }

  function numberOf(name: string | undefined): number | undefined {
    const tensor = tensors.get(name ?? '')
    const [value, ...more] = tensor?.dataType === 1 ? floatsOf(tensor) : []
    return more.length === 0 ? value : undefined
  }
}

/** @throws NabijError when it is no number above 0 */
function sound(value: number | undefined): number {
  if (!(value !== undefined && value > 0 && Number.isFinite(value))) throw foreign()
  return value
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
