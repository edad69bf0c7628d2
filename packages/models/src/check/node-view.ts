import type { AttributeProto, NodeProto } from '@nabij/vision/onnx'
import { need } from './graph-fault.ts'
import type { Known, NodeView } from './known.ts'
import { knownTensor } from './tensor.ts'

/** ONNX's numbers of what an attribute is. */
const kind = { float: 1, int: 2, text: 3, tensor: 4, floats: 6, ints: 7, texts: 8 } as const
const allowed: readonly number[] = Object.values(kind)

/** A node for its rule. @throws GraphFault for graphs within graphs, and attributes that are there twice */
export function viewOf({ opType, output, attribute }: NodeProto, opset: number): NodeView {
  const named = new Map(attribute.map((each) => [each.name ?? '', each]))
  need(named.size === attribute.length, 'an attribute that is there twice')
  for (const each of attribute) {
    need(allowed.includes(each.type ?? 0) && !each.g && (each.graphs?.length ?? 0) === 0, 'graphs within graphs')
    if (each.t) knownTensor(each.t)
  }
  const of = (name: string, type: number): AttributeProto | undefined => {
    const found = named.get(name)
    need(found === undefined || found.type === type, `an attribute of another kind (${name})`)
    return found
  }
  return {
    operator: opType,
    opset,
    results: output.length,
    // A nought is not written into the file: what is there without a number is nought.
    int: (name, otherwise) => (of(name, kind.int) ?? { i: otherwise }).i ?? 0,
    ints(name) {
      const found = of(name, kind.ints)
      return found ? (found.ints ?? []) : undefined
    },
    text: (name, otherwise) => {
      const found = of(name, kind.text)
      return found ? new TextDecoder().decode(found.s) : otherwise
    },
    constant(name) {
      const found = named.get(name)
      return found && constantOf(found)
    },
    has: (name) => named.has(name),
  }
}

function constantOf({ type, t, i, f, ints, floats }: AttributeProto): Known | undefined {
  if (type === kind.tensor && t) return knownTensor(t)
  if (type === kind.int) return { type: 7, dims: [], numbers: [i ?? 0] }
  if (type === kind.float) return { type: 1, dims: [], numbers: [f ?? 0] }
  if (type === kind.ints) return { type: 7, dims: [ints?.length ?? 0], numbers: ints ?? [] }
  if (type === kind.floats) return { type: 1, dims: [floats?.length ?? 0], numbers: floats ?? [] }
  return undefined
}
