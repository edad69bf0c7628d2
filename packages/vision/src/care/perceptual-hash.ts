import { type Grey, shrunk } from './luma.ts'

const side = 32
const waves = 16
const cosines = Float64Array.from({ length: waves * side }, (_, n) => {
  const [wave, at] = [Math.floor(n / side), n % side]
  return Math.cos((Math.PI * wave * (at + 0.5)) / side)
})

/**
 * 256 bits as 64 hex digits: which of the 16 × 16 coarsest waves (cosine transform of the picture at 32 × 32) are stronger
 * than the median. What leaves a picture what it is (size, compression, light, a small shift) turns few of them.
 */
export function perceptualHash(grey: Grey): string {
  const { width, height, data } = shrunk(grey, side, side)
  const at = (x: number, y: number) =>
    data[Math.floor((y * height) / side) * width + Math.floor((x * width) / side)] ?? 0
  const rows = new Float64Array(side * waves)
  for (let y = 0; y < side; y++) {
    for (let wave = 0; wave < waves; wave++) {
      let sum = 0
      for (let x = 0; x < side; x++) sum += at(x, y) * (cosines[wave * side + x] ?? 0)
      rows[y * waves + wave] = sum
    }
  }
  const strengths = new Float64Array(waves * waves)
  for (let n = 0; n < strengths.length; n++) {
    const [up, wave] = [Math.floor(n / waves), n % waves]
    for (let y = 0; y < side; y++)
      strengths[n] = (strengths[n] ?? 0) + (rows[y * waves + wave] ?? 0) * (cosines[up * side + y] ?? 0)
  }
  // The mean brightness says nothing about what is where.
  strengths[0] = 0
  // Rounding is no difference: in an empty picture all bits are alike.
  const median = Math.max(1e-9, strengths.toSorted()[strengths.length / 2] ?? 0)
  return Array.from({ length: strengths.length / 4 }, (_, digit) => {
    const bits = [0, 1, 2, 3].map((bit) => ((strengths[digit * 4 + bit] ?? 0) > median ? 8 >> bit : 0))
    return bits.reduce((a, b) => a + b).toString(16)
  }).join('')
}

/** A hash as eight words, ready to be compared with many. */
export function hashWords(hash: string): Uint32Array {
  return Uint32Array.from({ length: 8 }, (_, word) => Number.parseInt(hash.slice(word * 8, word * 8 + 8), 16) || 0)
}

/** In how many of 256 bits two hashes differ. Different pictures of one kind: some 50 to 120. */
export function hashDistance(a: Uint32Array, b: Uint32Array): number {
  let sum = 0
  for (let word = 0; word < 8; word++) sum += bitCount((a[word] ?? 0) ^ (b[word] ?? 0))
  return sum
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
