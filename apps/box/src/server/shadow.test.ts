import { egressGate } from '@nabij/adapters/egress'
import type { DropInRoute, RouteComparison, RouteMeter } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDropIn } from '../workspace/drop-in/drop-in.ts'
import { usualLimits } from '../workspace/drop-in/shadow-queue.ts'
import { type StandInCloud, startStandInCloud } from '../workspace/drop-in/testing/stand-in-cloud.ts'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { fakeRegister } from './testing/fake-register.ts'
import { memoryDropIn } from './testing/memory-drop-in.ts'

const key = { key: 'the-company-s-own' }
let box: FakeBox
let cloud: StandInCloud
let ledger: { purpose: string; host: string }[]
/** What the box says of each picture: the last byte decides. */
const isBad = (picture: Uint8Array) => (picture.at(-1) ?? 0) % 2 === 1

beforeEach(async () => {
  box = fakeBox()
  cloud = await startStandInCloud('custom-vision', key, { isBad, names: { good: 'ok', bad: 'defect' } })
  ledger = []
  const own = box.workspaces.own()
  const { inspect } = own.stations
  own.stations.inspect = async (id, frame) => ({
    ...(await inspect(id, frame)),
    verdict: isBad(frame.picture) ? ('fail' as const) : ('pass' as const),
    score: isBad(frame.picture) ? 0.9 : 0.1,
    limit: 0.5,
    kind: null,
  })
  const { models } = own
  const dropIn = openDropIn({
    settings: settings(),
    stations: own.stations,
    models,
    store: memoryDropIn(),
    egress: egressGate({
      ledger: { begin: async (entry) => void ledger.push(entry), add: async () => undefined },
      clock: Date.now,
      isOutward: () => true,
    }),
    files: { put: async () => '1'.repeat(64), get: async () => picture(7) },
    register: fakeRegister(),
    clock: Date.now,
    shadow: { ...usualLimits, most: 4, atOnce: 1 },
    onError: () => undefined,
  })
  Object.assign(own, { dropIn })
})
afterEach(async () => {
  await box.workspaces.own().dropIn.stop()
  await cloud.stop()
  box.close()
})

function settings() {
  const values = new Map<string, string>()
  return {
    get: async (name: string) => values.get(name) ?? null,
    set: async (name: string, value: string) => void values.set(name, value),
  }
}

function picture(n: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, n >> 8, n])
}

interface Made {
  route: DropInRoute
  key: { key: string }
}

async function route(more: object = {}): Promise<Made> {
  const { id } = await box.station()
  const config = {
    dialect: 'custom-vision',
    model: 'koek',
    stationId: id,
    names: { good: 'ok', bad: 'defect' },
    perSecond: 1000,
    cloud: { address: cloud.address, key },
    ...more,
  }
  const answer = await box.send('POST', '/drop-in/routes', config)
  expect(answer.status).toBe(201)
  return jsonOf<Made>(answer)
}

async function ask({ key: own }: Made, n: number): Promise<{ status: number; tag: string }> {
  const answer = await box.call('POST', '//customvision/v3.1/prediction/p/classify/iterations/koek/image', {
    headers: { 'prediction-key': own.key, 'content-type': 'application/octet-stream' },
    body: picture(n),
  })
  const said = await jsonOf<{ predictions?: { tagName: string }[] }>(answer)
  return { status: answer.status, tag: said.predictions?.[0]?.tagName ?? '' }
}

const idle = () => box.workspaces.own().dropIn.idle()
const compared = ({ route: { id } }: Made) =>
  jsonOf<RouteComparison>(box.call('GET', `/drop-in/routes/${id}/comparison`))
const seen = async ({ route: { id } }: Made) =>
  (await jsonOf<{ routes: DropInRoute[] }>(box.call('GET', '/drop-in/routes'))).routes.find((one) => one.id === id)

