import type { DropInRoute } from '@nabij/base'
import { NabijError } from '@nabij/base'
import { dialects } from '@nabij/dialects'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { arn, ask as askOf, type DropInKey, faultOf, json, questions } from './testing/ask-drop-in.ts'
import { fakeBox, jsonOf } from './testing/fake-box.ts'
import { examplePicture } from './testing/fake-workspaces.ts'

const box = fakeBox({ bodySilence: 200 })
afterAll(() => box.close())
const ask = askOf(box)
const ids = Object.keys(questions)

async function route(
  dialect: string,
  model: string,
  more: object = {},
): Promise<{ route: DropInRoute; key: DropInKey }> {
  const { id } = await box.station()
  return jsonOf(box.send('POST', '/drop-in/routes', { dialect, model, stationId: id, ...more }))
}

const wrongKey = { accessKey: 'NABIJ000000000000000', secret: 'guessed', key: 'guessed' }

describe.each(ids)('%s', (dialect) => {
  it('answers its client, and what is hostile in its own words', async () => {
    const { key } = await route(dialect, 'koekjes')
    expect((await ask(dialect, 'koekjes', key)).status).toBe(200)
    const denied: Record<string, (number | string)[]> = {
      'lookout-vision': [403, 'AccessDeniedException'],
      'custom-vision': [401, 'Unauthorized'],
      rekognition: [400, 'AccessDeniedException'],
      kserve: [401, 'error'],
      sagemaker: [403, 'AccessDeniedException'],
    }
    expect(await faultOf(await ask(dialect, 'koekjes', wrongKey))).toEqual(denied[dialect])
    // Of another dialect: right there, wrong here.
    const other = await route(dialect === 'kserve' ? 'custom-vision' : 'kserve', `van ${dialect}`)
    expect(await faultOf(await ask(dialect, 'koekjes', { ...wrongKey, key: other.key.key }))).toEqual(denied[dialect])
  })

  it('says so when its station is stopped or was never taught', async () => {
    const { key } = await route(dialect, 'uit')
    const stopped: Record<string, (number | string)[]> = {
      'lookout-vision': [409, 'ConflictException'],
      'custom-vision': [409, 'ConflictInvalid'],
      rekognition: [400, 'ResourceNotReadyException'],
      kserve: [503, 'error'],
      sagemaker: [503, 'ServiceUnavailable'],
    }
    for (const code of ['NABIJ_STATION_STOPPED', 'NABIJ_STATION_UNTAUGHT'] as const) {
      const inspect = vi.spyOn(box.workspaces.own().stations, 'inspect').mockRejectedValueOnce(new NabijError(code))
      expect(await faultOf(await ask(dialect, 'uit', key))).toEqual(stopped[dialect])
      inspect.mockRestore()
    }
  })

  it('takes a body up to its limit, however it comes, and not a byte more', async () => {
    const { key } = await route(dialect, 'groot')
    const most = dialects.find(({ id }) => id === dialect)?.most ?? 0
    const tooLarge: Record<string, (number | string)[]> = {
      'lookout-vision': [400, 'ValidationException'],
      'custom-vision': [400, 'BadRequestImageSizeBytes'],
      rekognition: [400, 'ImageTooLargeException'],
      kserve: [413, 'error'],
      sagemaker: [400, 'ValidationError'],
    }
    expect(await faultOf(await ask(dialect, 'groot', key, { body: new Uint8Array(most + 1) }))).toEqual(
      tooLarge[dialect],
    )
    // Without a length, and without an end: it is read no further than the limit.
    let given = 0
    const endless = new ReadableStream({
      pull(line) {
        given += 65_536
        line.enqueue(new Uint8Array(65_536))
      },
    })
    expect(await faultOf(await ask(dialect, 'groot', key, { stream: endless }))).toEqual(tooLarge[dialect])
    expect(given).toBeLessThan(most + 10 * 65_536)
  })

  it('reads a body without a length, and gives up on one that never goes on', async () => {
    const { key } = await route(dialect, 'traag')
    const { body = new Uint8Array() } = questions[dialect]?.('traag') ?? {}
    const pieces = new ReadableStream({
      start(line) {
        for (const byte of body) line.enqueue(Uint8Array.of(byte))
        line.close()
      },
    })
    expect((await ask(dialect, 'traag', key, { stream: pieces })).status).toBe(200)
    const silent = new ReadableStream({ start: (line) => line.enqueue(new Uint8Array(body.subarray(0, 4))) })
    const answer = await ask(dialect, 'traag', key, { stream: silent })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get('content-type')).toContain('json')
    expect(answer.headers.get('content-type')).not.toContain('problem')
  })

  it('finds no model and no file by a name that leads elsewhere, and puts no name into a header', async () => {
    const { key } = await route(dialect, 'echt')
    const before = box.workspaces.own().frames.length
    const names = [
      '../../../etc/passwd',
      '..\\..\\secret.txt',
      'a\r\nset-cookie: b=c',
      'a\nb',
      'x'.repeat(4000),
      '\u202e',
      ' ',
    ]
    for (const name of names) {
      const answer = await ask(dialect, name, key)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('set-cookie')).toBeNull()
      for (const [, value] of answer.headers) expect(value).not.toMatch(/[\r\n]|etc.passwd/)
      expect((await answer.text()).length).toBeLessThan(1000)
    }
    expect(box.workspaces.own().frames.length).toBe(before)
  })
})

