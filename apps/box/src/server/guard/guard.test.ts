import { afterAll, describe, expect, it } from 'vitest'
import { fakeBox, problemOf } from '../testing/fake-box.ts'

const box = fakeBox()
box.app.openAt(8080)
afterAll(() => box.close())
const ask = async (headers: Record<string, string>, method = 'GET', path = '/healthz') =>
  box.app.request(`http://127.0.0.1:8080${path}`, { method, headers })

describe('who may ask', () => {
  it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LocalHost:8080'])(
    'takes its own address %s',
    async (host) => {
      expect((await ask({ host })).status).toBe(200)
    },
  )

  it.each([
    'evil.example',
    'evil.example:8080',
    'localhost',
    'localhost:8081',
    '127.0.0.1.evil.example:8080',
    'localhost.:8080',
    '0.0.0.0:8080',
    '',
  ])('refuses the address %s (DNS rebinding)', async (host) => {
    const answer = await ask({ host })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([421, 'NABIJ_FOREIGN_HOST'])
  })

  it('refuses a target elsewhere behind an own Host', async () => {
    const answer = await box.app.request('http://evil.example/healthz', { headers: { host: 'localhost:8080' } })
    expect((await problemOf(answer)).code).toBe('NABIJ_FOREIGN_HOST')
  })

  it.each(['http://evil.example', 'null', 'http://localhost:3000', 'https://localhost:8080', 'http://127.0.0.1:8080'])(
    'refuses a page at %s, reading or writing',
    async (origin) => {
      for (const method of ['GET', 'POST']) {
        const answer = await ask({ host: 'localhost:8080', origin }, method)
        expect((await problemOf(answer)).code).toBe('NABIJ_FOREIGN_ORIGIN')
      }
    },
  )

  it('takes its own page', async () => {
    const own = { host: 'localhost:8080', origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }
    expect((await ask(own)).status).toBe(200)
  })

  it('lets another site link here, but not fetch, embed or send', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await ask(link, 'GET', '/')).status).toBe(200)
    const others = [
      ask(link, 'POST', '/api/v1/backups'),
      ask({ ...link, 'sec-fetch-dest': 'iframe' }),
      ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }),
      ask({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }),
    ]
    for (const answer of await Promise.all(others))
      expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'NABIJ_FOREIGN_ORIGIN'])
  })
})

describe('what every answer carries', () => {
  it.each([
    ['/', 200],
    ['/healthz', 200],
    ['/api/docs', 200],
    ['/api/v1/nothing', 404],
  ])('headers that protect, on %s', async (path, status) => {
    const answer = await ask({ host: 'localhost:8080' }, 'GET', path)
    const headers = Object.fromEntries(answer.headers)
    expect(answer.status).toBe(status)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})