describe('cloud first', () => {
  it('lets the cloud answer in the company’s own name, and the box look along', async () => {
    const made = await route({ mode: 'cloud-first', twice: 0 })
    for (let n = 0; n < 4; n++) {
      expect(await ask(made, n)).toEqual({ status: 200, tag: n % 2 === 1 ? 'defect' : 'ok' })
      await idle()
    }
    expect(cloud.requests.map(({ headers }) => headers['prediction-key'])).toEqual(Array(4).fill(key.key))
    expect(await compared(made)).toMatchObject({ n: 4, agreement: { yes: 4 }, kappa: 1, missed: 0 })
    expect(ledger).toHaveLength(4)
    expect(ledger[0]).toMatchObject({ purpose: 'drop-in: koek', host: new URL(cloud.address).host })
    const routes = await (await box.call('GET', '/drop-in/routes')).text()
    expect(routes).toContain('"keyIsSet":true')
    expect(routes + JSON.stringify(box.logged)).not.toContain(key.key)
  })

  it('is answered by the box when the cloud is down, fails, stops half-way or takes too long', async () => {
    const made = await route({ mode: 'cloud-first', cloud: { address: cloud.address, key, seconds: 0.3 } })
    for (const health of ['down', 'failing', 'half', 'silent'] as const) {
      cloud.mood.health = health
      expect(await ask(made, 1), health).toEqual({ status: 200, tag: 'defect' })
    }
    expect(await seen(made)).toMatchObject({ shadow: { fellBack: 4, cloudFailed: 4 }, answered: 4, refused: 0 })
    const meter = await jsonOf<RouteMeter>(box.call('GET', `/drop-in/routes/${made.route.id}/meter`))
    expect(meter.months).toMatchObject([{ cloud: 0, failed: 4, box: 4 }])
  })

  it('is the cloud’s own word when neither can answer', async () => {
    const made = await route({ mode: 'cloud-first' })
    cloud.mood.health = 'failing'
    box.workspaces.own().stations.inspect = () => Promise.reject(new Error('no executor'))
    const answer = await ask(made, 1)
    expect(answer.status).toBe(500)
  })

  it('passes a lying cloud’s answer on, and compares nothing that makes no sense', async () => {
    const made = await route({ mode: 'cloud-first', twice: 0 })
    cloud.mood.health = 'lying'
    expect((await ask(made, 1)).status).toBe(200)
    await idle()
    expect(await compared(made)).toMatchObject({ n: 0, rule: { met: false } })
    expect(await seen(made)).toMatchObject({ shadow: { unreadable: 1, compared: 0 } })
  })

  it('does not wait for the shadow: what does not fit in the queue is dropped and counted', async () => {
    const made = await route({ mode: 'cloud-first', twice: 0 })
    const { stations } = box.workspaces.own()
    const { inspect } = stations
    const held = Promise.withResolvers<void>()
    stations.inspect = async (...given) => {
      await held.promise
      return inspect(...given)
    }
    const answers = []
    for (let n = 0; n < 12; n++) answers.push(await ask(made, n))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const waiting = await seen(made)
    expect(waiting?.shadow.dropped).toBeGreaterThanOrEqual(12 - 5)
    held.resolve()
    await idle()
    const after = await seen(made)
    expect((after?.shadow.compared ?? 0) + (after?.shadow.dropped ?? 0)).toBe(12)
  })

  it('starts to count anew when the cloud’s model changes', async () => {
    const made = await route({ mode: 'cloud-first', twice: 0 })
    for (let n = 0; n < 3; n++) await ask(made, n).then(idle)
    cloud.mood.version = '2'
    for (let n = 10; n < 12; n++) await ask(made, n).then(idle)
    expect(await compared(made)).toMatchObject({
      n: 2,
      earlier: 3,
      versions: [
        { cloud: '1', n: 3 },
        { cloud: '2', n: 2 },
      ],
    })
  })

  it('knows how often the cloud agrees with itself', async () => {
    const made = await route({ mode: 'cloud-first', twice: 1 })
    cloud.mood.noise = 1
    for (let n = 0; n < 4; n++) await ask(made, n).then(idle)
    expect(await compared(made)).toMatchObject({ noise: { n: 4, yes: 0, share: 0 } })
  })
})

describe('box first', () => {
  it('answers here and sends a sample to the cloud, always of the same pictures', async () => {
    const made = await route({ mode: 'box-first', sample: 0.5, twice: 0 })
    for (let n = 0; n < 40; n++) await ask(made, n).then(idle)
    const once = cloud.billed.length
    expect(once).toBeGreaterThan(8)
    expect(once).toBeLessThan(32)
    for (let n = 0; n < 40; n++) await ask(made, n).then(idle)
    expect(cloud.billed.length).toBe(2 * once)
    expect(await compared(made)).toMatchObject({ n: once, repeated: once })
  })

  it('asks the cloud when the box cannot', async () => {
    const made = await route({ mode: 'box-first', sample: 0 })
    box.workspaces.own().stations.inspect = () => Promise.reject(new Error('no executor'))
    expect(await ask(made, 3)).toEqual({ status: 200, tag: 'defect' })
    expect(await seen(made)).toMatchObject({ shadow: { fellBack: 1 } })
  })
})

