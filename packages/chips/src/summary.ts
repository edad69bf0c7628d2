import type { ModelSummary, OnnxFacts } from '@nabij/base'
import type { Graph } from './graph.ts'
import { whole } from './sizes/size.ts'
import { workOf } from './work.ts'

/** ONNX's names of the types of numbers. */
const types: Record<number, string> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  16: 'bfloat16',
}

/** @param given the model as it came, for the names that whoever made it knows */
export function summaryOf(graph: Graph, given: OnnxFacts): ModelSummary {
  const { facts, nodes, sizes } = graph
  const operators: Record<string, number> = {}
  for (const { operator, domain } of nodes) {
    const name = domain === '' ? operator : `${domain}.${operator}`
    operators[name] = (operators[name] ?? 0) + 1
  }
  const works = nodes.map((node) => workOf(node, sizes))
  return {
    opset: facts.opset,
    inputs: facts.inputs.map(({ name, type, dims }) => ({ name, type: types[type] ?? `${type}`, dims })),
    outputs: given.outputs.map(({ name }) => name),
    operators: Object.fromEntries(Object.entries(operators).sort(([a], [b]) => (a < b ? -1 : 1))),
    parameters: parametersOf(graph),
    multiplications: works.includes(null) ? null : works.reduce<number>((sum, each) => sum + (each ?? 0), 0),
    precision: precisionOf(graph),
  }
}

/** Numbers that a model holds: weights, and what it looks things up in. */
export function parametersOf({ facts }: Graph): number {
  return facts.constants.reduce((sum, { dims }) => sum + (whole(dims) ?? 0), 0)
}

/** In what numbers most of its weights stand; whole numbers with scales beside them are a quantised model. */
export function precisionOf({ facts }: Graph): string {
  if (
    facts.nodes.some(({ operator }) =>
      /^(QuantizeLinear|DequantizeLinear|QLinear|ConvInteger|MatMulInteger)/.test(operator),
    )
  )
    return 'int8'
  const counts = new Map<number, number>()
  for (const { type, dims } of facts.constants) counts.set(type, (counts.get(type) ?? 0) + (whole(dims) ?? 0))
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return types[most?.[0] ?? 1] ?? 'float32'
}
