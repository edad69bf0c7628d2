import {
  type Backup,
  errorCatalogue,
  type Job,
  type Photo,
  type Problem,
  type Recipe,
  type Station,
  type Verdict,
} from '@nabij/base'
import { afterAll, describe, expect, it } from 'vitest'
import { fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'
import { examplePicture } from './testing/fake-workspaces.ts'

const box = fakeBox({ json: 2000, jsonPicture: 3000, picture: 4000, recipe: 5000 })
afterAll(() => box.close())
const jpeg = { headers: { 'content-type': 'image/jpeg' }, body: examplePicture }

describe('stations', () => {
  it('are made, listed, changed and removed', async () => {
    const made = await box.station()
    expect(made).toMatchObject({ name: 'Line 1', source: { kind: 'http' } })
    const { stations } = await jsonOf<{ stations: Station[] }>(box.call('GET', '/stations'))
    expect(stations).toContainEqual(expect.objectContaining({ id: made.id }))
    const changed = await box.send('PATCH', `/stations/${made.id}`, { stopped: true })
    expect(await changed.json()).toMatchObject({ name: 'Line 1', state: 'stopped' })
    expect((await box.call('DELETE', `/stations/${made.id}`)).status).toBe(204)
    expect((await problemOf(box.call('GET', `/stations/${made.id}`))).code).toBe('NABIJ_NOT_FOUND')
  })

  it('show what a live source sees, and say so when there is nothing', async () => {
    const source = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 2, defectRate: 0 }
    const { id } = await jsonOf<Station>(box.send('POST', '/stations', { name: 'Live', source }))
    const seen = await box.call('GET', `/stations/${id}/picture`)
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'captured-at': '5',
      'cache-control': 'no-store',
    })
    const other = await box.station()
    expect((await problemOf(box.call('GET', `/stations/${other.id}/picture`))).code).toBe('NABIJ_NO_PICTURE_YET')
    expect((await box.call('GET', `/stations/${other.id}/picture?empty=allowed`)).status).toBe(204)
  })
})

