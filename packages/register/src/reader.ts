import type { Trace } from '@nabij/base'

/** The beginning of a file, by which readers recognise their own. */
export interface Head {
  /** File name or path within a zip or folder: a hint, never proof (but for formats that have no other sign, as go.mod). */
  name: string
  /** At most the first 64 KiB. */
  bytes: Uint8Array
  /** The same as text (UTF-8, UTF-16 or Latin-1 recognised); empty when it is no text. */
  text: string
}

/** A file to read, once, from its beginning. */
export interface EvidenceFile {
  name: string
  bytes(): AsyncIterable<Uint8Array>
}

/** What a reader says while it reads. */
export interface Emit {
  /** One per thing read: an entry, a lock file's package, a log line. */
  record(count?: number): void
  trace(trace: Trace): void
  /** What was not taken over, and why (a stable English word group, as "private account" or "line without amount"). */
  ignored(reason: string, count?: number): void
  /** A day that the evidence covers (YYYY-MM-DD). */
  day(day: string): void
}

/**
 * One kind of evidence. Pure: parses, never asks the world. Throws NabijError NABIJ_EVIDENCE_UNREADABLE {path, reason,
 * where} when the whole file is of no use; what is merely bad in it is counted with `emit.ignored`.
 */
export interface EvidenceReader {
  /** Stable: `bank-camt`. */
  id: string
  /** 0: not mine; 1: certain by content. The highest wins; below 0.5 nobody reads it. */
  recognise(head: Head): number
  read(file: EvidenceFile, emit: Emit, signal: AbortSignal): Promise<void>
}
