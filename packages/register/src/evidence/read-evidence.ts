import {
  type ColumnChoice,
  type Finding,
  type KnownColumns,
  NabijError,
  type OwnRule,
  type Question,
  type SeenTable,
} from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import type { Emit, EvidenceFile, EvidenceReader } from '../reader.ts'
import { bankCsv } from '../readers/bank-csv/index.ts'
import { readers as allReaders } from '../readers/index.ts'
import { startDigest } from '../resolve/digest.ts'
import { resolve } from '../resolve/index.ts'
import { bytesOf } from '../text/index.ts'
import { chooseReader, peek } from './choose.ts'
import { collect } from './collect.ts'
import { seeTable, type TableReading, type TableWay } from './see-table.ts'
import {
  gunzipped,
  isGzip,
  isZip,
  startUnpacking,
  type Unpacking,
  type ZipLimits,
  zipEntries,
  zipLimits,
} from './zip.ts'

/** What was read out of one file. */
export interface ReadEvidence {
  /** Name of the file; within an archive `archive.zip/folder/file`. */
  path: string
  /** Id of the reader; `archive` for what was left aside in one. */
  reader: string
  /** SHA-256 of the file's bytes: its id, so that the same file twice is the same evidence. */
  sha256: string
  records: number
  ignored: { reason: string; count: number }[]
  findings: Finding[]
  questions: Question[]
  /** First and last day that it covers. */
  from: string | null
  to: string | null
  /** Of a table of an unknown bank: its columns, which a person may correct. Never kept. */
  table?: SeenTable
}

export interface ReadOptions {
  index: KnowledgeIndex
  rules: readonly OwnRule[]
  signal?: AbortSignal
  /** Own names and domains: what is found about ourselves is no service. */
  own?: readonly string[]
  /** Which column says what, in a table of a bank that is not known. */
  columns?: ColumnChoice | undefined
  /** The same, as said before of tables with such a header. */
  knownColumns?: readonly KnownColumns[] | undefined
  /** Nothing will be kept: a table may be read by what its columns seem to say. */
  look?: boolean | undefined
  readers?: readonly EvidenceReader[]
  limits?: Partial<ZipLimits>
}

export interface Given {
  name: string
  /** All at once, or again and again from the beginning. */
  bytes: Uint8Array | (() => AsyncIterable<Uint8Array>)
}

/**
 * Reads a file by the reader that recognises its content; an archive by what is in it. Nothing of it is kept but findings,
 * questions and counts.
 * @throws NabijError NABIJ_EVIDENCE_UNKNOWN, _UNREADABLE, _TOO_LARGE, _HOSTILE; the signal's reason when it is aborted
 */
export async function readEvidence(given: Given, options: ReadOptions): Promise<ReadEvidence[]> {
  const limits = { ...zipLimits, ...options.limits }
  const { bytes } = given
  const file: EvidenceFile = {
    name: given.name,
    bytes: bytes instanceof Uint8Array ? () => oneChunk(bytes) : bytes,
  }
  return await readFile(file, { ...options, limits, unpacking: startUnpacking(given.name, limits), depth: 0 })
}

interface Inside extends ReadOptions {
  limits: ZipLimits
  unpacking: Unpacking
  depth: number
}

async function readFile(given: EvidenceFile, inside: Inside): Promise<ReadEvidence[]> {
  const { head, file } = await peek(given)
  inside.signal?.throwIfAborted()
  if (isZip(head.bytes)) return await readArchive(file, inside)
  if (isGzip(head.bytes)) return await readFile(unzipped(file, inside), deeper(file.name, inside))
  const reader = chooseReader(head, inside.readers ?? allReaders)
  const reading = reader && reader.id !== bankCsv.id ? null : await seeTable(head, reader, wayOf(inside))
  if (reading) return [await readTable(file, reading, inside)]
  if (!reader) throw new NabijError('NABIJ_EVIDENCE_UNKNOWN', { path: file.name })
  return [await readOne(file, reader, inside)]
}

/** What was said of one table holds for no other that comes in the same archive. */
function wayOf({ columns, knownColumns, look, depth }: Inside): TableWay {
  return depth === 0 ? { columns, known: knownColumns, look } : { known: knownColumns }
}

