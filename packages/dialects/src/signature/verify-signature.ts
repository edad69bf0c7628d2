import { NabijError } from '@nabij/base'
import { hex, sha256 } from '@nabij/base/sha256'
import type { DialectRequest } from '../dialect.ts'
import { canonicalRequest, hmac, sha256Of, signingKey } from './canonical.ts'

export interface SignatureKeys {
  accessKey: string
  secret: string
}

/** A signature holds this long on either side of the time that it names: as the cloud does. */
const holds = 15 * 60_000
const form =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request\s*,\s*SignedHeaders=([^,\s]+)\s*,\s*Signature=([0-9a-f]{64})$/

/** The access key that a request says to be signed with; null when it is not signed this way. */
export function accessKeyOf({ headers }: DialectRequest): string | null {
  return form.exec(headers['authorization'] ?? '')?.[1] ?? null
}

/**
 * AWS Signature Version 4 in the `Authorization` header, over the path that the client called.
 * @param path as the client called it, before the mount was taken off
 * @param now epoch milliseconds
 * @throws NabijError NABIJ_DIALECT_KEY_MISSING, _KEY_WRONG, _CLOCK
 */
export async function verifySignature(
  request: DialectRequest,
  path: string,
  { accessKey, secret }: SignatureKeys,
  service: string,
  now: number,
): Promise<void> {
  const found = form.exec(request.headers['authorization'] ?? '')
  if (!found) throw new NabijError('NABIJ_DIALECT_KEY_MISSING')
  const [, key, day = '', region = '', scope, list = '', signature = ''] = found
  const date = request.headers['x-amz-date'] ?? ''
  const at = timeOf(date)
  if (key !== accessKey || scope !== service || at === null || !date.startsWith(day)) throw wrong()
  const signed = list.split(';')
  // What is not signed could be changed on its way: the host, and the day that bounds it, must be.
  if (!['host', 'x-amz-date'].every((name) => signed.includes(name))) throw wrong()
  const stated = request.headers['x-amz-content-sha256']
  const hash = await sha256(request.body)
  if (stated !== undefined && stated !== 'UNSIGNED-PAYLOAD' && stated !== hash) throw wrong()
  const canonical = canonicalRequest({ ...request, path }, request.headers, signed, stated ?? hash)
  const scopeText = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scopeText, await sha256Of(canonical)].join('\n')
  const expected = hex(await hmac(await signingKey(secret, day, region, service), toSign))
  if (!same(expected, signature)) throw wrong()
  // Only who has the key learns that the clock is off.
  const off = Math.abs(now - at)
  if (off > holds) throw new NabijError('NABIJ_DIALECT_CLOCK', { minutes: Math.round(off / 60_000) })
}

function wrong(): NabijError {
  return new NabijError('NABIJ_DIALECT_KEY_WRONG')
}

/** `20261125T180000Z` */
function timeOf(date: string): number | null {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Always looks at all of it. */
function same(a: string, b: string): boolean {
  let differ = a.length ^ b.length
  for (let n = 0; n < a.length; n++) differ |= a.charCodeAt(n) ^ b.charCodeAt(n)
  return differ === 0
}
