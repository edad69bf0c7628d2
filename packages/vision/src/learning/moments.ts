import type { Whitening } from '../graph/recipe-graph.ts'
import { method } from '../method.ts'
import { choleskyFactor, lowerInverse } from './linear-algebra.ts'
import { type Rows, rowCount } from './tensors.ts'

/** Number, sum and lower triangle of the sum of outer products of rows: can be added and taken away again. */
export interface Moments {
  count: number
  sums: Float64Array
  products: Float64Array
}

export function moments(rows: Rows): Moments {
  const { width, data } = rows
  const sums = new Float64Array(width)
  const products = new Float64Array(width * width)
  const row = new Float64Array(width)
  for (let at = 0; at < data.length; at += width) {
    row.set(data.subarray(at, at + width))
    for (let i = 0; i < width; i++) {
      const value = row[i] ?? 0
      sums[i] = (sums[i] ?? 0) + value
      const line = products.subarray(i * width, i * width + i + 1)
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + value * (row[j] ?? 0)
    }
  }
  return { count: rowCount(rows), sums, products }
}

/** a + sign · b */
export function combine(a: Moments, b: Moments, sign: 1 | -1): Moments {
  const mix = (x: Float64Array, y: Float64Array) => {
    const out = new Float64Array(x.length)
    for (let n = 0; n < out.length; n++) out[n] = (x[n] ?? 0) + sign * (y[n] ?? 0)
    return out
  }
  return { count: a.count + sign * b.count, sums: mix(a.sums, b.sums), products: mix(a.products, b.products) }
}

/**
 * The whitening w = (b − μ) · L / √D with L·Lᵀ = C⁻¹, where C is the covariance with a share of its mean variance
 * added to the diagonal, so that a few photos are enough. A Euclidean distance of w is a Mahalanobis distance of b.
 */
export function whiteningOf({ count, sums, products }: Moments): Whitening {
  const width = sums.length
  const mean = sums.map((sum) => sum / count)
  const covariance = new Float64Array(width * width)
  let trace = 0
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      covariance[i * width + j] = (products[i * width + j] ?? 0) / count - (mean[i] ?? 0) * (mean[j] ?? 0)
    }
    trace += covariance[i * width + i] ?? 0
  }
  // A picture of one colour has no variance at all: then nothing is scaled.
  const ridge = Math.max(method.ridge * (trace / width), 1e-6)
  for (let i = 0; i < width; i++) covariance[i * width + i] = (covariance[i * width + i] ?? 0) + ridge
  return scaledWhitening(lowerInverse(choleskyFactor(covariance, width), width), mean)
}

function scaledWhitening(inverse: Float64Array, mean: Float64Array): Whitening {
  const width = mean.length
  const scale = 1 / Math.sqrt(width)
  const offset = new Float32Array(width)
  for (let i = 0; i < width; i++) {
    let sum = 0
    for (let j = 0; j <= i; j++) sum += (inverse[i * width + j] ?? 0) * (mean[j] ?? 0)
    offset[i] = -sum * scale
  }
  // A loop: `Float32Array.from` takes as long as the factor and its inverse together.
  const matrix = new Float32Array(inverse.length)
  for (let n = 0; n < matrix.length; n++) matrix[n] = (inverse[n] ?? 0) * scale
  return { matrix, offset }
}
