import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as decided from './routes/register/decided-examples.ts'
import * as examples from './routes/register/examples.ts'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'

let box: FakeBox
beforeEach(() => {
  box = fakeBox({ evidence: 1000 })
})
afterEach(() => box.close())

const service = '/register/services/example-books'

describe('evidence', () => {
  it('is streamed to the reader under the last part of its name', async () => {
    const answer = await box.call('POST', '/register/evidence?name=../../etc/bank.xml', { body: 'x'.repeat(900) })
    expect(await jsonOf(answer)).toMatchObject({ evidence: [{ path: 'bank.xml', records: 900, findings: 1 }] })
    const preview = await box.call('POST', '/register/evidence?name=a&preview=true', { body: 'x' })
    expect(await jsonOf(preview)).toMatchObject({ evidence: [{ findings: 0 }] })
  })

  it('beyond the limit is refused', async () => {
    const answer = await box.call('POST', '/register/evidence?name=a', { body: 'x'.repeat(1001) })
    expect(answer.status).toBe(413)
    expect(await problemOf(answer)).toMatchObject({ code: 'NABIJ_EVIDENCE_TOO_LARGE' })
  })

  it('of the company itself has no place in the sample', async () => {
    await box.workspaces.sample()
    const answer = await box.call('POST', '//sample/api/v1/register/evidence?name=a', { body: 'x' })
    expect(await problemOf(answer)).toMatchObject({ code: 'NABIJ_SAMPLE_READ_ONLY' })
    expect((await box.call('GET', '//sample/api/v1/register')).status).toBe(200)
  })
})

describe('what a person has to explain or fetch', () => {
  it('names columns as JSON beside the file, checked by their shape', async () => {
    const at = (columns: string): string => `/register/evidence?name=a&columns=${encodeURIComponent(columns)}`
    expect((await box.call('POST', at('{"date":1,"amount":"How much"}'), { body: 'x' })).status).toBe(200)
    for (const wrong of ['{', '{"date":0}', '{"day":1}', '{"fixed":"euro"}', '[]'])
      expect((await box.call('POST', at(wrong), { body: 'x' })).status).toBe(422)
  })

  it('shows what a look-up asks; the sample asks nothing', async () => {
    expect(await jsonOf(box.call('GET', '/register/dns?domain=acme.nl'))).toEqual(decided.dnsPlan)
    expect((await box.call('GET', '/register/dns')).status).toBe(422)
    expect((await box.send('POST', '/register/dns', { domain: 'acme.nl' })).status).toBe(200)
    expect((await box.send('POST', '/register/dns', { domain: 'acme.nl', ask: 'all' })).status).toBe(422)
    await box.workspaces.sample()
    const answer = await box.send('POST', '//sample/api/v1/register/dns', { domain: 'acme.nl' })
    expect(await problemOf(answer)).toMatchObject({ code: 'NABIJ_SAMPLE_READ_ONLY' })
  })

  it('gives decisions as a file, and takes no file of another kind', async () => {
    const given = await box.call('GET', '/register/rule-book')
    expect(given.headers.get('content-disposition')).toContain('nabij-rules.json')
    const book = await jsonOf(given)
    expect((await box.send('POST', '/register/rule-book?preview=true', book as object)).status).toBe(200)
    expect((await box.send('POST', '/register/rule-book', { ...(book as object), format: 'other' })).status).toBe(422)
  })
})

describe('what is said of a service', () => {
  it('changes only what was sent', async () => {
    const answer = await box.send('PATCH', service, { process: null })
    expect(await jsonOf(answer)).toMatchObject({ notes: { ...examples.notes, process: null } })
  })

  it('is checked by its shape', async () => {
    for (const wrong of [{ costPerMonth: -1 }, { crucial: 'yes' }, { weather: 1 }, { contractEnd: '2026-02-31' }])
      expect((await box.send('PATCH', service, wrong)).status).toBe(422)
    expect((await box.send('POST', '/register/services', {})).status).toBe(422)
    expect((await box.send('POST', '/register/services', { productId: 'a', name: 'b' })).status).toBe(422)
    expect((await box.send('POST', '/register/services', { name: 'evil\u202eexe' })).status).toBe(422)
  })

  it('of one that is not there is a 404', async () => {
    expect((await box.send('PATCH', '/register/services/vendor%3Anobody', { crucial: true })).status).toBe(404)
  })
})