describe('pictures', () => {
  it('come as they are, as a form and as base64, with a name that is only a name', async () => {
    const { id } = await box.station()
    const form = new FormData()
    form.set('label', 'x')
    form.set('file', new Blob([examplePicture]), 'C:\\photos\\part.jpg')
    const { frames } = box.workspaces.own()
    await box.call('POST', `/stations/${id}/frames?name=..%2F..%2Fetc%2Fpasswd`, jpeg)
    await box.call('POST', `/stations/${id}/frames`, { body: form })
    const image = Buffer.from(examplePicture).toString('base64')
    const answer = await box.send('POST', `/stations/${id}/frames`, { image }, { 'idempotency-key': 'part-7' })
    expect(await answer.json()).toMatchObject({ verdict: 'fail', stationId: id })
    expect(frames.slice(-3)).toMatchObject([
      { name: 'passwd', key: null, capturedAt: 1_700_000_000_000 },
      { name: 'part.jpg', key: null },
      { name: null, key: 'part-7' },
    ])
    for (const frame of frames.slice(-3)) expect(Buffer.from(frame.picture)).toEqual(Buffer.from(examplePicture))
  })

  it('are stored, fetched with their real type, asked for once, and removed', async () => {
    const { id } = await box.station()
    const added = await box.call('POST', `/stations/${id}/photos?label=bad&name=a.png`, {
      ...jpeg,
      headers: { 'content-type': 'text/plain' },
    })
    expect(added.status).toBe(201)
    const photo = await jsonOf<Photo>(added)
    expect(photo).toMatchObject({ label: 'bad', name: 'a.png', bytes: examplePicture.length })
    const fetched = await box.call('GET', `/photos/${photo.id}/picture`)
    expect(fetched.headers.get('content-type')).toBe('image/jpeg')
    expect(fetched.headers.get('cache-control')).toContain('immutable')
    expect(fetched.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(examplePicture)
    const again = { headers: { 'if-none-match': fetched.headers.get('etag') ?? '' } }
    expect((await box.call('GET', `/photos/${photo.id}/picture`, again)).status).toBe(304)
    expect((await box.call('DELETE', `/photos/${photo.id}`)).status).toBe(204)
    expect((await box.call('GET', `/photos/${photo.id}/picture`)).status).toBe(404)
  })

  it.each([
    ['empty', { ...jpeg, body: '' }, 'NABIJ_PICTURE_EMPTY'],
    ['too large', { ...jpeg, body: new Uint8Array(4001) }, 'NABIJ_TOO_LARGE'],
    ['a form without a boundary', { ...jpeg, headers: { 'content-type': 'multipart/form-data' } }, 'NABIJ_MALFORMED'],
    [
      'a form with half a part',
      form('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nab'),
      'NABIJ_MALFORMED',
    ],
    [
      'a form without the field',
      form('--x\r\nContent-Disposition: form-data; name="f"\r\n\r\na\r\n--x--'),
      'NABIJ_MALFORMED',
    ],
    ['broken JSON', json('{"image":'), 'NABIJ_MALFORMED'],
    ['JSON without image', json('[]'), 'NABIJ_INVALID_INPUT'],
    ['not base64', json('{"image":"a&b"}'), 'NABIJ_MALFORMED'],
    ['too much base64', json(`{"image":"${'A'.repeat(3000)}"}`), 'NABIJ_TOO_LARGE'],
  ])('that are %s are refused by name', async (_what, init, code) => {
    const { id } = await box.station()
    const answer = await box.call('POST', `/stations/${id}/frames`, init)
    const problem = await problemOf(answer)
    expect(problem).toMatchObject({ code, status: answer.status, type: `/errors/${code}` })
    expect(answer.status).toBeLessThan(500)
  })
})

describe('verdicts, recipes, jobs and backups', () => {
  it('are paged newest first', async () => {
    const { id } = await box.station()
    const own = box.workspaces.own()
    const made = [0, 1, 2].map(() => own.judge(id))
    const { verdicts } = await jsonOf<{ verdicts: Verdict[] }>(box.call('GET', `/stations/${id}/verdicts?limit=2`))
    expect(verdicts.map(({ seq }) => seq)).toEqual([made[2]?.seq, made[1]?.seq])
    const rest = await jsonOf<{ verdicts: Verdict[] }>(
      box.call('GET', `/stations/${id}/verdicts?before=${made[1]?.seq}&verdict=fail`),
    )
    expect(rest.verdicts).toHaveLength(1)
    expect((await box.call('GET', `/verdicts/${made[0]?.id}`)).status).toBe(200)
    expect((await box.call('GET', `/verdicts/${made[0]?.id}/picture`)).headers.get('content-type')).toBe('image/jpeg')
    expect((await problemOf(box.call('GET', `/verdicts/${made[0]?.id}/map`))).code).toBe('NABIJ_EVIDENCE_GONE')
    expect(await jsonOf(box.call('GET', `/stations/${id}/series?from=0&to=3600000`))).toMatchObject({ points: [{}] })
    expect((await box.call('GET', `/stations/${id}/series?from=0&to=9000000000000`)).status).toBe(422)
  })

  it('are taught, cancelled and carried along', async () => {
    const { id } = await box.station()
    const taught = await box.call('POST', `/stations/${id}/teach`)
    expect(taught.status).toBe(202)
    const job = await jsonOf<Job>(taught)
    expect(await jsonOf(box.call('DELETE', `/jobs/${job.id}`))).toMatchObject({ state: 'cancelled' })
    const { jobs } = await jsonOf<{ jobs: Job[] }>(box.call('GET', '/jobs'))
    expect(jobs).toContainEqual(expect.objectContaining({ id: job.id }))
    const { recipes } = await jsonOf<{ recipes: Recipe[] }>(box.call('GET', `/stations/${id}/recipes`))
    expect((await box.call('POST', `/recipes/${recipes[0]?.id}/activate`)).status).toBe(200)
    const file = await box.call('GET', `/recipes/${recipes[0]?.id}/file`)
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="Line___1.onnx"; filename*=UTF-8\'\'Line%20%C3%A9%201.onnx',
    )
    const sent = await box.call('POST', `/stations/${id}/recipes`, { body: new Uint8Array(5000) })
    expect(await sent.json()).toMatchObject({ bytes: 5000 })
    expect((await box.call('POST', `/stations/${id}/recipes`, { body: new Uint8Array(5001) })).status).toBe(413)
  })

  it('are backed up and restored', async () => {
    expect(await jsonOf(box.call('POST', '/backups'))).toMatchObject({ kind: 'backup' })
    const { backups } = await jsonOf<{ backups: Backup[] }>(box.call('GET', '/backups'))
    const file = await box.call('GET', `/backups/${backups[0]?.name}/file`)
    expect(await file.text()).toBe('all of it')
    for (const name of ['..%2Fsecret.txt', '.hidden', '%2e%2e', 'a%00b']) {
      expect((await box.call('GET', `/backups/${name}/file`)).status).toBeLessThan(500)
      expect((await box.call('GET', `/backups/${name}/file`)).ok).toBe(false)
    }
    const before = box.workspaces.own()
    expect((await box.call('POST', '/restore', { body: 'archive' })).status).toBe(204)
    expect(Buffer.concat(box.workspaces.restored).toString()).toBe('archive')
    expect(box.workspaces.own()).not.toBe(before)
  })
})

