import { errorCatalogue } from '@nabij/base'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { boundaryOf, formFile } from './body/multipart.ts'
import { fakeBox, problemOf } from './testing/fake-box.ts'

const runs = process.env.NABIJ_SLOW ? 5000 : 300
const box = fakeBox()
afterAll(() => box.close())

const segment = fc.oneof(
  fc.constantFrom(
    'api',
    'v1',
    'sample',
    'stations',
    'frames',
    'photos',
    'verdicts',
    'recipes',
    'backups',
    'file',
    'errors',
    '..',
  ),
  fc.uuid(),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[^\u0021-\u007a]/g, '%')),
)
const header = fc.constantFrom(
  ['content-type', 'application/json'],
  ['content-type', 'application/json; charset=x'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-type', 'image/jpeg'],
  ['content-type', ';;;'],
  ['idempotency-key', 'k1'],
  ['idempotency-key', '~'.repeat(300)],
  ['accept-language', 'en;q=zz,,;'],
  ['last-event-id', '9'.repeat(40)],
  ['if-none-match', '*'],
  ['accept-encoding', 'br;;q=,gzip'],
) as fc.Arbitrary<[string, string]>
const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  fc.json().map((text) => text),
  fc.record({ name: fc.anything(), source: fc.anything() }).map((value) => stringify(value)),
)

describe('whatever comes in', () => {
  it('gets an answer below 500, and every refusal a name', async () => {
    const { id } = await box.station()
    const property = fc.asyncProperty(
      fc.array(segment, { maxLength: 6 }),
      fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'),
      fc.array(header, { maxLength: 3 }),
      body,
      fc.boolean(),
      async (segments, method, headers, content, known) => {
        const path = known ? `/api/v1/stations/${id}/${segments.slice(0, 2).join('/')}` : `/${segments.join('/')}`
        const init = { method, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body: content }) }
        const answer = await box.app.request(path, init)
        if (answer.status >= 500) return false
        if (answer.status < 400 || method === 'HEAD') {
          await answer.body?.cancel()
          return true
        }
        const { code, title } = await problemOf(answer)
        return code in errorCatalogue && !/\{\w+\}/.test(title)
      },
    )
    await fc.assert(property, { numRuns: runs })
    expect((await box.call('GET', '//healthz')).status).toBe(200)
  })
})

describe('a form', () => {
  it('gives back what was put in it, byte for byte', async () => {
    const property = fc.asyncProperty(
      fc.uint8Array({ maxLength: 500 }),
      fc.stringMatching(/^[\w .-]{1,20}$/),
      async (bytes, name) => {
        const form = new FormData()
        form.set('note', 'a\r\n--b')
        form.set('file', new Blob([new Uint8Array(bytes)]), name)
        const request = new Response(form)
        const boundary = boundaryOf(request.headers.get('content-type') ?? '') ?? ''
        const file = formFile(await request.bytes(), boundary, 'file')
        expect(file).toMatchObject({ filename: name })
        expect(Buffer.from((file as { bytes: Uint8Array }).bytes).equals(Buffer.from(bytes))).toBe(true)
      },
    )
    await fc.assert(property, { numRuns: 100 })
  })

  it('that is damaged is called so, or still has its file; it never hangs', () => {
    const sound = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc\r\n--x--\r\n'
    const piece = fc.constantFrom('--x', '--x--', '\r\n', '\r\n\r\n', '"', ';', 'name="file"', sound, '\0')
    const property = fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 9 })), { maxLength: 40 }),
      (pieces) => {
        const form = Buffer.from(pieces.join(''))
        const file = formFile(form, 'x', 'file')
        return typeof file === 'string' ? ['malformed', 'absent'].includes(file) : file.bytes.length <= form.length
      },
    )
    fc.assert(property, { numRuns: runs })
    const closed = sound.indexOf('\r\n--x--') + '\r\n--x'.length
    for (let end = 0; end < closed; end++)
      expect(formFile(Buffer.from(sound.slice(0, end)), 'x', 'file')).toBe('malformed')
    expect(formFile(Buffer.from(sound), 'x', 'other')).toBe('absent')
  })
})

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return '{'
  }
}
