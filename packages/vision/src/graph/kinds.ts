import type { GraphBuilder } from '../onnx/graph-builder.ts'
import { ints, matrix, vector } from './constants.ts'

/** Names the kind of a defect from the rows at its most anomalous places. */
export interface KindsHead {
  /** Numbers in a descriptor: those of all branches. */
  width: number
  /** [kinds, width]: the middle of each kind. */
  middles: Float32Array
  /** [n, width]: what defects of one kind differ in; differences along these count less. */
  spreads: Float32Array
  /** What squared distances are multiplied by. */
  scale: number
  /** The distance at which a defect is like none of them. */
  far: number
  /** How sharply distance becomes confidence. */
  sharpness: number
}

/**
 * Output `kinds` [kinds + 1]: shares that add up to one, the last one for "like none of them".
 * The descriptor x (correct/kinds/descriptor.ts) of each branch: the mean of the rows, each weighing as the 8th power of
 * its distance over the largest one, scaled to length one. With the middles m and spreads S the squared distance to a
 * kind is scale · (|x − m|² − |S (x − m)|²); less of it is more of the share (softmax of its negative times sharpness).
 */
export function addKinds(graph: GraphBuilder, branches: { rows: string; distances: string }[], head: KindsHead): void {
  const { width, middles, spreads, scale, far, sharpness } = head
  const rows = branches.map((branch) => addDescriptor(graph, branch))
  const descriptor = rows.length > 1 ? graph.node('Concat', rows, { axis: 1 }) : (rows[0] ?? '')
  const count = middles.length / width
  const square = (value: string) => graph.node('ReduceSumSquare', [value], { axes: [1], keepdims: 1 })
  const along = graph.node('Gemm', [descriptor, matrix(graph, spreads, width)], { transB: 1 })
  const own = graph.node('Sub', [square(descriptor), square(along)])
  const known = alongSpreads(head)
  const toMiddles = graph.node('Sub', [
    graph.node('Gemm', [descriptor, matrix(graph, middles, width)], { transB: 1 }),
    graph.node('Gemm', [along, matrix(graph, known.rows, spreads.length / width)], { transB: 1 }),
  ])
  const twice = graph.node('Mul', [toMiddles, graph.scalar(2)])
  const squares = graph.node('Add', [graph.node('Sub', [own, twice]), vector(graph, known.squares)])
  const scaled = graph.node('Mul', [graph.node('Reshape', [squares, ints(graph, count)]), graph.scalar(scale)])
  const all = graph.node('Concat', [scaled, vector(graph, Float32Array.of(far))], { axis: 0 })
  const closeness = graph.node('Mul', [all, graph.scalar(-sharpness)])
  const closest = graph.node('ReduceMax', [closeness], { axes: [0], keepdims: 1 })
  const powers = graph.node('Exp', [graph.node('Sub', [closeness, closest])])
  const mean = graph.node('ReduceMean', [powers], { axes: [0], keepdims: 1 })
  const sum = graph.node('Mul', [mean, graph.scalar(count + 1)])
  graph.output('kinds', graph.node('Div', [powers, sum]), [count + 1])
}

function addDescriptor(graph: GraphBuilder, { rows, distances }: { rows: string; distances: string }): string {
  const largest = graph.node('ReduceMax', [distances], { axes: [0], keepdims: 1 })
  let weight = graph.node('Div', [distances, largest])
  for (let power = 1; power < 8; power *= 2) weight = graph.node('Mul', [weight, weight])
  const mean = graph.node('ReduceMean', [graph.node('Mul', [rows, weight])], { axes: [0], keepdims: 1 })
  const length = graph.node('ReduceL2', [mean], { axes: [1], keepdims: 1 })
  return graph.node('Div', [mean, graph.node('Max', [length, graph.scalar(1e-6)])])
}

/** The middles along the spreads [kinds, n], and of each middle what its own squared length is less that. */
function alongSpreads({ width, middles, spreads }: KindsHead): { rows: Float32Array; squares: Float32Array } {
  const [kinds, count] = [middles.length / width, spreads.length / width]
  const rows = new Float32Array(kinds * count)
  const squares = new Float32Array(kinds)
  for (let kind = 0; kind < kinds; kind++) {
    const middle = middles.subarray(kind * width, (kind + 1) * width)
    let square = middle.reduce((sum, value) => sum + value ** 2, 0)
    for (let n = 0; n < count; n++) {
      const along = middle.reduce((sum, value, k) => sum + value * (spreads[n * width + k] ?? 0), 0)
      rows[kind * count + n] = along
      square -= along ** 2
    }
    squares[kind] = square
  }
  return { rows, squares }
}