it('keeps the goal when only the name of the company changes', async () => {
  await box.send('PATCH', '/register/settings', { company: 'Bloem' })
  expect(await jsonOf(box.call('GET', '/register/settings'))).toMatchObject({
    company: 'Bloem',
    goal: examples.settings.goal,
  })
})

it('gives papers with their type, and pages to read where they are', async () => {
  const html = await box.call('GET', '/register/report.html?lang=en')
  expect(html.headers.get('content-disposition')).toBeNull()
  const csv = await box.call('GET', '/register/report.csv')
  expect(csv.headers.get('content-disposition')).toContain('register.csv')
  expect((await box.call('GET', '/register/report.pdf?lang=fr')).status).toBe(422)
})

describe('letters and plans', () => {
  const id = examples.letter.id

  it('go along as files with their own names', async () => {
    const names = await Promise.all(
      [
        `/register/letters/${id}/letter.pdf`,
        `/register/letters/${id}/answer-sheet.csv`,
        `${service}/exit-plan.pdf?lang=en`,
        '/register/decisions.csv?lang=nl',
        '/register/customer.csv?lang=en',
      ].map(async (path) => {
        const answer = await box.call('GET', path)
        return `${answer.status} ${answer.headers.get('content-disposition')?.match(/filename="([^"]+)"/)?.[1]}`
      }),
    )
    expect(names).toEqual([
      `200 letter-${id}.pdf`,
      `200 sheet-${id}.csv`,
      '200 exit-example-books-en.pdf',
      '200 decisions-nl.csv',
      '200 register.customer',
    ])
    expect((await box.call('GET', `${service}/exit-plan.pdf?lang=fr`)).status).toBe(422)
  })

  it('take an answer by its shape, and not in the sample', async () => {
    const path = `/register/letters/${id}/answer`
    const good = { answeredOn: '2026-12-01', answers: { location: 'Ireland' } }
    expect(await jsonOf(box.send('POST', path, good))).toMatchObject({ state: 'answered', asks: ['location'] })
    for (const wrong of [
      { answers: { weather: 'rain' } },
      { answeredOn: '2026-02-31', answers: {} },
      { answers: { location: 'x'.repeat(2001) } },
      {},
    ])
      expect((await box.send('POST', path, wrong)).status).toBe(422)
    await box.workspaces.sample()
    const sample = await box.send('POST', `//sample/api/v1${path}`, good)
    expect(await problemOf(sample)).toMatchObject({ code: 'NABIJ_SAMPLE_READ_ONLY' })
  })

  it('let nobody say that a letter is late or that a plan was reopened', async () => {
    expect((await box.send('PATCH', `/register/letters/${id}`, { state: 'late' })).status).toBe(422)
    expect((await box.send('PATCH', `/register/letters/${id}`, { evidence: 'x' })).status).toBe(422)
    expect((await box.send('PATCH', `${service}/exit-plan`, { reopened: null })).status).toBe(422)
    expect((await box.send('PATCH', `${service}/exit-plan`, { switchedOn: 'soon' })).status).toBe(422)
    expect((await box.send('PATCH', `${service}/exit-plan`, { switchedOn: '2026-11-01' })).status).toBe(200)
  })
})

it('refuses a scenario that is none', async () => {
  expect((await box.send('POST', '/register/scenario', { kind: 'levy', share: -1, country: 'US' })).status).toBe(422)
  expect((await box.send('POST', '/register/scenario', { kind: 'levy', share: 0.1, country: 'US' })).status).toBe(200)
})
