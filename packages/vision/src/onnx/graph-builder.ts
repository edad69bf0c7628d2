import type { Tensor } from '../model-runtime.ts'
import {
  type AttributeProto,
  encodeModel,
  type ModelProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from './proto.ts'

/** ONNX's numbers of the element types that nabij uses. */
export const elementType = { float32: 1, uint8: 2, int32: 6, int64: 7, float16: 10 } as const
type ElementType = keyof typeof elementType

export interface GraphBuilder {
  /** Adds a constant and returns its name. */
  constant(tensor: Tensor): string
  scalar(value: number): string
  /** Adds a node and returns the name of its first output. */
  node(
    opType: string,
    inputs: string[],
    attributes?: Record<string, number | number[] | string>,
    outputs?: string[],
  ): string
  input(name: string, type: ElementType, dims: (number | string)[]): string
  /** Makes the value an output under this name. */
  output(name: string, value: string, dims: (number | string)[]): void
  /** Takes over all nodes and constants of a model; its inputs become inputs, its outputs stay inner values. */
  include(model: ModelProto): void
  /** The graph as a model file: only what the outputs need. */
  build(name: string, metadata?: Record<string, string>): Uint8Array
}

/** A graph in the making, opset 17. Values get names that begin with `prefix`: another one than those of a graph that is included. */
export function graphBuilder(prefix = 'v'): GraphBuilder {
  const nodes: NodeProto[] = []
  const constants: TensorProto[] = []
  const inputs: ValueInfoProto[] = []
  const outputs: ValueInfoProto[] = []
  let count = 0
  const fresh = () => `${prefix}${count++}`

  function node(opType: string, from: string[], attributes = {}, to = [fresh()]): string {
    const attribute = Object.entries(attributes).map(([name, value]) => asAttribute(name, value as number))
    nodes.push({ input: from, output: to, name: '', opType, domain: '', attribute })
    return to[0] as string
  }
  function constant(tensor: Tensor): string {
    const name = fresh()
    constants.push(asTensorProto(name, tensor))
    return name
  }

  return {
    node,
    constant,
    scalar: (value) => constant({ type: 'float32', dims: [], data: Float32Array.of(value) }),
    input(name, type, dims) {
      inputs.push(valueInfo(name, type, dims))
      return name
    },
    output(name, value, dims) {
      node('Identity', [value], {}, [name])
      outputs.push(valueInfo(name, 'float32', dims))
    },
    include(model) {
      nodes.push(...model.graph.node)
      constants.push(...model.graph.initializer)
      inputs.push(...model.graph.input)
    },
    build(name, metadata = {}) {
      const kept = reachable(nodes, outputs)
      const needed = new Set(kept.flatMap((each) => each.input))
      return encodeModel({
        irVersion: 8,
        producerName: 'nabij',
        opsetImport: [{ domain: '', version: 17 }],
        graph: {
          name,
          node: kept,
          initializer: constants.filter((each) => needed.has(each.name)),
          sparseInitializer: [],
          input: inputs,
          output: outputs,
        },
        metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
        functions: [],
      })
    },
  }
}

/** The nodes that the outputs depend on, in their order (each stands after what it reads). */
function reachable(nodes: NodeProto[], outputs: ValueInfoProto[]): NodeProto[] {
  const needed = new Set(outputs.map((each) => each.name))
  return nodes
    .toReversed()
    .filter((each) => {
      if (!each.output.some((name) => needed.has(name))) return false
      for (const name of each.input) needed.add(name)
      return true
    })
    .toReversed()
}

function asAttribute(name: string, value: number | number[] | string): AttributeProto {
  if (typeof value === 'string') return { name, type: 3, s: new TextEncoder().encode(value) }
  if (Array.isArray(value)) return { name, type: 7, ints: value }
  return Number.isInteger(value) ? { name, type: 2, i: value } : { name, type: 1, f: value }
}

function asTensorProto(name: string, tensor: Tensor): TensorProto {
  const { buffer, byteOffset, byteLength } = tensor.data
  const rawData = new Uint8Array(buffer, byteOffset, byteLength)
  const dims = [...tensor.dims]
  const dataType = elementType[tensor.type]
  return { name, dims, dataType, rawData, floatData: [], int64Data: [], externalData: [], dataLocation: 0 }
}

function valueInfo(name: string, type: ElementType, dims: (number | string)[]): ValueInfoProto {
  const dim = dims.map((each) => (typeof each === 'number' ? { dimValue: each } : { dimParam: each }))
  return { name, type: { tensorType: { elemType: elementType[type], shape: { dim } } } }
}
