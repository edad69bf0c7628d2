import { crc32 } from 'node:zlib'

/** One file of an archive; its bytes are asked for when its turn comes. */
export interface ZipEntry {
  /** With slashes; nothing that leads out of the archive. */
  name: string
  at: number
  bytes(): Promise<Uint8Array | null>
}

interface Place {
  name: Uint8Array
  time: number
  crc: number
  size: number
  offset: number
}

const whole = 0xffffffff
/** Version 4.5 of the format: the first that knows 64-bit places. */
const version = 45
/** Names are UTF-8. */
const flags = 0x0800

/**
 * An archive as it is made (PKWARE APPNOTE 6.3.10), stored without compression: pictures are compressed already. Holds
 * one file at a time in memory, and may be larger than 4 GiB. An entry without bytes is left out.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const places: Place[] = []
  let offset = 0
  for await (const entry of entries) {
    const bytes = await entry.bytes()
    if (!bytes) continue
    const name = new TextEncoder().encode(entry.name)
    const place = { name, time: dosTime(entry.at), crc: crc32(bytes), size: bytes.length, offset }
    places.push(place)
    const head = localHeader(place)
    yield head
    yield bytes
    offset += head.length + bytes.length
  }
  let directory = 0
  for (const place of places) {
    const line = directoryLine(place)
    yield line
    directory += line.length
  }
  yield end(places.length, directory, offset)
}

function localHeader({ name, time, crc, size }: Place): Uint8Array {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(version, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt32LE(time, 10)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function directoryLine({ name, time, crc, size, offset }: Place): Uint8Array {
  const far = offset >= whole
  const extra = Buffer.alloc(far ? 12 : 0)
  if (far) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(offset), 4)
  }
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(version, 4)
  line.writeUInt16LE(version, 6)
  line.writeUInt16LE(flags, 8)
  line.writeUInt32LE(time, 12)
  line.writeUInt32LE(crc, 16)
  line.writeUInt32LE(size, 20)
  line.writeUInt32LE(size, 24)
  line.writeUInt16LE(name.length, 28)
  line.writeUInt16LE(extra.length, 30)
  line.writeUInt32LE(far ? whole : offset, 42)
  return Buffer.concat([line, name, extra])
}

/** The 64-bit end and where it lies, then the end that every reader looks for. */
function end(count: number, directory: number, offset: number): Uint8Array {
  const large = Buffer.alloc(56 + 20)
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(version, 12)
  large.writeUInt16LE(version, 14)
  large.writeBigUInt64LE(BigInt(count), 24)
  large.writeBigUInt64LE(BigInt(count), 32)
  large.writeBigUInt64LE(BigInt(directory), 40)
  large.writeBigUInt64LE(BigInt(offset), 48)
  large.writeUInt32LE(0x07064b50, 56)
  large.writeBigUInt64LE(BigInt(offset + directory), 64)
  large.writeUInt32LE(1, 72)
  const small = Buffer.alloc(22)
  small.writeUInt32LE(0x06054b50, 0)
  small.writeUInt16LE(Math.min(count, 0xffff), 8)
  small.writeUInt16LE(Math.min(count, 0xffff), 10)
  small.writeUInt32LE(Math.min(directory, whole), 12)
  small.writeUInt32LE(Math.min(offset, whole), 16)
  return Buffer.concat([large, small])
}

/** Date and time in one number, two seconds precise, on the clock of the box. */
function dosTime(at: number): number {
  const date = new Date(Math.max(at, Date.UTC(1980, 0, 2)))
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()
  return ((day << 16) | time) >>> 0
}
