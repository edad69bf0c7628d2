import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { fakeBox, problemOf } from '../testing/fake-box.ts'

const box = fakeBox()
afterAll(() => box.close())
const get = (path: string, headers: Record<string, string> = {}) => box.call('GET', `/${path}`, { headers })

describe('the page', () => {
  it.each([
    '/',
    '/stations',
    '/stations/0199d1f0',
    '/sample',
    '/sample/',
    '/sample/stations/7',
    '/errorsnot',
    '/apian',
  ])('answers %s with the page itself, asked for anew each time', async (path) => {
    const answer = await get(path)
    expect(await answer.text()).toContain('<title>nabij</title>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect((await get(path, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304)
  })

  it('keeps what carries a hash for ever, and packs text', async () => {
    const path = '/assets/index-B4cd3f9a.js'
    const plain = await get(path)
    expect(plain.headers.get('cache-control')).toContain('immutable')
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const text = await plain.text()
    const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await brotli.bytes()).toString()).toBe(text)
    const gzip = await get(path, { 'accept-encoding': 'gzip, br;q=0' })
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await gzip.bytes()).toString()).toBe(text)
    expect((await get('/', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBeNull()
    expect((await get('/mark.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/nothing.js',
  ])('serves nothing else: %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'NABIJ_NOT_FOUND'])
  })

  it('only reads', async () => {
    expect((await box.call('POST', '//stations')).status).toBe(405)
    const head = await box.call('HEAD', '//')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('says so when it was not built, and the API still works', async () => {
    const { workspaces } = box
    const bare = createApp({ workspaces, pageFolder: '/nowhere', version: '1', clock: () => 0, log: () => undefined })
    expect((await problemOf(bare.request('/'))).code).toBe('NABIJ_PAGE_MISSING')
    expect((await bare.request('/api/v1/status')).status).toBe(200)
    bare.close()
  })
})
