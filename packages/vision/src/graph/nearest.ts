import { method } from '../method.ts'
import type { GraphBuilder } from '../onnx/graph-builder.ts'

/**
 * Euclidean distance of each row of `rows` [Q, D] to its nearest row of `bank` [N, D]: [Q, 1].
 * |q − r|² = |q|² − 2 (q·r − |r|²/2): one matrix product and one maximum. `minusHalfSquares` [N] is −|r|²/2 of the bank.
 */
export function addNearest(graph: GraphBuilder, rows: string, bank: string, minusHalfSquares: string): string {
  const likeness = graph.node('Gemm', [rows, bank, minusHalfSquares], { transB: 1 })
  const best = graph.node('ReduceMax', [likeness], { axes: [1], keepdims: 1 })
  const own = graph.node('ReduceSumSquare', [rows], { axes: [1], keepdims: 1 })
  const square = graph.node('Sub', [own, graph.node('Mul', [best, graph.scalar(2)])])
  return graph.node('Sqrt', [graph.node('Max', [square, graph.scalar(method.smallestSquare)])])
}

/** −|r|²/2 of each row, for addNearest. */
export function minusHalfSquares(bank: Float32Array, width: number): Float32Array {
  return Float32Array.from({ length: bank.length / width }, (_, row) => {
    let sum = 0
    for (let n = row * width; n < (row + 1) * width; n++) sum += (bank[n] ?? 0) ** 2
    return -sum / 2
  })
}
