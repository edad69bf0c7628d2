import type { EvidenceFile } from '../reader.ts'
import { decodeHead } from '../text/index.ts'

const size = 65_536

/** The beginning of a file as text, and the file as if nobody had looked. For formats that come in several dresses. */
export async function beginningOf(file: EvidenceFile): Promise<{ text: string; file: EvidenceFile }> {
  const source = file.bytes()[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const { value, done } = await source.next()
    if (done) break
    seen.push(value)
    length += value.length
  }
  const head = new Uint8Array(Math.min(size, length))
  let at = 0
  for (const chunk of seen) {
    const part = chunk.subarray(0, head.length - at)
    head.set(part, at)
    at += part.length
  }
  return {
    text: decodeHead(head),
    file: {
      name: file.name,
      async *bytes() {
        yield* seen
        yield* { [Symbol.asyncIterator]: () => source }
      },
    },
  }
}