async function readTable(file: EvidenceFile, { reader, table }: TableReading, inside: Inside): Promise<ReadEvidence> {
  const nobody: EvidenceReader = { ...bankCsv, read: async () => undefined }
  const read = await readOne(file, reader ?? nobody, inside)
  const [first] = table.faults
  const faults = read.ignored.reduce((sum, { reason, count }) => sum + (lineFaults.has(reason) ? count : 0), 0)
  // Columns that fit no line at all are a mistake: nothing of that is kept, nor are the columns.
  if (first && !inside.look && faults === read.records)
    throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
      path: file.name,
      reason: first.reason,
      where: `line ${first.line}, and each of ${read.records}`,
    })
  return { ...read, table }
}

const lineFaults = new Set(['line without amount', 'line without date', 'line with other columns'])

async function readOne(file: EvidenceFile, reader: EvidenceReader, inside: Inside): Promise<ReadEvidence> {
  const digest = startDigest()
  const signal = inside.signal ?? new AbortController().signal
  const source = file.bytes()[Symbol.asyncIterator]()
  const next = async (): Promise<Uint8Array | null> => {
    signal.throwIfAborted()
    const { value, done } = await source.next()
    if (done) return null
    digest.update(value)
    return value
  }
  const hashed: EvidenceFile = {
    name: file.name,
    async *bytes() {
      for (let chunk = await next(); chunk; chunk = await next()) yield chunk
    },
  }
  const collected = collect(inside.own ?? [], (trace) => {
    const resolution = resolve(trace, inside.index, inside.rules)
    return 'ignored' in resolution ? resolution.ignored : null
  })
  await guarded(reader, hashed, collected.emit, signal)
  // What the reader did not care for is part of what makes the file this file.
  while (await next());
  const sha256 = digest.hex()
  return {
    path: file.name,
    reader: reader.id,
    sha256,
    ...collected.finish((trace) => resolve(trace, inside.index, inside.rules, sha256)),
  }
}

/** A reader throws NabijErrors; whatever else comes out of bad input is told as unreadable, not as a fault of ours. */
async function guarded(reader: EvidenceReader, file: EvidenceFile, emit: Emit, signal: AbortSignal): Promise<void> {
  try {
    await reader.read(file, emit, signal)
  } catch (error) {
    if (error instanceof NabijError || signal.aborted) throw error
    throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: file.name, reason: 'damaged', where: reader.id }, error)
  }
}

async function readArchive(file: EvidenceFile, inside: Inside): Promise<ReadEvidence[]> {
  const within = deeper(file.name, inside)
  const archive = await bytesOf(file, inside.limits.archive, inside.signal)
  const read: ReadEvidence[] = []
  const left = new Map<string, number>()
  const leave = (reason: string) => void left.set(reason, (left.get(reason) ?? 0) + 1)
  for (const entry of zipEntries(archive, file.name, inside.unpacking)) {
    if (entry.closed === 'folder') continue
    if (entry.closed) {
      leave(`${entry.closed} in the archive`)
      continue
    }
    try {
      read.push(...(await readFile({ name: `${file.name}/${entry.name}`, bytes: () => entry.bytes() }, within)))
    } catch (error) {
      if (!(error instanceof NabijError) || error.code === 'NABIJ_EVIDENCE_HOSTILE') throw error
      leave(error.code === 'NABIJ_EVIDENCE_UNKNOWN' ? 'file of an unknown kind' : 'file that cannot be read')
    }
  }
  if (read.length === 0 && inside.depth === 0) throw new NabijError('NABIJ_EVIDENCE_UNKNOWN', { path: file.name })
  return left.size === 0 ? read : [...read, leftAside(file.name, archive, left)]
}

function leftAside(path: string, archive: Uint8Array, left: ReadonlyMap<string, number>): ReadEvidence {
  const digest = startDigest()
  digest.update(archive)
  const ignored = [...left].map(([reason, count]) => ({ reason, count }))
  const sha256 = digest.hex()
  return { path, reader: 'archive', sha256, records: 0, ignored, findings: [], questions: [], from: null, to: null }
}

function deeper(path: string, inside: Inside): Inside {
  if (inside.depth >= inside.limits.depth)
    throw new NabijError('NABIJ_EVIDENCE_HOSTILE', { path, reason: 'archives within archives' })
  return { ...inside, depth: inside.depth + 1 }
}

function unzipped(file: EvidenceFile, { unpacking }: Inside): EvidenceFile {
  return { name: file.name.replace(/\.gz$/i, ''), bytes: () => gunzipped(file.bytes(), file.name, unpacking) }
}

// oxlint-disable-next-line typescript/require-await
async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
