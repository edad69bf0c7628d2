import type { EvidenceFile, EvidenceReader, Head } from '../reader.ts'
import { readers } from '../readers/index.ts'
import { decodeHead } from '../text/index.ts'

const headSize = 65_536

/** The reader that is surest that this is its own; null when nobody is at least half sure. */
export function chooseReader(head: Head, among: readonly EvidenceReader[] = readers): EvidenceReader | null {
  let best: EvidenceReader | null = null
  let sureness = 0.5
  for (const reader of among) {
    const sure = reader.recognise(head)
    // The first of equals keeps it, but half sure is enough for the first.
    if (sure > sureness || (best === null && sure === sureness)) {
      best = reader
      sureness = sure
    }
  }
  return best
}

/** Takes a look at the beginning of a file and gives it back whole. */
export async function peek(file: EvidenceFile): Promise<{ head: Head; file: EvidenceFile }> {
  const source = file.bytes()[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let size = 0
  while (size < headSize) {
    const { value, done } = await source.next()
    if (done) break
    seen.push(value)
    size += value.length
  }
  const bytes = joinedHead(seen, Math.min(size, headSize))
  return {
    head: { name: file.name, bytes, text: decodeHead(bytes) },
    file: {
      name: file.name,
      async *bytes() {
        yield* seen
        yield* { [Symbol.asyncIterator]: () => source }
      },
    },
  }
}

function joinedHead(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const head = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, size - at)
    head.set(part, at)
    at += part.length
  }
  return head
}
