import type { Trace } from '@nabij/base'
import { chooseReader, peek } from '../../evidence/choose.ts'
import { softwareReaders } from '../readers.ts'

export interface Read {
  reader: string | null
  records: number
  ignored: Record<string, number>
  traces: Trace[]
  /** `pkg:npm/react | npm · react 19.0.0 · direct | line 3`, one a trace. */
  lines: string[]
}

/** Reads text as the file of that name would be, in small pieces. */
export async function readText(name: string, content: string | Uint8Array, piece = 1000): Promise<Read> {
  const all = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { head, file } = await peek({
    name,
    async *bytes() {
      for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece)
    },
  })
  const reader = chooseReader(head, softwareReaders)
  const read: Read = { reader: reader?.id ?? null, records: 0, ignored: {}, traces: [], lines: [] }
  const emit = {
    record: (count = 1) => void (read.records += count),
    trace: (trace: Trace) => void read.traces.push(trace),
    ignored: (reason: string, count = 1) => void (read.ignored[reason] = (read.ignored[reason] ?? 0) + count),
    day: () => undefined,
  }
  await reader?.read(file, emit, new AbortController().signal)
  read.lines = read.traces.map(({ name, text, locator }) => `${name} | ${text} | ${locator}`)
  return read
}
