import { describe, expect, it } from 'vitest'
import type { DialectRequest } from '../dialect.ts'
import { signRequest } from './sign-request.ts'
import { accessKeyOf, verifySignature } from './verify-signature.ts'

const keys = { accessKey: 'NABIJ0KEY', secret: 'a secret with / and +' }
const now = Date.UTC(2026, 10, 25, 18, 0, 0)
const body = new TextEncoder().encode('{"a":1}')
const request = (over: Partial<DialectRequest> = {}): DialectRequest => ({
  method: 'POST',
  path: '/2020-11-20/projects/My%20cookies/models/1/detect',
  query: new URLSearchParams('b=2&a=1 2'),
  headers: { 'content-type': 'image/png' },
  body,
  ...over,
})

async function signed(over: Partial<DialectRequest> = {}, at = now): Promise<DialectRequest> {
  const plain = request(over)
  const headers = await signRequest(plain, 'box:4321', keys, { service: 'lookoutvision', region: 'eu-west-1' }, at)
  return { ...plain, headers }
}
const verify = (given: DialectRequest, own = keys, at = now) =>
  verifySignature(given, given.path, own, 'lookoutvision', at)

describe('a signature', () => {
  it('that was made with the key holds, for a quarter of an hour either way', async () => {
    const given = await signed()
    expect(accessKeyOf(given)).toBe('NABIJ0KEY')
    for (const minutes of [-14, 0, 14])
      await expect(verify(given, keys, now + minutes * 60_000)).resolves.toBeUndefined()
    for (const minutes of [-16, 16, 60 * 24])
      await expect(verify(given, keys, now + minutes * 60_000)).rejects.toMatchObject({ code: 'NABIJ_DIALECT_CLOCK' })
  })

  it('covers method, path, query, body and the headers that it names', async () => {
    const given = await signed()
    const changes: Partial<DialectRequest>[] = [
      { method: 'PUT' },
      { path: '/2020-11-20/projects/other/models/1/detect' },
      { query: new URLSearchParams('a=1 2') },
      { body: new TextEncoder().encode('{"a":2}') },
      { headers: { ...given.headers, 'content-type': 'image/jpeg' } },
      { headers: { ...given.headers, host: 'elsewhere' } },
    ]
    for (const change of changes)
      await expect(verify({ ...given, ...change })).rejects.toMatchObject({ code: 'NABIJ_DIALECT_KEY_WRONG' })
  })

  it('of another key or service is refused, and none at all is said so', async () => {
    const given = await signed()
    for (const own of [
      { ...keys, secret: 'other' },
      { ...keys, accessKey: 'OTHER' },
    ])
      await expect(verify(given, own)).rejects.toMatchObject({ code: 'NABIJ_DIALECT_KEY_WRONG' })
    await expect(verifySignature(given, given.path, keys, 'rekognition', now)).rejects.toMatchObject({
      code: 'NABIJ_DIALECT_KEY_WRONG',
    })
    for (const authorization of ['', 'Bearer x', `${given.headers['authorization']}0`])
      await expect(verify({ ...given, headers: { ...given.headers, authorization } })).rejects.toMatchObject({
        code: 'NABIJ_DIALECT_KEY_MISSING',
      })
  })

  it('that leaves host or date open is refused', async () => {
    const given = await signed()
    const weaker = (given.headers['authorization'] ?? '').replace('host;', '')
    await expect(verify({ ...given, headers: { ...given.headers, authorization: weaker } })).rejects.toMatchObject({
      code: 'NABIJ_DIALECT_KEY_WRONG',
    })
  })
})
