/** How a file's bytes become text. `null` is said of bytes that are no text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const western = new TextDecoder('windows-1252')

/**
 * Recognises the encoding of the beginning of a file. UTF-16 is also recognised without its mark, by the zeros in it;
 * other zeros, or many control characters, mean that it is no text.
 */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  let controls = 0
  // By index: an iterator costs more than all else here.
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls += 1
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) {
    const half = sample.length / 2
    if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
    return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : null
  }
  if (controls > sample.length * 0.02) return null
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The bytes as text; a sequence that was cut off at the end is left out. Empty when they are no text. */
export function decodeHead(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding === null) return ''
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Whole lines: UTF-8 when they are valid so, else as Western European text, which every byte is. */
export function decodeLines(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return western.decode(bytes)
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  // The head may end in the middle of a character of at most four bytes.
  for (let short = 0; short < Math.min(4, bytes.length + 1); short += 1) {
    try {
      strict.decode(bytes.subarray(0, bytes.length - short))
      return true
    } catch {
      continue
    }
  }
  return false
}
