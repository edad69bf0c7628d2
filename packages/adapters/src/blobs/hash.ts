import { createHash, webcrypto } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** sha256 in hexadecimal, computed outside the thread that calls. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const whole = bytes as Uint8Array<ArrayBuffer>
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', whole)).toString('hex')
}

/** The same of a file that may be too large for memory. */
export async function hashOfFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const piece = chunk as Buffer
    hash.update(piece)
    bytes += piece.length
  }
  return { sha256: hash.digest('hex'), bytes }
}
