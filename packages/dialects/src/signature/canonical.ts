import { sha256 } from '@nabij/base/sha256'
import type { DialectRequest } from '../dialect.ts'

const text = new TextEncoder()

export function sha256Of(words: string): Promise<string> {
  return sha256(text.encode(words))
}

export async function hmac(key: Uint8Array, data: string): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey('raw', new Uint8Array(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, text.encode(data)))
}

/** As RFC 3986 has it: everything but letters, digits, `-._~` is a percent sign and two capitals. */
export function encoded(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * The text over which a signature is made (AWS Signature Version 4, "Create a canonical request").
 * @param signed names of headers, lower case
 * @param hash SHA-256 of the body, or what the client says in its place
 */
export function canonicalRequest(
  { method, path, query }: DialectRequest,
  headers: Record<string, string>,
  signed: string[],
  hash: string,
): string {
  // Paths are encoded once more than they were sent, by all services but storage.
  const uri = path
    .split('/')
    .map((part) => encoded(part))
    .join('/')
  const pairs = [...query].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort()
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
  return [method, uri || '/', pairs.join('&'), lines.join(''), signed.join(';'), hash].join('\n')
}

/** The key of one day, region and service. */
export async function signingKey(secret: string, day: string, region: string, service: string): Promise<Uint8Array> {
  let key: Uint8Array = text.encode(`AWS4${secret}`)
  for (const part of [day, region, service, 'aws4_request']) key = await hmac(key, part)
  return key
}
