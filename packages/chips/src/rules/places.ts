import type { OnnxNode } from '@nabij/base'
import type { Graph } from '../graph.ts'
import { asHolds, type Check } from './rule.ts'
import { comesFrom } from './shapes.ts'

/** So far from its softmax an attention block reaches at most; a file may go round in a circle. */
const farthest = 8

export const standsBefore: Check<'before'> = (node, { operators }, { readers }) =>
  asHolds(node.outputs.every((name) => readers(name).every(({ operator }) => operators.includes(operator))))

export const isNotFirst: Check<'not-first'> = (node, _rule, { facts }) =>
  asHolds(!facts.inputs.some(({ name }) => node.inputs.includes(name)))

/** A pair of matrix products with a softmax between them, on what a convolution made: it may be the block that is meant. */
export const isAttention: Check<'attention'> = (node, _rule, graph) => (blocksOf(graph).has(node) ? 'unknown' : 'no')

const found = new WeakMap<Graph, ReadonlySet<OnnxNode>>()

/** The operators of all blocks of a model. */
function blocksOf(graph: Graph): ReadonlySet<OnnxNode> {
  const known = found.get(graph)
  if (known) return known
  const softmaxes = graph.nodes.filter(({ operator }) => operator === 'Softmax')
  const blocks = new Set(softmaxes.flatMap((softmax) => blockAround(softmax, graph)))
  found.set(graph, blocks)
  return blocks
}

function blockAround(softmax: OnnxNode, graph: Graph): OnnxNode[] {
  const { makerOf, readers } = graph
  const path: OnnxNode[] = [softmax]
  let maker = makerOf(softmax.inputs[0] ?? '')
  while (maker && ['Mul', 'Div', 'Transpose'].includes(maker.operator) && path.length < farthest) {
    path.push(maker)
    maker = makerOf(maker.inputs[0] ?? '')
  }
  let reader = readers(softmax.outputs[0] ?? '')[0]
  while (reader?.operator === 'Transpose' && path.length < farthest) {
    path.push(reader)
    reader = readers(reader.outputs[0] ?? '')[0]
  }
  if (maker?.operator !== 'MatMul' || reader?.operator !== 'MatMul') return []
  if (!maker.inputs.every((name) => comesFrom(name, ['Conv'], graph))) return []
  const moved = [...maker.inputs, ...reader.inputs].map(makerOf).filter((each) => each !== undefined)
  const forms = moved.flatMap((each) => [each, makerOf(each.inputs[0] ?? '')]).filter((each) => each !== undefined)
  const after = readers(reader.outputs[0] ?? '')
  return [...path, maker, reader, ...forms, ...after].filter(({ operator }) =>
    ['MatMul', 'Softmax', 'Transpose', 'Reshape', 'Mul'].includes(operator),
  )
}
