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

/** A damaged copy: a few bytes changed, a number made extreme, a piece cut out, doubled, filled, or the end cut off. */
export function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * original.length)
  const length = 1 + Math.floor(random() * Math.min(64, original.length - at))
  const piece = original.subarray(at, at + length)
  switch (Math.floor(random() * 6)) {
    case 0:
      return flipped(original, random)
    case 1:
      return joined(original.subarray(0, at), original.subarray(at + length))
    case 2:
      return joined(original.subarray(0, at), piece, original.subarray(at))
    case 3:
      return joined(
        original.subarray(0, at),
        new Uint8Array(length).fill(random() < 0.5 ? 0 : 255),
        original.subarray(at + length),
      )
    case 4:
      return withExtremeNumber(original, random)
    default:
      return Uint8Array.from(original.subarray(0, at))
  }
}

function flipped(original: Uint8Array, random: () => number): Uint8Array {
  // Not slice(): that of a Buffer is no copy, and the original would be damaged more and more.
  const copy = Uint8Array.from(original)
  // Most of what decoders trust stands at the front: half of the changes go there.
  for (let n = 1 + Math.floor(random() * 8); n > 0; n--) {
    const reach = random() < 0.5 ? Math.min(64, copy.length) : copy.length
    copy[Math.floor(random() * reach)] = Math.floor(random() * 256)
  }
  return copy
}

const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_ffff]

/** Widths, lengths and counts stand in 16 or 32 bits, either end first: one of them becomes the largest or smallest there is. */
function withExtremeNumber(original: Uint8Array, random: () => number): Uint8Array {
  const copy = Uint8Array.from(original)
  if (copy.length < 4) return copy
  const view = new DataView(copy.buffer)
  const reach = Math.min(random() < 0.7 ? 256 : copy.length, copy.length - 4)
  const at = Math.floor(random() * reach)
  const value = extremes[Math.floor(random() * extremes.length)] as number
  if (random() < 0.5) view.setUint16(at, value & 0xffff, random() < 0.5)
  else view.setUint32(at, value, random() < 0.5)
  return copy
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
