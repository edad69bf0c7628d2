import { sha256Of } from './signature/canonical.ts'

/** A UUID that is always the same for the same name (RFC 9562, version 8). */
export async function namedUuid(name: string): Promise<string> {
  const hash = await sha256Of(name)
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