describe('what only one service has', () => {
  it('a picture by its address is not fetched', async () => {
    const custom = await route('custom-vision', 'adres')
    const path = '/customvision/v3.1/prediction/p/classify/iterations/adres/url'
    const body = json({ url: 'http://127.0.0.1:1/x.jpg' })
    expect(await faultOf(await ask('custom-vision', 'adres', custom.key, { path, body }))).toEqual([
      400,
      'BadRequestImageUrl',
    ])
    const aws = await route('rekognition', 'adres')
    const inBucket = json({ ProjectVersionArn: arn('adres'), Image: { S3Object: { Bucket: 'b', Name: '../k' } } })
    expect(await faultOf(await ask('rekognition', 'adres', aws.key, { body: inBucket }))).toEqual([
      400,
      'InvalidS3ObjectException',
    ])
  })

  it('pictures of 4, 5 and 6 MiB pass where the service took them', async () => {
    const jpeg = (size: number) => {
      const bytes = new Uint8Array(size)
      bytes.set(examplePicture)
      return bytes
    }
    const [azure, aws, maker] = [
      await route('custom-vision', 'zes'),
      await route('rekognition', 'zes'),
      await route('sagemaker', 'zes'),
    ]
    expect((await ask('custom-vision', 'zes', azure.key, { body: jpeg(4 * 2 ** 20) })).status).toBe(200)
    expect(await faultOf(await ask('custom-vision', 'zes', azure.key, { body: jpeg(4 * 2 ** 20 + 1) }))).toEqual([
      400,
      'BadRequestImageSizeBytes',
    ])
    const asText = (size: number) =>
      json({ ProjectVersionArn: arn('zes'), Image: { Bytes: Buffer.from(jpeg(size)).toString('base64') } })
    expect((await ask('rekognition', 'zes', aws.key, { body: asText(5 * 2 ** 20) })).status).toBe(200)
    expect(await faultOf(await ask('rekognition', 'zes', aws.key, { body: asText(5 * 2 ** 20 + 1) }))).toEqual([
      400,
      'ImageTooLargeException',
    ])
    expect((await ask('sagemaker', 'zes', maker.key, { body: jpeg(6 * 2 ** 20) })).status).toBe(200)
  })

  it('damaged base64 and a type that is none are told apart', async () => {
    const aws = await route('rekognition', 'kapot')
    const broken = json({ ProjectVersionArn: arn('kapot'), Image: { Bytes: '/9j/4A=A' } })
    expect(await faultOf(await ask('rekognition', 'kapot', aws.key, { body: broken }))).toEqual([
      400,
      'InvalidParameterException',
    ])
    const gif = json({ ProjectVersionArn: arn('kapot'), Image: { Bytes: 'R0lGODlhAQABAAAAACw=' } })
    expect(await faultOf(await ask('rekognition', 'kapot', aws.key, { body: gif }))).toEqual([
      400,
      'InvalidImageFormatException',
    ])
    const azure = await route('custom-vision', 'kapot')
    const form = { headers: { 'content-type': 'multipart/form-data' } }
    expect(await faultOf(await ask('custom-vision', 'kapot', azure.key, form))).toEqual([400, 'BadRequestImageFormat'])
  })
})

