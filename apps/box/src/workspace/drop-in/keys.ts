import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { DialectKey } from '@nabij/dialects'
import { z } from 'zod'

/** What a program is given: the two halves of a signature's key, or one text. */
export const MadeKey = z.union([z.object({ accessKey: z.string(), secret: z.string() }), z.object({ key: z.string() })])
export type MadeKey = z.infer<typeof MadeKey>

export function newKey(how: DialectKey['how']): MadeKey {
  // A signature cannot be checked by a digest: the secret itself is kept, in the owner's own data folder.
  if (how !== 'signature') return { key: randomBytes(24).toString('base64url') }
  const accessKey = `NABIJ${randomBytes(10).toString('hex').toUpperCase().slice(0, 15)}`
  return { accessKey, secret: randomBytes(30).toString('base64url') }
}

/** In a time that says nothing about where they differ. */
export function sameKey(own: string, given: string): boolean {
  const [a, b] = [own, given].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
