import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The same parts give the same id: 32 hexadecimal digits. */
export function idFrom(...parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join('\u0000')))).slice(0, 32)
}

export interface Digest {
  update(bytes: Uint8Array): void
  hex(): string
}

/** SHA-256 over what comes by. */
export function startDigest(): Digest {
  const hash = sha256.create()
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) }
}