describe('a person', () => {
  it('says what it is, and both sides are judged against that', async () => {
    const made = await route({ mode: 'cloud-first', twice: 0 })
    cloud.mood.isBad = () => true
    for (let n = 0; n < 4; n++) await ask(made, n).then(idle)
    const { disagreements, missed } = await compared(made)
    expect([disagreements.length, missed]).toEqual([2, 2])
    const [first, second] = disagreements
    const said = await box.send('POST', `/drop-in/comparisons/${first?.id}/word`, { label: 'good' })
    expect(await said.json()).toMatchObject({ word: { label: 'good' } })
    await box.send('POST', `/drop-in/comparisons/${second?.id}/word`, { label: 'bad' })
    expect(await compared(made)).toMatchObject({
      missed: 1,
      agreement: { yes: 2, n: 4 },
      judged: { cloud: { yes: 1, n: 2 }, box: { yes: 1, n: 2 }, mcnemar: { onlyCloud: 1, onlyBox: 1, p: 1 } },
    })
    const shown = await box.call('GET', `/drop-in/comparisons/${first?.id}/picture`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const unknown = box.send('POST', '/drop-in/comparisons/0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e99/word', { label: null })
    expect((await problemOf(unknown)).code).toBe('NABIJ_NOT_FOUND')
  })
})

describe('a route', () => {
  it('switches back with one change, and keeps the key of the cloud', async () => {
    const made = await route({ mode: 'cloud-first' })
    await ask(made, 1)
    const path = `/drop-in/routes/${made.route.id}`
    expect(await jsonOf(box.send('PATCH', path, { mode: 'box' }))).toMatchObject({ mode: 'box' })
    await ask(made, 1)
    expect(cloud.billed).toHaveLength(1)
    expect(await jsonOf(box.send('PATCH', path, { mode: 'cloud-first' }))).toMatchObject({
      cloud: { keyIsSet: true },
      names: { good: 'ok', bad: 'defect' },
    })
    await ask(made, 3)
    expect(cloud.billed).toHaveLength(2)
  })

  it('needs a cloud with a key that fits, and gives no key to another host', async () => {
    const made = await route()
    const change = (what: object) => problemOf(box.send('PATCH', `/drop-in/routes/${made.route.id}`, what))
    const wrong = { address: cloud.address, key: { accessKey: 'A', secret: 'B' } }
    expect((await change({ cloud: wrong })).code).toBe('NABIJ_CLOUD_KEY')
    const elsewhere = { mode: 'cloud-first', cloud: { address: 'https://elsewhere.example' } }
    expect((await change(elsewhere)).code).toBe('NABIJ_CLOUD_MISSING')
    expect((await change({ mode: 'box-first', cloud: null })).code).toBe('NABIJ_CLOUD_MISSING')
    expect((await change({ cloud: { address: 'ftp://elsewhere.example', key } })).code).toBe('NABIJ_INVALID_INPUT')
  })

  it('does not pass on what another box passed on', async () => {
    const made = await route({ mode: 'cloud-first' })
    const answer = await box.call('POST', '//customvision/v3.1/prediction/p/classify/iterations/koek/image', {
      headers: { 'prediction-key': made.key.key, 'content-type': 'image/jpeg', 'x-nabij-passed-on': '1' },
      body: picture(1),
    })
    expect([answer.status, cloud.requests.length]).toEqual([200, 0])
  })
})

it('signs anew for AWS with the company’s own key', async () => {
  const keys = { accessKey: 'AKIAEXAMPLE', secret: 'the-company-s-own-secret' }
  const aws = await startStandInCloud('rekognition', keys, { isBad })
  try {
    const made = await route({
      dialect: 'rekognition',
      model: 'koek',
      mode: 'cloud-first',
      cloud: { address: aws.address, region: 'eu-central-1', key: keys },
    })
    const { signRequest } = await import('@nabij/dialects')
    const body = new TextEncoder().encode(
      JSON.stringify({ ProjectVersionArn: 'koek', Image: { Bytes: Buffer.from(picture(1)).toString('base64') } }),
    )
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'RekognitionService.DetectCustomLabels',
    }
    const request = { method: 'POST', path: '/drop-in/rekognition/', query: new URLSearchParams(), headers, body }
    const own = made.key as unknown as { accessKey: string; secret: string }
    const signed = await signRequest(
      request,
      'localhost',
      own,
      { service: 'rekognition', region: 'eu-central-1' },
      Date.now(),
    )
    const answer = await box.call('POST', '//drop-in/rekognition/', { headers: { ...signed, host: 'localhost' }, body })
    expect([answer.status, await answer.json()]).toMatchObject([200, { CustomLabels: [{ Name: 'anomaly' }] }])
    expect(aws.billed).toHaveLength(1)
    expect(aws.requests[0]?.headers['authorization']).toContain('AKIAEXAMPLE')
  } finally {
    await vi.waitFor(idle)
    await aws.stop()
  }
})