describe('who guesses keys', () => {
  it('is answered no more after a few of a thousand; the program that works goes on', async () => {
    const own = fakeBox()
    const { id } = await own.workspaces.own().stations.create({ name: 'L', source: { kind: 'http' } })
    const made = await jsonOf<{ key: DropInKey }>(
      own.send('POST', '/drop-in/routes', { dialect: 'kserve', model: 'k', stationId: id }),
    )
    const ready = (token: string, from = '10.0.0.7') => {
      const request = new Request('https://localhost/drop-in/kserve/v2/health/ready', {
        headers: { authorization: `Bearer ${token}` },
      })
      const bindings = { incoming: { socket: { remoteAddress: from } } } as never
      return own.app.fetch(request, bindings)
    }
    expect((await ready(made.key.key)).status).toBe(200)
    const statuses = new Map<number, number>()
    for (let n = 0; n < 1000; n++) {
      const { status } = await ready(`guess-${n}`, '10.0.0.66')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses.get(401)).toBeLessThan(40)
    expect(statuses.get(429)).toBeGreaterThan(960)
    // From there not even the right key is looked at; elsewhere nobody notices.
    expect((await ready(made.key.key, '10.0.0.66')).status).toBe(429)
    expect((await ready(made.key.key)).status).toBe(200)
    own.close()
  })
})

describe('what is secret', () => {
  it('stands in no log, audit log, figure, list or error; who made which route stands there', async () => {
    const planted = { accessKey: 'AKIAPLANTEDPLANTED00', secret: 'planted-cloud-secret' }
    const cloud = { address: 'https://cloud.example', region: 'eu-west-1', key: planted }
    const secrets = [planted.secret, planted.accessKey, 'planted-wrong-key']
    const said: string[] = []
    const made = new Map<string, string>()
    for (const dialect of ids) {
      const config = dialect === 'lookout-vision' ? { cloud, mode: 'box' } : {}
      const { route: one, key } = await route(dialect, 'geheim', config)
      made.set(one.id, dialect)
      secrets.push(...[key.secret, key.key].filter((text) => text !== undefined))
      said.push(await (await ask(dialect, 'geheim', key)).text())
      said.push(await (await ask(dialect, 'nergens', key)).text())
      const guess = { accessKey: key.accessKey, secret: 'planted-wrong-key', key: 'planted-wrong-key' }
      said.push(await (await ask(dialect, 'geheim', guess)).text())
      if (dialect === 'lookout-vision')
        said.push(await (await box.send('PATCH', `/drop-in/routes/${one.id}`, { cloud })).text())
      await box.call('POST', `/drop-in/routes/${one.id}/key`)
    }
    for (const path of ['/drop-in/routes', '/audit', '/audit.csv', '//metrics'])
      said.push(await (await box.call('GET', path)).text())
    said.push(JSON.stringify(box.logged))
    const all = said.join('\n')
    for (const secret of secrets) expect(all).not.toContain(secret)
    const { entries } = await jsonOf<{ entries: { what: string; on: string | null; after: unknown }[] }>(
      box.call('GET', '/audit'),
    )
    for (const [id, dialect] of made)
      expect(entries.find(({ what, on }) => what === 'drop-in.add' && on === id)).toMatchObject({
        after: { dialect, model: 'geheim' },
      })
    expect(entries.some(({ what }) => what === 'drop-in.key')).toBe(true)
  })
})
