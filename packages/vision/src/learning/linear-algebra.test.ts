import { describe, expect, it } from 'vitest'
import { choleskyFactor, lowerInverse } from './linear-algebra.ts'
import { combine, moments, whiteningOf } from './moments.ts'

const width = 5
const rows = { width, data: Float32Array.from({ length: 40 * width }, (_, n) => Math.sin(n * n) + (n % width) * 3) }

describe('choleskyFactor and lowerInverse', () => {
  it('the factor times itself is the matrix, the inverse times the factor is one', () => {
    const size = 4
    const matrix = Float64Array.of(4, 0, 0, 0, 2, 5, 0, 0, 1, 2, 6, 0, 0.5, 1, 1, 3)
    const factor = choleskyFactor(matrix, size)
    const inverse = lowerInverse(factor, size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        let [back, one] = [0, 0]
        for (let k = 0; k < size; k++) {
          back += (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0)
          one += (inverse[i * size + k] ?? 0) * (factor[k * size + j] ?? 0)
        }
        expect(back).toBeCloseTo(matrix[i * size + j] ?? 0, 12)
        expect(one).toBeCloseTo(i === j ? 1 : 0, 12)
      }
    }
  })
})

describe('moments and whitening', () => {
  it('taking rows away leaves what would have been without them', () => {
    const first = { width, data: rows.data.subarray(0, 10 * width) }
    const rest = { width, data: rows.data.subarray(10 * width) }
    const left = combine(moments(rows), moments(first), -1)
    const wanted = moments(rest)
    expect(left.count).toBe(30)
    for (const [n, value] of wanted.products.entries()) expect(left.products[n]).toBeCloseTo(value, 9)
    for (const [n, value] of wanted.sums.entries()) expect(left.sums[n]).toBeCloseTo(value, 9)
  })

  it('whitened rows have mean zero and distances of Mahalanobis', () => {
    const { matrix, offset } = whiteningOf(moments(rows))
    const whitened = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: width }, (_, i) => {
        const terms = Array.from(
          { length: width },
          (_, j) => (matrix[i * width + j] ?? 0) * (rows.data[row * width + j] ?? 0),
        )
        return terms.reduce((a, b) => a + b, offset[i] ?? 0)
      }),
    )
    for (let i = 0; i < width; i++) {
      expect(whitened.reduce((sum, row) => sum + (row[i] ?? 0), 0) / 40).toBeCloseTo(0, 5)
      // Variance v of a direction becomes v / (v + ridge) / width: below 1 / width, and not nothing.
      const variance = whitened.reduce((sum, row) => sum + (row[i] ?? 0) ** 2, 0) / 40
      expect(variance).toBeLessThan(1 / width)
      expect(variance).toBeGreaterThan(0.2 / width)
    }
  })

  it('rows without any variance stay finite', () => {
    const { matrix, offset } = whiteningOf(moments({ width, data: new Float32Array(8 * width).fill(2) }))
    for (const value of [...matrix, ...offset]) expect(Number.isFinite(value)).toBe(true)
  })
})
