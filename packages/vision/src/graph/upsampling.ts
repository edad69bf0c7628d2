/**
 * Weights [to, from] of one direction: bilinear interpolation (pixel centres, borders repeated), then a Gaussian
 * with `spread` in cells of the larger grid (borders repeated). Each row sums to one.
 */
export function upsampling(from: number, to: number, spread: number): Float32Array {
  const linear = new Float64Array(to * from)
  for (let cell = 0; cell < to; cell++) {
    const place = Math.min(from - 1, Math.max(0, ((cell + 0.5) * from) / to - 0.5))
    const low = Math.min(Math.floor(place), Math.max(0, from - 2))
    add(linear, cell * from + low, 1 - (place - low))
    if (from > 1) add(linear, cell * from + low + 1, place - low)
  }
  const reach = Math.ceil(3 * spread)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, n) => Math.exp(-((n - reach) ** 2) / (2 * spread ** 2)))
  const sum = kernel.reduce((a, b) => a + b)
  const smooth = new Float64Array(to * from)
  for (let cell = 0; cell < to; cell++) {
    for (const [n, weight] of kernel.entries()) {
      const neighbour = Math.min(to - 1, Math.max(0, cell + n - reach))
      for (let k = 0; k < from; k++) add(smooth, cell * from + k, (weight / sum) * (linear[neighbour * from + k] ?? 0))
    }
  }
  return Float32Array.from(smooth)
}

function add(array: Float64Array, index: number, value: number): void {
  array[index] = (array[index] ?? 0) + value
}
