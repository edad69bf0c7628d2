import { NabijError } from '@nabij/base'
import type { EvidenceFile } from '../reader.ts'
import { decodeLines, encodingOf } from './encoding.ts'

/**
 * A whole file as text, without byte order mark, for formats that cannot be read in pieces.
 * @param most bytes; a larger file ends with NABIJ_EVIDENCE_TOO_LARGE.
 */
export async function textOf(file: EvidenceFile, most: number, signal?: AbortSignal): Promise<string> {
  const bytes = await bytesOf(file, most, signal)
  const encoding = encodingOf(bytes.subarray(0, 65_536))
  const text =
    encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding).decode(bytes) : decodeLines(bytes)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** A whole file's bytes; more than `most` ends with NABIJ_EVIDENCE_TOO_LARGE. */
export async function bytesOf(file: EvidenceFile, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.bytes()) {
    signal?.throwIfAborted()
    size += chunk.length
    if (size > most) throw new NabijError('NABIJ_EVIDENCE_TOO_LARGE', { path: file.name, most: megabytes(most) })
    chunks.push(chunk)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_048_576))} MB`
}
