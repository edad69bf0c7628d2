import type { Correction, Output, Photo, Product, Station, Verdict } from '@nabij/base'
import { afterAll, describe, expect, it } from 'vitest'
import { fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { examplePicture } from './testing/fake-workspaces.ts'

const box = fakeBox()
afterAll(() => box.close())
const jpeg = { headers: { 'content-type': 'image/jpeg' }, body: examplePicture }
const sampleCall = (method: string, path: string, value?: object): Promise<Response> =>
  box.call(method, `//sample/api/v1${path}`, {
    headers: { 'content-type': 'application/json' },
    ...(value ? { body: JSON.stringify(value) } : {}),
  })

describe('settings', () => {
  it('change one by one; what is left out stays as it was', async () => {
    const { id } = await box.station()
    const first = { settings: { band: 0.1, limit: { by: 'hand', value: 0.45 } } }
    expect((await jsonOf<Station>(box.send('PATCH', `/stations/${id}`, first))).settings).toMatchObject(first.settings)
    const second = await jsonOf<Station>(box.send('PATCH', `/stations/${id}`, { settings: { watt: 65 } }))
    expect(second.settings).toMatchObject({ ...first.settings, watt: 65 })
  })

  it.each([
    { band: 0.7 },
    { limit: { by: 'hand' } },
    { limit: { by: 'cost', miss: -1, falseAlarm: 2 } },
    { rules: [{ id: 'x', verdict: 'fail', count: 3, of: 3 }] },
    { colour: 'red' },
  ])('that mean nothing are refused: %j', async (settings) => {
    const { id } = await box.station()
    const answer = await box.send('PATCH', `/stations/${id}`, { settings })
    expect((await problemOf(answer)).code).toBe('NABIJ_INVALID_INPUT')
  })

  it('never show the password of a camera, and keep it when it comes back hidden', async () => {
    const source = { kind: 'camera', address: 'rtsp://ann:secret@10.0.0.7/1', perSecond: 2, trigger: { by: 'time' } }
    const made = await jsonOf<Station>(box.send('POST', '/stations', { name: 'Camera', source }))
    expect(JSON.stringify(made)).not.toContain('secret')
    const renamed = await box.send('PATCH', `/stations/${made.id}`, { source: { ...made.source, perSecond: 3 } })
    expect(JSON.stringify(await renamed.json())).not.toContain('secret')
    expect(JSON.stringify(await (await box.call('GET', '/stations')).json())).not.toContain('secret')
    const { stations } = box.workspaces.own()
    expect((await stations.get(made.id)).source).toEqual({ ...source, perSecond: 3 })
  })
})

describe('what people say', () => {
  it('comes back as a correction, which is listed and undone', async () => {
    const { id } = await box.station()
    const verdict = box.workspaces.own().judge(id)
    const word = { label: 'bad', kind: 'burnt' }
    const given = await jsonOf<Correction>(box.send('POST', `/verdicts/${verdict.id}/feedback`, word))
    expect(given).toMatchObject({ ...word, verdictId: verdict.id, by: null })
    const { corrections } = await jsonOf<{ corrections: Correction[] }>(box.call('GET', `/stations/${id}/corrections`))
    expect(corrections).toEqual([given])
    expect(await (await box.call('POST', `/corrections/${given.id}/undo`)).json()).toMatchObject({ state: 'undone' })
    expect(await (await box.call('POST', `/corrections/${given.id}/apply`)).json()).toMatchObject({ state: 'applied' })
    const mistakes = await box.call('GET', `/stations/${id}/verdicts?feedback=mistakes`)
    expect((await jsonOf<{ verdicts: Verdict[] }>(mistakes)).verdicts).toHaveLength(1)
    expect((await problemOf(box.call('GET', `/stations/${id}/verdicts?feedback=no`))).code).toBe('NABIJ_INVALID_INPUT')
  })

  it('is carried out once with the same key', async () => {
    const { id } = await box.station()
    const verdict = box.workspaces.own().judge(id)
    const ask = () => box.send('POST', `/verdicts/${verdict.id}/feedback`, { label: 'good' }, { 'idempotency-key': id })
    expect(await (await ask()).json()).toEqual(await (await ask()).json())
    const { corrections } = await jsonOf<{ corrections: Correction[] }>(box.call('GET', `/stations/${id}/corrections`))
    expect(corrections).toHaveLength(1)
  })

  it.each([{}, { label: 'fine' }, { label: 'bad', kind: '' }, { label: 'bad', kind: 'a\u202eb' }])(
    'must be a word: %j',
    async (word) => {
      const verdict = box.workspaces.own().judge((await box.station()).id)
      const answer = await box.send('POST', `/verdicts/${verdict.id}/feedback`, word)
      expect((await problemOf(answer)).code).toBe('NABIJ_INVALID_INPUT')
    },
  )

  it('counts in the sample too, where outputs and products are refused', async () => {
    const sample = await box.workspaces.sample()
    const { id } = await sample.stations.create({ name: 'Biscuits', source: { kind: 'http' } })
    const verdict = sample.judge(id)
    expect((await sampleCall('POST', `/verdicts/${verdict.id}/feedback`, { label: 'good' })).status).toBe(200)
    const output = { kind: 'webhook', address: 'https://erp.example/', on: ['fail'] }
    for (const [path, value] of [
      ['outputs', output],
      ['products', { name: 'A' }],
    ] as const) {
      const answer = await sampleCall('POST', `/stations/${id}/${path}`, value)
      expect((await problemOf(answer)).code).toBe('NABIJ_SAMPLE_READ_ONLY')
    }
  })
})

describe('photos', () => {
  it('carry a kind and a product, change, and are fetched small', async () => {
    const { id } = await box.station()
    const product = await jsonOf<Product>(box.send('POST', `/stations/${id}/products`, { name: 'A', code: 'A-' }))
    const path = `/stations/${id}/photos?label=bad&kind=crack&product=${product.id}`
    const photo = await jsonOf<Photo>(box.call('POST', path, jpeg))
    expect(photo).toMatchObject({ kind: 'crack', productId: product.id })
    const changed = await box.send('PATCH', `/photos/${photo.id}`, { leftOut: true, kind: null })
    expect(await changed.json()).toMatchObject({ leftOut: true, kind: null, label: 'bad', productId: product.id })
    const kept = await box.send('PATCH', `/photos/${photo.id}`, { belongs: true })
    expect(await kept.json()).toMatchObject({ leftOut: true, belongs: true })
    const thumb = await box.call('GET', `/photos/${photo.id}/thumb`)
    expect([thumb.status, thumb.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await problemOf(box.send('PATCH', `/photos/${photo.id}`, { sha256: 'x' }))).code).toBe(
      'NABIJ_INVALID_INPUT',
    )
  })
})

describe('outputs', () => {
  it('tell their secret once, and never from a stored answer', async () => {
    const { id } = await box.station()
    const config = { kind: 'webhook', address: 'https://erp.example/nabij', on: ['fail'] }
    const key = { 'idempotency-key': `output-${id}` }
    const made = await jsonOf<Output & { secret: string }>(box.send('POST', `/stations/${id}/outputs`, config, key))
    expect(made.secret).toMatch(/^whsec_/)
    const listed = await (await box.call('GET', `/stations/${id}/outputs`)).text()
    expect(listed).toContain(made.id)
    expect(listed).not.toContain('secret')
    expect(await (await box.send('PATCH', `/outputs/${made.id}`, { enabled: false })).json()).toMatchObject({
      enabled: false,
    })
    expect((await problemOf(box.call('POST', `/outputs/${made.id}/try`))).code).toBe('NABIJ_OUTPUT_UNREACHABLE')
    expect((await box.call('DELETE', `/outputs/${made.id}`)).status).toBe(204)
    expect((await problemOf(box.call('DELETE', `/outputs/${made.id}`))).code).toBe('NABIJ_NOT_FOUND')
  })

  it.each([
    { kind: 'webhook', address: 'ftp://x/', on: ['fail'] },
    { kind: 'webhook', address: 'https://x/', on: [] },
    { kind: 'fax', address: 'https://x/', on: ['fail'] },
    { kind: 'webhook', address: 'https://x/', on: ['fail'], secret: 'short' },
  ])('that go nowhere are refused: %j', async (config) => {
    const { id } = await box.station()
    expect((await problemOf(box.send('POST', `/stations/${id}/outputs`, config))).code).toBe('NABIJ_INVALID_INPUT')
  })
})

describe('a station at work', () => {
  it('is triggered, has its alarm seen, and is added up', async () => {
    const { id } = await box.station()
    expect((await box.call('POST', `/stations/${id}/trigger`)).status).toBe(202)
    expect(await (await box.call('POST', `/stations/${id}/alarm/seen`)).json()).toMatchObject({ id })
    const overview = await jsonOf(box.call('GET', `/stations/${id}/overview?from=0&to=5`))
    expect(overview).toMatchObject({ hours: [expect.objectContaining({ fail: 17 })], ms: { p50: 37 } })
    expect((await problemOf(box.call('GET', `/stations/${id}/overview?from=0`))).code).toBe('NABIJ_INVALID_INPUT')
    const compared = await box.call('GET', `/stations/${id}/recipes/compare?before=${id}&after=${crypto.randomUUID()}`)
    expect(await compared.json()).toMatchObject({ comparisons: [{ before: { verdict: 'fail' } }] })
    expect(await (await box.call('GET', '/cameras')).json()).toEqual({
      cameras: [{ address: '/dev/video0', name: 'Bench camera' }],
    })
  })

  it('hears which product a part is', async () => {
    const { id } = await box.station()
    await box.call('POST', `/stations/${id}/frames?product=BR40`, jpeg)
    expect(box.workspaces.own().frames.at(-1)).toMatchObject({ product: 'BR40' })
  })
})
