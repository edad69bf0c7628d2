/** The lower triangle G with G · Gᵀ = the symmetric matrix, of which only the lower triangle is read. Row by row. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const row = i * size
    for (let j = 0; j <= i; j++) {
      const other = j * size
      let rest = matrix[row + j] ?? 0
      for (let k = 0; k < j; k++) rest -= (factor[row + k] ?? 0) * (factor[other + k] ?? 0)
      factor[row + j] = i === j ? Math.sqrt(rest) : rest / (factor[other + j] ?? 1)
    }
  }
  return factor
}

/** The inverse of a lower triangle: again a lower triangle. */
export function lowerInverse(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const row = i * size
    for (let k = 0; k < i; k++) {
      const weight = factor[row + k] ?? 0
      const other = k * size
      for (let j = 0; j <= k; j++) inverse[row + j] = (inverse[row + j] ?? 0) - weight * (inverse[other + j] ?? 0)
    }
    const diagonal = factor[row + i] ?? 1
    for (let j = 0; j < i; j++) inverse[row + j] = (inverse[row + j] ?? 0) / diagonal
    inverse[row + i] = 1 / diagonal
  }
  return inverse
}