describe('the sample', () => {
  it('is absent until it is made, takes nothing of your own, lets its simulator be set, and can be deleted', async () => {
    const sample = (method: string, path: string, init?: RequestInit) =>
      box.call(method, `//sample/api/v1${path}`, init)
    expect((await problemOf(await sample('GET', '/stations'))).code).toBe('NABIJ_SAMPLE_ABSENT')
    expect((await box.call('POST', '/sample')).status).toBe(200)
    const source = { kind: 'simulator' as const, scene: 'biscuits' as const, seed: 1, perSecond: 2, defectRate: 0 }
    const { id } = await (await box.workspaces.sample()).stations.create({ name: 'Line', source })
    const change = (value: object) => box.send('PATCH', `//sample/api/v1/stations/${id}`, value)
    expect((await change({ source: { ...source, defectRate: 0.5 } })).status).toBe(200)
    expect((await change({ stopped: true })).status).toBe(200)
    const own = [
      change({ source: { kind: 'folder', path: '/home' } }),
      box.send('POST', '//sample/api/v1/stations', { name: 'Mine', source: { kind: 'http' } }),
      sample('POST', `/stations/${id}/frames`, jpeg),
      sample('POST', `/stations/${id}/photos`, jpeg),
      sample('POST', `/stations/${id}/recipes`, jpeg),
      sample('DELETE', `/stations/${id}`),
    ]
    for (const answer of own) expect((await problemOf(await answer)).code).toBe('NABIJ_SAMPLE_READ_ONLY')
    const { recipes } = await jsonOf<{ recipes: Recipe[] }>(sample('GET', `/stations/${id}/recipes`))
    const file = await sample('GET', `/recipes/${recipes[0]?.id}/file`, { headers: { 'accept-language': 'nl' } })
    expect(file.headers.get('content-disposition')).toContain('filename="VOORBEELD-')
    expect((await sample('POST', '/backups')).status).toBe(404)
    expect((await sample('GET', '/status')).status).toBe(200)
    expect((await box.call('DELETE', '/sample')).status).toBe(204)
    expect((await sample('GET', '/status')).status).toBe(404)
  })
})

