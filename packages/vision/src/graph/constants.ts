import type { GraphBuilder } from '../onnx/graph-builder.ts'

/** A constant vector of whole numbers (shapes, axes, counts). */
export function ints(graph: GraphBuilder, ...values: number[]): string {
  return graph.constant({ type: 'int64', dims: [values.length], data: BigInt64Array.from(values, BigInt) })
}

export function matrix(graph: GraphBuilder, data: Float32Array, columns: number): string {
  return graph.constant({ type: 'float32', dims: [data.length / columns, columns], data })
}

export function vector(graph: GraphBuilder, data: Float32Array): string {
  return graph.constant({ type: 'float32', dims: [data.length], data })
}
