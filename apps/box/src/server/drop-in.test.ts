import type { DropInRoute } from '@nabij/base'
import { signRequest } from '@nabij/dialects'
import { afterAll, describe, expect, it } from 'vitest'
import { fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { examplePicture } from './testing/fake-workspaces.ts'

const box = fakeBox()
afterAll(() => box.close())

interface Made {
  route: DropInRoute
  key: { accessKey: string; secret: string } & { key: string }
}

async function route(dialect: string, model: string, more: object = {}): Promise<Made> {
  const { id } = await box.station()
  const answer = await box.send('POST', '/drop-in/routes', { dialect, model, stationId: id, ...more })
  expect(answer.status).toBe(201)
  return jsonOf<Made>(answer)
}

/** As the official client does: it signs the whole path, with the host that it calls. */
async function detect(
  model: string,
  keys: Made['key'],
  over: { at?: number; body?: Uint8Array } = {},
): Promise<Response> {
  const path = `/drop-in/lookout-vision/2020-11-20/projects/${encodeURIComponent(model)}/models/1/detect`
  const body = over.body ?? examplePicture
  const request = {
    method: 'POST',
    path,
    query: new URLSearchParams(),
    headers: { 'content-type': 'image/jpeg' },
    body,
  }
  const where = { service: 'lookoutvision', region: 'eu-west-1' }
  const { host: _, ...headers } = await signRequest(request, 'localhost', keys, where, over.at ?? Date.now())
  return box.call('POST', `/${path}`, { headers: { host: 'localhost', ...headers }, body: new Uint8Array(body) })
}

const faultOf = async (answer: Response) => [answer.status, answer.headers.get('x-amzn-errortype')]

describe('an old program', () => {
  it('that signs for Lookout for Vision is answered by the station', async () => {
    const { key, route: made } = await route('lookout-vision', 'mijn koekjes')
    const answer = await detect('mijn koekjes', key)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      DetectAnomalyResult: { Source: { Type: 'direct' }, IsAnomalous: true },
    })
    expect(box.workspaces.own().frames.at(-1)?.picture).toEqual(new Uint8Array(examplePicture))
    const { routes } = await jsonOf<{ routes: DropInRoute[] }>(box.call('GET', '/drop-in/routes'))
    expect(routes.find(({ id }) => id === made.id)).toMatchObject({ answered: 1, refused: 0 })
    expect(JSON.stringify(routes)).not.toContain(key.secret)
  })

  it('with a wrong key, an old signature or another model gets the error that its client knows', async () => {
    const { key } = await route('lookout-vision', 'bouten')
    expect(await faultOf(await detect('bouten', { ...key, secret: 'wrong' }))).toEqual([403, 'AccessDeniedException'])
    expect(await faultOf(await detect('bouten', key, { at: Date.now() - 3_600_000 }))).toEqual([
      403,
      'AccessDeniedException',
    ])
    expect(await faultOf(await detect('moeren', key))).toEqual([404, 'ResourceNotFoundException'])
    expect(await faultOf(await detect('bouten', key, { body: new TextEncoder().encode('no picture') }))).toEqual([
      400,
      'ValidationException',
    ])
    const large = new Uint8Array(8 * 2 ** 20 + 1)
    expect(await faultOf(await detect('bouten', key, { body: large }))).toEqual([400, 'ValidationException'])
  })

  it('may ask as often as its route says, and no other waits for it', async () => {
    const [busy, other] = [
      await route('lookout-vision', 'druk', { perSecond: 1 }),
      await route('lookout-vision', 'rustig'),
    ]
    const first = await Promise.all([1, 2, 3].map(() => detect('druk', busy.key)))
    expect(first.map(({ status }) => status).toSorted()).toEqual([200, 429, 429])
    expect((await detect('rustig', other.key)).status).toBe(200)
  })

  it('of Custom Vision and the Open Inference Protocol shows its key in a header', async () => {
    const custom = await route('custom-vision', 'koek', { names: { good: 'ok', bad: 'defect' } })
    const path = '//customvision/v3.1/prediction/p/classify/iterations/koek/image'
    const ask = (key: string) =>
      box.call('POST', path, {
        headers: { 'prediction-key': key, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(examplePicture),
      })
    expect(await (await ask(custom.key.key)).json()).toMatchObject({
      predictions: [{ tagName: expect.stringMatching(/ok|defect|burnt|crack/) }, {}],
    })
    expect(await jsonOf(ask('wrong'))).toMatchObject({ code: 'Unauthorized' })
    const open = await route('kserve', 'koek')
    const headers = { authorization: `Bearer ${open.key.key}`, 'content-type': 'application/json' }
    const data = [Buffer.from(examplePicture).toString('base64')]
    const body = JSON.stringify({ inputs: [{ name: 'picture', datatype: 'BYTES', shape: [1], data }] })
    const answer = await box.call('POST', '//drop-in/kserve/v2/models/koek/infer', { headers, body })
    expect(await answer.json()).toMatchObject({
      model_name: 'koek',
      outputs: [{ name: 'verdict' }, { name: 'score' }, { name: 'limit' }],
    })
    expect((await box.call('GET', '//drop-in/kserve/v2/models/koek', { headers })).status).toBe(200)
    expect((await box.call('GET', '//drop-in/kserve/v2/models/koek')).status).toBe(401)
  })

  it('finds nothing where no dialect is, and no browser of another site gets in', async () => {
    expect((await box.call('POST', '//drop-in/unknown/v1')).status).toBe(404)
    const foreign = { headers: { origin: 'https://elsewhere.example' } }
    expect((await problemOf(box.call('POST', '//drop-in/kserve/v2', foreign))).code).toBe('NABIJ_FOREIGN_ORIGIN')
  })
})

describe('a route', () => {
  it('has a name of its own, and a station that exists', async () => {
    const { route: made } = await route('rekognition', 'schroef')
    const again = { dialect: 'rekognition', model: 'schroef', stationId: made.stationId }
    expect((await problemOf(box.send('POST', '/drop-in/routes', again))).code).toBe('NABIJ_DIALECT_MODEL_TAKEN')
    const nowhere = { ...again, model: 'x', stationId: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e99' }
    expect((await problemOf(box.send('POST', '/drop-in/routes', nowhere))).code).toBe('NABIJ_NOT_FOUND')
  })

  it('is changed, gets a new key and goes; the old key then opens nothing', async () => {
    const { route: made, key } = await route('lookout-vision', 'oud')
    await box.send('PATCH', `/drop-in/routes/${made.id}`, { model: 'nieuw' })
    expect((await detect('nieuw', key)).status).toBe(200)
    const renewed = await jsonOf<Made>(box.call('POST', `/drop-in/routes/${made.id}/key`))
    expect((await detect('nieuw', key)).status).toBe(403)
    expect((await detect('nieuw', renewed.key)).status).toBe(200)
    expect((await box.call('DELETE', `/drop-in/routes/${made.id}`)).status).toBe(204)
    expect((await detect('nieuw', renewed.key)).status).toBe(403)
  })
})
