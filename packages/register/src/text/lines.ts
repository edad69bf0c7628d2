import type { EvidenceFile } from '../reader.ts'
import { decodeLines, encodingOf } from './encoding.ts'

export interface LineOptions {
  /** Bytes of the longest line that is kept whole (64 KiB unless said); the rest of a longer one is dropped. */
  longest?: number
  signal?: AbortSignal
}

/** Some lines that came together. Asking once per block instead of once per line is several times faster. */
export interface LineBlock {
  /** Number of the first line, from 1. */
  first: number
  /** Without their line ends. */
  lines: string[]
  /** Numbers of the lines whose end was dropped. */
  cut: ReadonlySet<number>
}

export interface Line {
  /** From 1. */
  number: number
  text: string
  /** True when it was longer than the longest: `text` is its beginning. */
  cut: boolean
}

const newline = 10
const carriageReturn = 13
const piece = 1_048_576

/** A file's lines in blocks, in bounded memory whatever is in it. UTF-8, UTF-16 and Latin-1; ends LF, CRLF or CR. */
export async function* blocksOf(file: EvidenceFile, options: LineOptions = {}): AsyncGenerator<LineBlock> {
  const { longest = 65_536, signal } = options
  let kept: Uint8Array = new Uint8Array(0)
  /** The line under way is already longer than allowed: drop until it ends. */
  let dropping = false
  let next = 1
  let cut = new Set<number>()

  for await (const chunk of plainChunks(file)) {
    signal?.throwIfAborted()
    const last = chunk.lastIndexOf(newline)
    if (last < 0) {
      keep(chunk)
      continue
    }
    const first = dropping ? chunk.indexOf(newline) : -1
    const head = dropping ? new Uint8Array(0) : chunk.subarray(0, last)
    const whole = dropping ? joined(kept, chunk.subarray(first, last)) : joined(kept, head)
    kept = new Uint8Array(0)
    dropping = false
    yield block(whole)
    keep(chunk.subarray(last + 1))
  }
  signal?.throwIfAborted()
  if (kept.length > 0) yield block(kept)

  function keep(bytes: Uint8Array): void {
    if (dropping) return
    if (kept.length + bytes.length <= longest) {
      kept = joined(kept, bytes)
      return
    }
    kept = joined(kept, bytes.subarray(0, Math.max(0, longest - kept.length)))
    dropping = true
    cut.add(next)
  }

  function block(bytes: Uint8Array): LineBlock {
    const lines = decodeLines(bytes).split('\n')
    for (const [at, line] of lines.entries()) {
      if (line.length > longest) {
        lines[at] = line.slice(0, longest)
        cut.add(next + at)
      } else if (line.charCodeAt(line.length - 1) === carriageReturn) lines[at] = line.slice(0, -1)
    }
    const made = { first: next, lines, cut }
    next += lines.length
    cut = new Set()
    return made
  }
}

/** A file's lines one by one. For logs of millions of lines see `blocksOf`. */
export async function* linesOf(file: EvidenceFile, options: LineOptions = {}): AsyncGenerator<Line> {
  for await (const { first, lines, cut } of blocksOf(file, options)) {
    for (const [at, text] of lines.entries()) yield { number: first + at, text, cut: cut.has(first + at) }
  }
}

/** The file's bytes without byte order mark, as UTF-8 or Latin-1 with LF somewhere in it. */
async function* plainChunks(file: EvidenceFile): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let onlyReturns = false
  let first = true
  const encoder = new TextEncoder()
  for await (const chunk of file.bytes()) {
    if (chunk.length === 0) continue
    let bytes = chunk
    if (first) {
      first = false
      const encoding = encodingOf(chunk.subarray(0, 65_536))
      if (encoding === 'utf-16le' || encoding === 'utf-16be') decoder = new TextDecoder(encoding)
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
      const head = decoder ? new TextEncoder().encode(decoder.decode(chunk.subarray(0, 65_536))) : chunk
      if (decoder) decoder = new TextDecoder(decoder.encoding)
      const start = head.subarray(0, 65_536)
      onlyReturns = !start.includes(newline) && start.includes(carriageReturn)
    }
    if (decoder) bytes = encoder.encode(decoder.decode(bytes, { stream: true }))
    // A string has a longest length too: a source that gives all at once is taken in pieces.
    for (let at = 0; at < bytes.length; at += piece) {
      const part = bytes.subarray(at, at + piece)
      yield onlyReturns ? part.map((byte) => (byte === carriageReturn ? newline : byte)) : part
    }
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right.slice()
  const all = new Uint8Array(left.length + right.length)
  all.set(left)
  all.set(right, left.length)
  return all
}
