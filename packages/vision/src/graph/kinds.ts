import type { GraphBuilder } from '../onnx/graph-builder.ts'
import { ints, matrix, vector } from './constants.ts'

/** Names the kind of a defect from the rows at its most anomalous places. */
export interface KindsHead {
  /** Numbers in a row. */
  width: number
  /** [kinds, width]: the middle of each kind, its descriptors of length one. */
  middles: Float32Array
  /** How sharply likeness becomes confidence, and the likeness below which it is like none. */
  sharpness: number
  least: number
}

/**
 * Output `kinds` [kinds + 1]: shares that add up to one, the last one for "like none of them".
 * The descriptor is the mean of the rows, each weighing as the 8th power of its distance over the largest one; scaled to
 * length one. Its cosine with each kind's middle, times `sharpness`, goes through a softmax.
 */
export function addKinds(graph: GraphBuilder, rows: string, distances: string, head: KindsHead): void {
  const largest = graph.node('ReduceMax', [distances], { axes: [0], keepdims: 1 })
  let weight = graph.node('Div', [distances, largest])
  for (let power = 1; power < 8; power *= 2) weight = graph.node('Mul', [weight, weight])
  const weighed = graph.node('ReduceMean', [graph.node('Mul', [rows, weight])], { axes: [0], keepdims: 1 })
  const length = graph.node('ReduceL2', [weighed], { axes: [1], keepdims: 1 })
  const descriptor = graph.node('Div', [weighed, graph.node('Max', [length, graph.scalar(1e-6)])])
  const count = head.middles.length / head.width
  const likeness = graph.node('Gemm', [descriptor, matrix(graph, head.middles, head.width)], { transB: 1 })
  const all = graph.node(
    'Concat',
    [graph.node('Reshape', [likeness, ints(graph, count)]), vector(graph, Float32Array.of(head.least))],
    { axis: 0 },
  )
  const powers = graph.node('Exp', [graph.node('Mul', [all, graph.scalar(head.sharpness)])])
  const sum = graph.node('Mul', [
    graph.node('ReduceMean', [powers], { axes: [0], keepdims: 1 }),
    graph.scalar(count + 1),
  ])
  graph.output('kinds', graph.node('Div', [powers, sum]), [count + 1])
}
