import type { OnnxNode } from '@nabij/base'
import type { Graph } from '../graph.ts'
import { asHolds, type Check } from './rule.ts'
import { comesFrom } from './shapes.ts'

export const standsBefore: Check<'before'> = (node, { operators }, { readers }) =>
  asHolds(node.outputs.every((name) => readers(name).every(({ operator }) => operators.includes(operator))))

export const isNotFirst: Check<'not-first'> = (node, _rule, { facts }) =>
  asHolds(!facts.inputs.some(({ name }) => node.inputs.includes(name)))

/** A pair of matrix products with a softmax between them, on what a convolution made: it may be the block that is meant. */
export const isAttention: Check<'attention'> = (node, _rule, graph) => {
  const softmaxes = graph.nodes.filter(({ operator }) => operator === 'Softmax')
  return softmaxes.some((softmax) => belongs(node, softmax, graph)) ? 'unknown' : 'no'
}

function belongs(node: OnnxNode, softmax: OnnxNode, graph: Graph): boolean {
  const before = aroundOf(softmax, graph)
  return before !== null && before.includes(node)
}

/** The operators of one block; null when it is none. */
function aroundOf(softmax: OnnxNode, graph: Graph): OnnxNode[] | null {
  const { makerOf, readers } = graph
  const path: OnnxNode[] = [softmax]
  let maker = makerOf(softmax.inputs[0] ?? '')
  while (maker && ['Mul', 'Div', 'Transpose'].includes(maker.operator)) {
    path.push(maker)
    maker = makerOf(maker.inputs[0] ?? '')
  }
  let reader = readers(softmax.outputs[0] ?? '')[0]
  while (reader?.operator === 'Transpose') {
    path.push(reader)
    reader = readers(reader.outputs[0] ?? '')[0]
  }
  if (maker?.operator !== 'MatMul' || reader?.operator !== 'MatMul') return null
  if (!maker.inputs.every((name) => comesFrom(name, ['Conv'], graph))) return null
  const moved = [...maker.inputs, ...reader.inputs].map(makerOf).filter((each) => each !== undefined)
  const forms = moved.flatMap((each) => [each, makerOf(each.inputs[0] ?? '')]).filter((each) => each !== undefined)
  const after = readers(reader.outputs[0] ?? '')
  return [...path, maker, reader, ...forms, ...after].filter(({ operator }) =>
    ['MatMul', 'Softmax', 'Transpose', 'Reshape', 'Mul'].includes(operator),
  )
}
