import { NabijError } from '@nabij/base'

export interface TarEntry {
  name: string
  size: number
  /** The content; what is not read is skipped when the next entry is asked for. */
  content: AsyncIterable<Uint8Array>
}

const block = 512

/**
 * Reads a tar as nabij writes it: regular files with short names, nothing else. Links, folders, extended headers (which
 * a general reader would gather in memory) and damaged headers are refused.
 * @throws NabijError NABIJ_BACKUP_DAMAGED
 */
export async function* readTar(archive: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = pieces(archive)
  for (;;) {
    const header = await source.take(block)
    if (header.every((byte) => byte === 0)) return
    const { name, size } = parseHeader(header)
    let left = size
    async function* content(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await source.takeSome(left)
        left -= piece.length
        yield piece
      }
    }
    yield { name, size, content: content() }
    while (left > 0) left -= (await source.takeSome(left)).length
    await source.take((block - (size % block)) % block)
  }
}

function parseHeader(header: Uint8Array): { name: string; size: number } {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (Number.parseInt(text(header, 148, 8), 8) !== sum || text(header, 257, 5) !== 'ustar') throw damaged('no tar')
  const type = text(header, 156, 1)
  const name = text(header, 0, 100)
  if ((type !== '0' && type !== '') || text(header, 345, 155) !== '') throw damaged(`unexpected entry ${name}`)
  return { name, size: sizeOf(header) }
}

/** Octal digits, or for what does not fit in them a binary number with its first bit set. */
function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136)
  const size =
    field[0] === 0x80
      ? field.subarray(1).reduce((total, byte) => total * 256 + byte, 0)
      : Number.parseInt(text(header, 124, 12).trim(), 8)
  if (!Number.isSafeInteger(size) || size < 0) throw damaged('a size that cannot be')
  return size
}

function text(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return Buffer.from(end === -1 ? field : field.subarray(0, end)).toString('latin1')
}

/** Takes bytes from a stream in the portions that are wanted. */
function pieces(archive: AsyncIterable<Uint8Array>) {
  const iterator = archive[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)

  async function takeSome(atMost: number): Promise<Uint8Array> {
    while (rest.length === 0) {
      const next = await iterator.next()
      if (next.done === true) throw damaged('cut off')
      rest = next.value
    }
    const piece = rest.subarray(0, atMost)
    rest = rest.subarray(piece.length)
    return piece
  }

  async function take(length: number): Promise<Uint8Array> {
    const whole = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      const piece = await takeSome(length - at)
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  return { take, takeSome }
}

export function damaged(reason: string): NabijError {
  return new NabijError('NABIJ_BACKUP_DAMAGED', { reason })
}
