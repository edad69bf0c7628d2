import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

it('refuses a scenario that is none', async () => {
  expect((await box.send('POST', '/register/scenario', { kind: 'levy', share: -1, country: 'US' })).status).toBe(422)
  expect((await box.send('POST', '/register/scenario', { kind: 'levy', share: 0.1, country: 'US' })).status).toBe(200)
})
