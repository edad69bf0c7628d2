/** The lower triangle G with G · Gᵀ = the symmetric matrix, of which only the lower triangle is read. Row by row. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const row = factor.subarray(i * size, (i + 1) * size)
    for (let j = 0; j <= i; j++) {
      const other = factor.subarray(j * size, (j + 1) * size)
      let rest = matrix[i * size + j] ?? 0
      for (let k = 0; k < j; k++) rest -= (row[k] ?? 0) * (other[k] ?? 0)
      row[j] = i === j ? Math.sqrt(rest) : rest / (other[j] ?? 1)
    }
  }
  return factor
}

/** The inverse of a lower triangle: again a lower triangle. */
export function lowerInverse(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const row = inverse.subarray(i * size, (i + 1) * size)
    for (let k = 0; k < i; k++) {
      const weight = factor[i * size + k] ?? 0
      const other = inverse.subarray(k * size, (k + 1) * size)
      for (let j = 0; j <= k; j++) row[j] = (row[j] ?? 0) - weight * (other[j] ?? 0)
    }
    const diagonal = factor[i * size + i] ?? 1
    for (let j = 0; j < i; j++) row[j] = (row[j] ?? 0) / diagonal
    row[i] = 1 / diagonal
  }
  return inverse
}
