import { NabijError } from '@nabij/base'
import { Gunzip, Inflate } from 'fflate'

/** What an archive may cost before it is refused. */
export interface ZipLimits {
  /** Files in it, and in archives within it. */
  entries: number
  /** Bytes of everything unpacked. */
  total: number
  /** Unpacked bytes for each packed byte, counted once more than 16 MiB came out. */
  ratio: number
  /** Archives within archives. */
  depth: number
  /** Bytes of an archive, which has to be in memory. */
  archive: number
}

export const zipLimits: ZipLimits = {
  entries: 20_000,
  total: 2 * 1024 ** 3,
  ratio: 200,
  depth: 2,
  archive: 256 * 1024 ** 2,
}

export interface ZipEntry {
  /** With `/` between folders, never with `..`. */
  name: string
  packed: number
  /** Why it is not read: a folder, a link, encrypted; null when it can be. */
  closed: 'folder' | 'link' | 'encrypted' | 'unknown compression' | null
  bytes(): AsyncGenerator<Uint8Array>
}

/** Counts what comes out of archives, together, and ends it when it is too much. */
export interface Unpacking {
  add(entries: number): void
  /** @param size bytes that came out of this one so far, these included */
  out(bytes: number, size: number, packed: number, name: string): void
}

const free = 16 * 1024 ** 2
const step = 16_384

/** One count for an archive and all that is in it. */
export function startUnpacking(path: string, limits: ZipLimits): Unpacking {
  let entries = 0
  let total = 0
  return {
    add(count) {
      entries += count
      if (entries > limits.entries) throw hostile(path, `more than ${limits.entries} files`)
    },
    out(bytes, size, packed, name) {
      total += bytes
      if (total > limits.total) throw hostile(path, 'unpacks to too much')
      if (size > free && size > packed * limits.ratio) throw hostile(name, 'unpacks to too much')
    },
  }
}

/** True when bytes begin as a ZIP archive does. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === (head[2] ?? 0) + 1
}

/** True when bytes begin as a gzip stream does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8
}

/**
 * Lists an archive by its central directory. Throws NABIJ_EVIDENCE_HOSTILE for names that leave the archive and for
 * entries that share bytes, NABIJ_EVIDENCE_UNREADABLE when the directory is damaged.
 */
export function zipEntries(archive: Uint8Array, path: string, unpacking: Unpacking): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  try {
    const entries = readDirectory(archive, view, path)
    unpacking.add(entries.length)
    refuseOverlap(entries, view, path)
    return entries.map((entry) => ({ ...entry, bytes: () => unpack(archive, view, entry, path, unpacking) }))
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(path, 'damaged archive')
    throw error
  }
}

interface Listed extends Omit<ZipEntry, 'bytes'> {
  at: number
  method: number
}

function readDirectory(archive: Uint8Array, view: DataView, path: string): Listed[] {
  const end = findEnd(view, path)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) throw unreadable(path, 'an archive of more than 4 GB or 65,535 files')
  const entries: Listed[] = []
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw unreadable(path, 'damaged archive')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    const raw = archive.subarray(at + 46, at + 46 + nameLength)
    const name = safeName(new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(raw), path)
    const mode = view.getUint32(at + 38, true) >>> 16
    entries.push({
      name,
      method,
      packed: view.getUint32(at + 20, true),
      closed: closedBecause(name, flags, method, mode),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView, path: string): number {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  throw unreadable(path, 'damaged archive')
}

function closedBecause(name: string, flags: number, method: number, mode: number): ZipEntry['closed'] {
  if (name.endsWith('/')) return 'folder'
  if ((mode & 0xf000) === 0xa000) return 'link'
  if (flags & 1) return 'encrypted'
  return method === 0 || method === 8 ? null : 'unknown compression'
}

/** Nothing is written to disk, yet an honest program never makes such names: the rest is not to be trusted either. */
function safeName(name: string, path: string): string {
  const plain = name.replaceAll('\\', '/')
  const leaves =
    plain.startsWith('/') || /^[a-z]:/i.test(plain) || plain.includes('\0') || plain.split('/').includes('..')
  if (leaves) throw hostile(path, 'a name that leaves the archive')
  return plain
}

function refuseOverlap(entries: Listed[], view: DataView, path: string): void {
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < free) throw hostile(path, 'files that share the same bytes')
    free = dataStart(view, entry.at, path) + entry.packed
  }
}

function dataStart(view: DataView, at: number, path: string): number {
  if (view.getUint32(at, true) !== 0x04034b50) throw unreadable(path, 'damaged archive')
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
}

async function* unpack(
  archive: Uint8Array,
  view: DataView,
  entry: Listed,
  path: string,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array> {
  const start = dataStart(view, entry.at, path)
  const packed = archive.subarray(start, start + entry.packed)
  const name = `${path}/${entry.name}`
  if (packed.length < entry.packed) throw unreadable(name, 'damaged archive')
  if (entry.method === 8) yield* inflated(packed, name, unpacking)
  else {
    unpacking.out(packed.length, packed.length, packed.length, name)
    yield packed
  }
}

function* inflated(packed: Uint8Array, name: string, unpacking: Unpacking): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const inflate = new Inflate((chunk) => void ready.push(chunk))
  let size = 0
  for (let at = 0; at < packed.length || at === 0; at += step) {
    try {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
    } catch {
      throw unreadable(name, 'damaged archive')
    }
    for (const chunk of ready) {
      size += chunk.length
      unpacking.out(chunk.length, size, packed.length, name)
      yield chunk
    }
    ready = []
  }
}

/** What a gzip stream holds, in pieces. */
export async function* gunzipped(
  source: AsyncIterable<Uint8Array>,
  name: string,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const gunzip = new Gunzip((chunk) => void ready.push(chunk))
  let packed = 0
  let size = 0
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; at += step) {
      const part = bytes.subarray(at, at + step)
      packed += part.length
      try {
        gunzip.push(part)
      } catch {
        throw unreadable(name, 'damaged archive')
      }
      for (const chunk of ready) {
        size += chunk.length
        unpacking.out(chunk.length, size, packed, name)
        yield chunk
      }
      ready = []
    }
  }
}

function hostile(path: string, reason: string): NabijError {
  return new NabijError('NABIJ_EVIDENCE_HOSTILE', { path, reason })
}

function unreadable(path: string, reason: string): NabijError {
  return new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason, where: path })
}
