/** Seeded randomness: the same keys give the same numbers, on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  between(low: number, high: number): number
  /** Mean 0, deviation 1, never beyond ±2.5: a product line has no tails. */
  normal(): number
  whole(below: number): number
  chance(share: number): boolean
}

/** A stream of its own for each list of whole numbers, so that part 1000 needs no parts before it. */
export function randomOf(...keys: number[]): Random {
  let state = 0x9e3779b9
  for (const key of keys) state = mix((state ^ (key | 0)) + 0x9e3779b9)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    return mix(state) / 4294967296
  }
  function between(low: number, high: number): number {
    return low + (high - low) * next()
  }
  function normal(): number {
    const sum = next() + next() + next() + next() + next() + next()
    return Math.max(-2.5, Math.min(2.5, (sum - 3) * Math.SQRT2))
  }
  return {
    next,
    between,
    normal,
    whole: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
  }
}

/** Spreads each bit of a 32-bit number over all of them. */
function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}