describe('errors', () => {
  it('speak the language of the reader and can be found in the log', async () => {
    const dutch = await box.send('POST', '/stations', { name: '', source: { kind: 'http' } })
    const problem = await problemOf(dutch)
    expect(dutch.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({ code: 'NABIJ_INVALID_INPUT', title: 'name: mag niet leeg zijn' })
    expect(dutch.headers.get('request-id')).toBe(problem.instance)
    expect(box.logged.at(-1)?.fields).toMatchObject({ requestId: problem.instance, code: 'NABIJ_INVALID_INPUT' })
    const english = await box.send(
      'POST',
      '/stations',
      { name: 'x', source: { kind: 'folder', path: 7 } },
      { 'accept-language': 'en-GB' },
    )
    expect((await problemOf(english)).title).toBe('source.path: must be text')
  })

  it.each(['photos', './photos', '../photos', 'D:photos', '~/photos'])(
    'refuse a folder without its root: %s',
    async (path) => {
      const answer = await box.send('POST', '/stations', { name: 'x', source: { kind: 'folder', path } })
      expect((await problemOf(answer)).title).toBe('source.path: moet een volledig pad zijn, zoals /data of D:\\data')
    },
  )

  it.each(['/photos', 'D:\\photos', 'd:/photos', '\\\\nas\\photos'])(
    'take a folder with its root: %s',
    async (path) => {
      const answer = await box.send('POST', '/stations', { name: 'x', source: { kind: 'folder', path } })
      // The shape takes it; that there is no such folder is another matter.
      expect(((await answer.json()) as Problem).code).toBe('NABIJ_FOLDER_GONE')
    },
  )

  it('name what is wrong with an address, a method, a type and a body', async () => {
    expect((await problemOf(box.call('GET', '/nothing'))).code).toBe('NABIJ_NOT_FOUND')
    expect((await problemOf(box.call('GET', '/stations/7'))).code).toBe('NABIJ_NOT_FOUND')
    const put = await box.call('PUT', '/stations')
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD'])
    const { id } = await box.station()
    expect((await problemOf(box.call('GET', `/stations/${id}/verdicts?verdit=fail`))).title).toContain('verdit')
    expect((await problemOf(box.call('POST', '/stations', { body: '{}' }))).code).toBe('NABIJ_WRONG_TYPE')
    expect((await problemOf(box.call('POST', '/stations', json('{')))).code).toBe('NABIJ_MALFORMED')
    const nul = json('{"name":"a\\u0000b","source":{"kind":"http"}}')
    expect((await problemOf(box.call('POST', '/stations', nul))).code).toBe('NABIJ_INVALID_INPUT')
    expect((await problemOf(box.call('POST', '/stations', json(`"${'x'.repeat(2000)}"`)))).code).toBe('NABIJ_TOO_LARGE')
    for (const path of ['//%zz', '//a%00b', '/stations?x=%c3'])
      expect((await problemOf(box.call('GET', path))).code).toBe('NABIJ_MALFORMED')
  })

  it('that nobody foresaw are logged with their stack and say nothing of it', async () => {
    const { stations } = box.workspaces.own()
    const list = stations.list
    stations.list = () => Promise.reject(new RangeError('a bug'))
    const answer = await box.call('GET', '/stations')
    stations.list = list
    expect(answer.status).toBe(500)
    expect(JSON.stringify(await answer.json())).not.toContain('app.test.ts')
    expect(box.logged.at(-1)).toMatchObject({ level: 'warn', fields: { code: 'NABIJ_UNEXPECTED' } })
    expect(box.logged.at(-1)?.fields['stack']).toContain('app.test.ts')
  })

  it('have a page each, in two languages', async () => {
    for (const code of Object.keys(errorCatalogue)) {
      const page = await box.call('GET', `//errors/${code}`)
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(code)])
    }
    const english = await (await box.call('GET', '//errors/NABIJ_DISK_FULL?lang=en')).text()
    expect(english).toContain('The disk is full')
    expect(await (await box.call('GET', '//errors')).text()).toContain('De schijf is vol')
    expect((await box.call('GET', '//errors/__proto__')).status).toBe(404)
  })
})

describe('watching over the box', () => {
  it('says that it lives, that it is ready, and its figures', async () => {
    expect((await box.call('GET', '//healthz')).status).toBe(200)
    expect((await box.call('GET', '//readyz')).status).toBe(200)
    const own = box.workspaces.own()
    const { id } = await box.station()
    own.judge(id)
    const figures = await (await box.call('GET', '//metrics')).text()
    expect(figures).toContain(`nabij_verdicts_total{workspace="own",station="${id}",verdict="fail"} 1`)
    expect(figures).toContain('nabij_executors_running 2')
    expect(figures).toMatch(
      /nabij_http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/,
    )
    const { status } = own
    own.status = () => Promise.reject(new Error('the store is closed'))
    const answer = await box.call('GET', '//readyz')
    own.status = status
    expect([answer.status, (await problemOf(answer)).code]).toEqual([503, 'NABIJ_NOT_READY'])
  })
})

function json(body: string): RequestInit {
  return { body, headers: { 'content-type': 'application/json' } }
}

function form(body: string): RequestInit {
  return { body, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
}
