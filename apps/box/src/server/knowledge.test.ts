import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'

let box: FakeBox
beforeEach(() => {
  box = fakeBox()
})
afterEach(() => box.close())

const facts = '/knowledge/vendors/example/facts'
const said = { field: 'owner', value: 'Example Holding', source: 'by phone', day: '2026-11-20' }

it('tells which knowledge is in use, the laws, and what was stated here', async () => {
  expect(await jsonOf(box.call('GET', '/knowledge'))).toMatchObject({ now: { version: '2026.12.1' }, own: 1 })
  expect(await jsonOf(box.call('GET', '/knowledge/laws'))).toMatchObject({ laws: [{ name: 'Example Act' }] })
  expect(await jsonOf(box.call('GET', '/knowledge/facts'))).toEqual({ vendors: [] })
})

it('takes a statement with its source, and takes it back', async () => {
  expect(await jsonOf(box.send('POST', facts, said))).toMatchObject({ id: 'example', said })
  const { day: _, ...today } = said
  expect((await box.send('POST', facts, today)).status).toBe(200)
  expect((await box.call('DELETE', `${facts}/owner`)).status).toBe(200)
})

it('refuses a statement without a source, of no field, or with hidden signs', async () => {
  for (const wrong of [
    { ...said, source: '' },
    { ...said, field: 'weather' },
    { ...said, value: 'evil\u202eexe' },
    { ...said, day: '2026-02-31' },
    { ...said, value: 'x'.repeat(201) },
    { ...said, more: 1 },
  ])
    expect((await box.send('POST', facts, wrong)).status).toBe(422)
  expect((await box.call('DELETE', `${facts}/weather`)).status).toBe(404)
})

it('streams a pack to be looked at or put in use, and takes it back', async () => {
  const body = 'x'.repeat(1000)
  expect(await jsonOf(box.call('POST', '/knowledge/preview', { body }))).toMatchObject({ installed: false })
  expect(await jsonOf(box.call('POST', '/knowledge/update', { body }))).toMatchObject({ installed: true })
  expect((await box.call('DELETE', '/knowledge/update')).status).toBe(200)
  expect(await problemOf(await box.call('POST', '/knowledge/update', { body: '' }))).toMatchObject({
    code: 'NABIJ_PACK_UNREADABLE',
  })
})

it('of the sample stays as it is, and statements are for playing there', async () => {
  await box.workspaces.sample()
  const sample = '//sample/api/v1'
  for (const path of ['/knowledge/preview', '/knowledge/update'])
    expect(await problemOf(await box.call('POST', `${sample}${path}`, { body: 'x' }))).toMatchObject({
      code: 'NABIJ_SAMPLE_READ_ONLY',
    })
  expect((await box.call('DELETE', `${sample}/knowledge/update`)).status).toBe(409)
  expect((await box.send('POST', `${sample}${facts}`, said)).status).toBe(200)
})
