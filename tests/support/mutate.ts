/** mulberry32: a small seeded generator of numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A damaged copy: a few bytes changed, a piece cut out, doubled, filled, or the end cut off. */
export function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * original.length)
  const length = 1 + Math.floor(random() * Math.min(64, original.length - at))
  const piece = original.subarray(at, at + length)
  switch (Math.floor(random() * 5)) {
    case 0:
      return flipped(original, random)
    case 1:
      return joined(original.subarray(0, at), original.subarray(at + length))
    case 2:
      return joined(original.subarray(0, at), piece, original.subarray(at))
    case 3:
      return joined(original.subarray(0, at), new Uint8Array(length).fill(random() < 0.5 ? 0 : 255), original.subarray(at + length))
    default:
      return original.slice(0, at)
  }
}

function flipped(original: Uint8Array, random: () => number): Uint8Array {
  const copy = original.slice()
  // Most of what decoders trust stands at the front: half of the changes go there.
  for (let n = 1 + Math.floor(random() * 8); n > 0; n--) {
    const reach = random() < 0.5 ? Math.min(64, copy.length) : copy.length
    copy[Math.floor(random() * reach)] = Math.floor(random() * 256)
  }
  return copy
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
