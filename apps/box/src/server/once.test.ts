import type { Station } from '@nabij/base'
import { afterEach, describe, expect, it } from 'vitest'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { examplePicture } from './testing/fake-workspaces.ts'

const config = { name: 'Line 1', source: { kind: 'http' } }

describe('an idempotency key', () => {
  let box: FakeBox = fakeBox()
  afterEach(() => {
    box.close()
    box = fakeBox()
  })
  const make = (value: object, key: string) => box.send('POST', '/stations', value, { 'idempotency-key': key })
  const count = async () => (await jsonOf<{ stations: Station[] }>(box.call('GET', '/stations'))).stations.length

  it('gives the stored answer the second time', async () => {
    const first = await make(config, 'a')
    const second = await make(config, 'a')
    expect([first.status, second.status]).toEqual([201, 201])
    expect([first.headers.get('idempotent-replay'), second.headers.get('idempotent-replay')]).toEqual([null, 'true'])
    expect(await second.json()).toEqual(await first.json())
    expect(await count()).toBe(1)
  })

  it('refuses another request with the same key', async () => {
    await make(config, 'a')
    expect((await problemOf(make({ ...config, name: 'Line 2' }, 'a'))).code).toBe('NABIJ_KEY_REUSED')
    const elsewhere = box.call('POST', '/backups', { headers: { 'idempotency-key': 'a' } })
    expect((await problemOf(elsewhere)).code).toBe('NABIJ_KEY_REUSED')
    expect(await count()).toBe(1)
  })

  it('lets only one of two at once run', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    box.workspaces.own().hold = promise
    const both = [make(config, 'a'), make(config, 'a')]
    const other = await problemOf(make({ ...config, name: 'Line 2' }, 'a'))
    resolve()
    const answers = await Promise.all(both)
    expect(other.code).toBe('NABIJ_KEY_REUSED')
    expect(answers.map((answer) => answer.headers.get('idempotent-replay')).sort()).toEqual([null, 'true'])
    expect(await count()).toBe(1)
  })

  it('runs again after a failure, also when the second waited for the first', async () => {
    const { stations } = box.workspaces.own()
    const { create } = stations
    let failures = 0
    stations.create = async (value) => {
      if (failures++ === 0) throw new Error('the first one fails')
      return create(value)
    }
    const answers = await Promise.all([make(config, 'a'), make(config, 'a')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 500])
    expect((await make(config, 'a')).headers.get('idempotent-replay')).toBe('true')
    expect(await count()).toBe(1)
  })

  it('does not turn what was made into a failure when the answer cannot be kept', async () => {
    box.workspaces.own().replies.store = () => Promise.reject(new Error('disk'))
    expect((await make(config, 'a')).status).toBe(201)
    expect(box.logged.at(-1)?.level).toBe('warn')
  })

  it('counts the bytes of a photo, not its form', async () => {
    const { id } = await box.station()
    const add = (picture: Uint8Array<ArrayBuffer>) =>
      box.call('POST', `/stations/${id}/photos`, { body: picture, headers: { 'idempotency-key': 'p' } })
    expect((await add(examplePicture)).status).toBe(201)
    expect((await add(examplePicture)).headers.get('idempotent-replay')).toBe('true')
    expect((await add(examplePicture.slice(1))).status).toBe(422)
  })

  it('has to be a key', async () => {
    for (const key of ['with space', 'x'.repeat(256), 'é'])
      expect((await problemOf(make(config, key))).title).toContain('Idempotency-Key')
  })
})
