import { type Random, randomOf } from './random.ts'

/** Side of every noise tile; a power of two, so that a tile repeats with a mask instead of a modulo. */
export const tileSide = 512
export const tileMask = tileSide - 1

/** Smooth noise that repeats without a seam: mean 0, deviation 1. `octaves` are [pixels between knots, weight]. */
export function noiseTile(seed: number, octaves: [number, number][]): Float32Array {
  const tile = new Float32Array(tileSide * tileSide)
  octaves.forEach(([period, weight], octave) => {
    addOctave(tile, randomOf(seed, octave), period, weight)
  })
  return standardised(tile)
}

function addOctave(tile: Float32Array, random: Random, period: number, weight: number): void {
  const knots = Math.round(tileSide / period)
  const values = Float32Array.from({ length: knots * knots }, () => random.between(-1, 1))
  for (let y = 0; y < tileSide; y++) {
    const gy = (y * knots) / tileSide
    const top = Math.floor(gy)
    const ty = smooth(gy - top)
    const rowA = top * knots
    const rowB = ((top + 1) % knots) * knots
    for (let x = 0; x < tileSide; x++) {
      const gx = (x * knots) / tileSide
      const left = Math.floor(gx)
      const right = (left + 1) % knots
      const tx = smooth(gx - left)
      const a = mixed(values[rowA + left] ?? 0, values[rowA + right] ?? 0, tx)
      const b = mixed(values[rowB + left] ?? 0, values[rowB + right] ?? 0, tx)
      tile[y * tileSide + x] = (tile[y * tileSide + x] ?? 0) + weight * mixed(a, b, ty)
    }
  }
}

/** Small round spots strewn over a tile that repeats: 0 beside them, up to 1 in the middle of the largest. */
export function spotTile(seed: number, count: number, smallest: number, largest: number): Float32Array {
  const tile = new Float32Array(tileSide * tileSide)
  const random = randomOf(seed)
  for (let spot = 0; spot < count; spot++) {
    const x = random.next() * tileSide
    const y = random.next() * tileSide
    const radius = smallest + (largest - smallest) * random.next() ** 2
    const strength = random.between(0.4, 1)
    for (let py = Math.floor(y - radius); py <= y + radius; py++) {
      for (let px = Math.floor(x - radius); px <= x + radius; px++) {
        const near = 1 - ((px - x) ** 2 + (py - y) ** 2) / (radius * radius)
        const at = (py & tileMask) * tileSide + (px & tileMask)
        if (near > 0) tile[at] = Math.max(tile[at] ?? 0, strength * Math.min(1, near * 1.6))
      }
    }
  }
  return tile
}

function standardised(tile: Float32Array): Float32Array {
  let sum = 0
  for (const value of tile) sum += value
  const mean = sum / tile.length
  let squares = 0
  for (const value of tile) squares += (value - mean) ** 2
  const deviation = Math.sqrt(squares / tile.length)
  return tile.map((value) => (value - mean) / deviation)
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t)
}

function mixed(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

/** The tile at (x, y), between its pixels by proportion; it repeats for ever. */
export function sampleTile(tile: Float32Array, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const tx = x - left
  const ty = y - top
  const x0 = left & tileMask
  const x1 = (left + 1) & tileMask
  const y0 = (top & tileMask) * tileSide
  const y1 = ((top + 1) & tileMask) * tileSide
  const a = tile[y0 + x0] as number
  const b = tile[y1 + x0] as number
  const upper = a + ((tile[y0 + x1] as number) - a) * tx
  return upper + (b + ((tile[y1 + x1] as number) - b) * tx - upper) * ty
}
