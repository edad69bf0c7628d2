import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeJpeg } from '@nabij/adapters/sharp'
import type { DropInRoute, OwnModel, Recognised } from '@nabij/base'
import { signRequest } from '@nabij/dialects'
import { colourClassifier } from '@nabij/models/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'

const { root, remove } = temporaryRoot()
const run = (...words: string[]) => nabij(['model', ...words, '--data', root, '--lang', 'en'])
const at = (name: string): string => join(root, name)
let box: RunningBox

beforeAll(async () => {
  box = await startBox(root)
  const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, n) => [240, 10, 10][n % 3] ?? 0)
  writeFileSync(at('red.jpg'), await encodeJpeg({ width: 64, height: 64, data }, 95))
  writeFileSync(at('colours.onnx'), colourClassifier({ dims: ['N', 3, 8, 8] }))
  writeFileSync(at('names.txt'), 'rood\ngroen\nblauw\n')
  writeFileSync(at('nonsense.onnx'), 'no model at all')
}, 120_000)
afterAll(async () => {
  await box.stop()
  remove()
})

/** As the official client of SageMaker does. */
async function invoke(name: string, keys: { accessKey: string; secret: string }, type: string, body: Uint8Array) {
  const path = `/drop-in/sagemaker/endpoints/${name}/invocations`
  const request = { method: 'POST', path, query: new URLSearchParams(), headers: { 'content-type': type }, body }
  const where = { service: 'sagemaker', region: 'eu-west-1' }
  const { host: _, ...headers } = await signRequest(request, new URL(box.address).host, keys, where, Date.now())
  return fetch(box.address + path, { method: 'POST', headers, body: new Uint8Array(body) })
}

async function connect(dialect: string, model: string, modelId: string) {
  const answer = await fetch(`${box.address}/api/v1/drop-in/routes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ dialect, model, modelId }),
  })
  expect(answer.status).toBe(201)
  return (await answer.json()) as { route: DropInRoute; key: { accessKey: string; secret: string; key: string } }
}

describe('own models from a shell', { timeout: 120_000 }, () => {
  it('are brought along, tried, put right and shown with the reasons', async () => {
    const made = (await run('add', at('colours.onnx'), '--labels', at('names.txt'), '--json')).json<OwnModel>()
    expect(made).toMatchObject({ name: 'colours', settings: { layout: 'classes', labels: ['rood', 'groen', 'blauw'] } })
    const tried = await run('try', 'colours', at('red.jpg'))
    expect(tried.code).toBe(0)
    expect(tried.out).toMatch(/rood +\d/)
    const right = await run('change', 'colours', '--pixels', '0-1', '--fit', 'stretch')
    expect(right.out).toContain('fit: stretch – you said so')
    expect(right.out).toContain('labels: rood, groen, blauw – you said so')
    expect((await run('list')).out).toMatch(/colours +classifier, classes/)
  })

  it('that are none, or are not there, are refused with what to do', async () => {
    const { code, err } = await run('add', at('nonsense.onnx'))
    expect(code).toBe(2)
    expect(err).toContain('NABIJ_MODEL_DAMAGED')
    expect((await run('add', at('nowhere.onnx'))).code).toBe(2)
    expect((await run('try', 'nobody', at('red.jpg'))).code).toBe(2)
    expect((await run('change', 'colours', '--fit', 'squeeze')).code).toBe(2)
    const misfit = await run('add', at('colours.onnx'), '--name', 'misfit', '--layout', 'boxes')
    expect([misfit.code, misfit.err]).toEqual([2, expect.stringContaining('NABIJ_MODEL_MISFIT')])
    expect((await run('list', '--json')).json<{ models: OwnModel[] }>().models.map(({ name }) => name)).toEqual([
      'colours',
    ])
  })

  it('answer an endpoint of SageMaker: pictures, JSON and bare numbers', async () => {
    const { models } = (await run('list', '--json')).json<{ models: OwnModel[] }>()
    const { key } = await connect('sagemaker', 'kleuren', models[0]?.id ?? '')
    const picture = (await run('try', 'colours', at('red.jpg'), '--json')).json<Recognised>()
    const { readFileSync } = await import('node:fs')
    const seen = await invoke('kleuren', key, 'image/jpeg', readFileSync(at('red.jpg')))
    expect(((await seen.json()) as Recognised).labels).toEqual(picture.labels)
    // Of the first channel ones, of the others noughts.
    const channel = (value: number) => Array.from({ length: 8 }, () => Array<number>(8).fill(value))
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    const one = [channel(1), channel(0), channel(0)]
    const asked = await invoke(
      'kleuren',
      key,
      'application/json',
      text({ instances: [one, [channel(0), channel(2), channel(0)]] }),
    )
    expect(await asked.json()).toEqual({
      predictions: [
        [1, 0, 0],
        [0, 2, 0],
      ],
    })
    const raw = new Uint8Array(Float32Array.from({ length: 192 }, (_, n) => (n < 64 ? 3 : 0)).buffer)
    const bare = await invoke('kleuren', key, 'application/octet-stream', raw)
    expect(await bare.json()).toEqual({ outputs: { model_output: [[3, 0, 0]] } })
    const wrong = [
      text({ instances: [[1, 2]] }),
      text({ instances: [[[['x']]]] }),
      text({}),
      text('x'),
      new Uint8Array(5),
    ]
    for (const body of wrong) {
      const type = body.length === 5 ? 'application/octet-stream' : 'application/json'
      const answer = await invoke('kleuren', key, type, body)
      expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationError'])
    }
    expect((await invoke('kleuren', key, 'text/csv', text('1,2'))).status).toBe(400)
  })

  it('answer the Open Inference Protocol with real tensors, also after the box was killed', async () => {
    const { models } = (await run('list', '--json')).json<{ models: OwnModel[] }>()
    const { key } = await connect('kserve', 'kleuren', models[0]?.id ?? '')
    const infer = async () => {
      const data = Array.from({ length: 192 }, (_, n) => (n >= 128 ? 0.5 : 0))
      const answer = await fetch(`${box.address}/drop-in/kserve/v2/models/kleuren/infer`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: 'a', inputs: [{ name: 'data', datatype: 'FP32', shape: [1, 3, 8, 8], data }] }),
      })
      return answer.json()
    }
    const expected = {
      id: 'a',
      model_name: 'kleuren',
      outputs: [{ name: 'model_output', datatype: 'FP32', shape: [1, 3], data: [0, 0, 0.5] }],
    }
    expect(await infer()).toMatchObject(expected)
    await box.kill()
    box = await startBox(root)
    expect(await infer()).toMatchObject(expected)
    const refused = await run('remove', 'colours')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('NABIJ_MODEL_IN_USE')])
  })
})
