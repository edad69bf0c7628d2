import { hex, sha256 } from '@nabij/base/sha256'
import type { DialectRequest } from '../dialect.ts'
import { canonicalRequest, hmac, sha256Of, signingKey } from './canonical.ts'
import type { SignatureKeys } from './verify-signature.ts'

/**
 * The headers with which a request goes to the cloud in the company's own name: it was signed for this box, so it must be
 * signed again.
 * @param host of the cloud
 * @param now epoch milliseconds
 */
export async function signRequest(
  request: DialectRequest,
  host: string,
  { accessKey, secret }: SignatureKeys,
  { service, region }: { service: string; region: string },
  now: number,
): Promise<Record<string, string>> {
  const date = `${new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const day = date.slice(0, 8)
  const hash = await sha256(request.body)
  const kept = ['content-type', 'x-amz-target', 'accept'].flatMap((name) => {
    const value = request.headers[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const headers: Record<string, string> = {
    ...Object.fromEntries(kept),
    host,
    'x-amz-content-sha256': hash,
    'x-amz-date': date,
  }
  const signed = Object.keys(headers).sort()
  const scope = `${day}/${region}/${service}/aws4_request`
  const canonical = canonicalRequest(request, headers, signed, hash)
  const toSign = ['AWS4-HMAC-SHA256', date, scope, await sha256Of(canonical)].join('\n')
  const signature = hex(await hmac(await signingKey(secret, day, region, service), toSign))
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`
  return { ...headers, authorization }
}
