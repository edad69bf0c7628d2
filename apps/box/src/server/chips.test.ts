import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChipChecks, ChipNeed } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'

const model = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'models', 'efficientnet-lite0', 'backbone.onnx'),
)

let box: FakeBox
beforeEach(() => {
  box = fakeBox()
})
afterEach(() => box.close())

const check = (query: string, body: Uint8Array<ArrayBuffer> = model) =>
  box.call('POST', `/chips/check${query}`, { body, headers: { 'content-type': 'application/octet-stream' } })

describe('chips', () => {
  it('lists them, and what there is to follow, in the sample as well', async () => {
    expect(await jsonOf(box.call('GET', '/chips'))).toMatchObject({ chips: [{ id: 'example-chip' }] })
    expect(await jsonOf(box.call('GET', '/chips/facts'))).toMatchObject({ facts: [{ about: 'Example' }], changes: [] })
    await box.workspaces.sample()
    expect((await box.call('GET', '//sample/api/v1/chips/facts')).status).toBe(200)
  })

  it('checks a model', async () => {
    const { model, checks } = ChipChecks.parse(await jsonOf(check('?size=1,256,256,3')))
    expect(model).toMatchObject({ opset: 17, inputs: [{ type: 'uint8' }], operators: { Conv: 48 } })
    expect(checks).toMatchObject([{ chip: { id: 'example-chip' }, answer: 'no' }])
  })

  it('names what is wrong', async () => {
    const code = async (query: string, body?: Uint8Array<ArrayBuffer>) => (await problemOf(check(query, body))).code
    expect(await code('?chip=abacus')).toBe('NABIJ_CHIP_UNKNOWN')
    expect(await code('', new Uint8Array([1, 2, 3]))).toBe('NABIJ_MODEL_DAMAGED')
    expect(await code('?size=1,0,3')).toBe('NABIJ_INVALID_INPUT')
    expect(await code('?speed=high')).toBe('NABIJ_INVALID_INPUT')
  })

  it('says whether a station needs one: as asked, else as its source is set, else as pictures came', async () => {
    const { id } = await box.station()
    const asked = async (query = '') => ChipNeed.parse(await jsonOf(box.call('GET', `/stations/${id}/chip${query}`)))
    expect(await asked()).toMatchObject({ answer: 'unmeasured', wantedFrom: 'seen', ms: null })
    expect(await asked('?wanted=2')).toMatchObject({ wantedPerSecond: 2, wantedFrom: 'given' })
    const source = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 3, defectRate: 0 }
    await box.send('PATCH', `/stations/${id}`, { source })
    expect(await asked()).toMatchObject({ wantedPerSecond: 3, wantedFrom: 'camera' })
    expect((await box.call('GET', `/stations/${id}/chip?wanted=-1`)).status).toBe(422)
    const nobody = id.replace(/^./, (first) => (first === '0' ? '1' : '0'))
    expect((await box.call('GET', `/stations/${nobody}/chip`)).status).toBe(404)
  })
})
