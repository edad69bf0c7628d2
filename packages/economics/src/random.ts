/** Numbers from 0 to below 1, the same for the same seed (Mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** From `low` to `high` with `likeliest` in between, as a triangle. */
export function triangular(random: number, low: number, likeliest: number, high: number): number {
  if (high <= low) return low
  const peak = Math.min(high, Math.max(low, likeliest))
  const share = (peak - low) / (high - low)
  return random < share
    ? low + Math.sqrt(random * (high - low) * (peak - low))
    : high - Math.sqrt((1 - random) * (high - low) * (high - peak))
}
