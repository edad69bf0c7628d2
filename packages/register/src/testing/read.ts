import type { Trace } from '@nabij/base'
import type { EvidenceReader } from '../reader.ts'

export interface Read {
  traces: Trace[]
  records: number
  ignored: Record<string, number>
  days: string[]
}

/** Runs a reader over text or bytes in pieces of a size, and collects what it says. */
export async function readWith(
  reader: EvidenceReader,
  content: string | Uint8Array,
  { name = 'file', piece = 65_536 }: { name?: string; piece?: number } = {},
): Promise<Read> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read: Read = { traces: [], records: 0, ignored: {}, days: [] }
  const file = {
    name,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
  }
  const emit = {
    record: (count = 1) => void (read.records += count),
    trace: (trace: Trace) => void read.traces.push(trace),
    ignored: (reason: string, count = 1) => void (read.ignored[reason] = (read.ignored[reason] ?? 0) + count),
    day: (day: string) => void read.days.push(day),
  }
  await reader.read(file, emit, new AbortController().signal)
  return read
}

/** How sure a reader is of a beginning. */
export function sureness(reader: EvidenceReader, text: string, name = 'file'): number {
  return reader.recognise({ name, text: text.slice(0, 65_536), bytes: new TextEncoder().encode(text.slice(0, 65_536)) })
}
