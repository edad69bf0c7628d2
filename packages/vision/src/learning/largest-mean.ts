import { method } from '../method.ts'

/** A branch's score: the mean of its largest distances. The recipe's graph does the same. */
export function largestMean(distances: Float32Array): number {
  const largest = distances.toSorted((a, b) => b - a).subarray(0, method.largest)
  return largest.reduce((sum, value) => sum + value, 0) / largest.length
}
