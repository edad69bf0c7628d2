import type { DropInRoute, OwnModel, Recognised } from '@nabij/base'
import { signRequest } from '@nabij/dialects'
import { afterAll, describe, expect, it } from 'vitest'
import { fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { examplePicture } from './testing/fake-workspaces.ts'

const box = fakeBox()
afterAll(() => box.close())

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
let count = 2

async function bring(
  name = 'koekjes.onnx',
  file = bytes(`${(count++).toString(16).padStart(2, '0')}ff`),
): Promise<OwnModel> {
  const answer = await box.call('POST', `/models?name=${name}`, { body: file })
  expect(answer.status).toBe(201)
  return jsonOf<OwnModel>(answer)
}

describe('a model', () => {
  it('is brought along, listed, tried and removed', async () => {
    const model = await bring('map/koekjes.onnx')
    expect(model).toMatchObject({ name: 'koekjes', family: 'ultralytics', bytes: 2, stopped: false })
    const { models } = await jsonOf<{ models: OwnModel[] }>(box.call('GET', '/models'))
    expect(models.map(({ id }) => id)).toContain(model.id)
    expect(await jsonOf<OwnModel>(box.call('GET', `/models/${model.id}`))).toEqual(model)
    const tried = await box.call('POST', `/models/${model.id}/try`, { body: new Uint8Array(examplePicture) })
    expect((await jsonOf<Recognised>(tried)).labels[0]).toMatchObject({ name: 'crack' })
    expect((await box.call('DELETE', `/models/${model.id}`)).status).toBe(204)
    expect((await problemOf(box.call('GET', `/models/${model.id}`))).code).toBe('NABIJ_NOT_FOUND')
  })

  it('is made once for one key', async () => {
    const once = () => box.call('POST', '/models?name=x', { body: bytes('77'), headers: { 'idempotency-key': 'a' } })
    const [first, again] = [await jsonOf<OwnModel>(once()), await jsonOf<OwnModel>(once())]
    expect(again.id).toBe(first.id)
  })

  it('that is refused says why, in both languages, and is not kept', async () => {
    const before = await jsonOf<{ models: OwnModel[] }>(box.call('GET', '/models'))
    const refused = await problemOf(box.call('POST', '/models?name=x', { body: bytes('bad0') }))
    expect(refused).toMatchObject({ code: 'NABIJ_MODEL_UNSAFE', status: 422, title: expect.stringContaining('Loop') })
    expect(await jsonOf(box.call('GET', '/models'))).toEqual(before)
    const json = box.send('POST', '/models?name=x', {})
    expect((await problemOf(json)).code).toBe('NABIJ_WRONG_TYPE')
  })

  it('that was not recognised answers once a person has said how it is laid out', async () => {
    const { id, settings } = await bring('vreemd', bytes('01aa'))
    expect(settings).toBeNull()
    const trial = () => box.call('POST', `/models/${id}/try`, { body: new Uint8Array(examplePicture) })
    expect((await problemOf(trial())).code).toBe('NABIJ_MODEL_LAYOUT_UNKNOWN')
    const change = (value: object) => box.send('PATCH', `/models/${id}`, value)
    expect((await problemOf(change({ settings: { labels: ['a'] } }))).code).toBe('NABIJ_MODEL_LAYOUT_UNKNOWN')
    const nowhere = change({ settings: { layout: 'yolo-columns', outputs: { main: 'elsewhere' } } })
    expect((await problemOf(nowhere)).code).toBe('NABIJ_MODEL_MISFIT')
    expect((await problemOf(change({ settings: { overlap: 2 } }))).code).toBe('NABIJ_INVALID_INPUT')
    const said = await jsonOf<OwnModel>(change({ settings: { layout: 'yolo-columns', labels: ['gaaf', 'barst'] } }))
    expect(said.settings).toMatchObject({
      layout: 'yolo-columns',
      outputs: { main: 'output0' },
      labels: ['gaaf', 'barst'],
    })
    expect(said.reasons).toContainEqual({ about: 'labels', by: 'person', saw: '2' })
    expect((await trial()).status).toBe(200)
  })
})

describe('an old program', () => {
  const connect = async (dialect: string, model: string, target: object) => {
    const answer = await box.send('POST', '/drop-in/routes', { dialect, model, ...target })
    expect(answer.status).toBe(201)
    return jsonOf<{ route: DropInRoute; key: { key: string } }>(answer)
  }
  const predict = (model: string, key: string) =>
    box.call('POST', `//customvision/v3.1/prediction/p/detect/iterations/${model}/image`, {
      headers: { 'prediction-key': key, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(examplePicture),
    })

  it('of Custom Vision gets the boxes of a model in its own words', async () => {
    const { id } = await bring()
    const { key, route } = await connect('custom-vision', 'eigen', { modelId: id })
    expect(route).toMatchObject({ modelId: id })
    expect(await jsonOf(predict('eigen', key.key))).toMatchObject({
      predictions: [
        { tagName: 'crack', probability: 0.91, boundingBox: { left: 0.41, top: 0.22, width: 0.1, height: 0.34 } },
      ],
    })
    expect((await problemOf(box.call('DELETE', `/models/${id}`))).code).toBe('NABIJ_MODEL_IN_USE')
    await box.send('PATCH', `/models/${id}`, { stopped: true })
    expect((await predict('eigen', key.key)).status).toBe(409)
    // Pointed at a station, the model is free.
    const station = await box.station()
    const moved = await jsonOf<DropInRoute>(box.send('PATCH', `/drop-in/routes/${route.id}`, { stationId: station.id }))
    expect(moved).not.toHaveProperty('modelId')
    expect((await predict('eigen', key.key)).status).toBe(200)
    expect((await box.call('DELETE', `/models/${id}`)).status).toBe(204)
  })

  it('is connected to one of the two, which is there', async () => {
    const nothing = box.send('POST', '/drop-in/routes', { dialect: 'kserve', model: 'niets' })
    expect((await problemOf(nothing)).code).toBe('NABIJ_INVALID_INPUT')
    const [station, model] = [await box.station(), await bring()]
    const both = { dialect: 'kserve', model: 'beide', stationId: station.id, modelId: model.id }
    expect((await problemOf(box.send('POST', '/drop-in/routes', both))).code).toBe('NABIJ_INVALID_INPUT')
    const gone = { dialect: 'kserve', model: 'weg', modelId: station.id }
    expect((await problemOf(box.send('POST', '/drop-in/routes', gone))).code).toBe('NABIJ_NOT_FOUND')
  })

  it('of the Open Inference Protocol sends a picture or numbers', async () => {
    const { id } = await bring()
    const { key } = await connect('kserve', 'getallen', { modelId: id })
    const headers = { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' }
    const infer = (input: object) =>
      box.call('POST', '//drop-in/kserve/v2/models/getallen/infer', {
        headers,
        body: JSON.stringify({ inputs: [input] }),
      })
    const picture = {
      name: 'picture',
      datatype: 'BYTES',
      shape: [1],
      data: [Buffer.from(examplePicture).toString('base64')],
    }
    expect(await jsonOf(infer(picture))).toMatchObject({
      outputs: [
        { name: 'labels', data: ['crack'] },
        { name: 'scores', data: [0.91] },
        { name: 'boxes', shape: [1, 4] },
      ],
    })
    expect(await jsonOf(infer({ name: 'images', datatype: 'FP32', shape: [1, 2], data: [1, 2] }))).toMatchObject({
      outputs: [{ name: 'output0', datatype: 'FP32', shape: [1, 2], data: [1, 2] }],
    })
    expect((await infer({ name: 'images', datatype: 'INT64', shape: [1], data: [1] })).status).toBe(400)
    expect((await infer({ name: 'elsewhere', datatype: 'FP32', shape: [1], data: [1] })).status).toBe(400)
    const told = await jsonOf(box.call('GET', '//drop-in/kserve/v2/models/getallen', { headers }))
    expect(told).toMatchObject({ platform: 'onnxruntime_onnx', inputs: [{ name: 'images', shape: [1, 3, 640, 640] }] })
  })

  it('of Lookout for Vision hears that something is wrong where a box is', async () => {
    const { id } = await bring()
    const answer = await box.send('POST', '/drop-in/routes', { dialect: 'lookout-vision', model: 'kijk', modelId: id })
    const { key } = await jsonOf<{ key: { accessKey: string; secret: string } }>(answer)
    const path = '/drop-in/lookout-vision/2020-11-20/projects/kijk/models/1/detect'
    const request = { method: 'POST', path, query: new URLSearchParams(), headers: {}, body: examplePicture }
    const where = { service: 'lookoutvision', region: 'eu-west-1' }
    const headers = await signRequest(request, 'localhost', key, where, Date.now())
    const seen = await box.call('POST', `/${path}`, { headers, body: new Uint8Array(examplePicture) })
    expect(await jsonOf(seen)).toMatchObject({
      DetectAnomalyResult: { IsAnomalous: true, Confidence: expect.closeTo(0.955) },
    })
  })
})
