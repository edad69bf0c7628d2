import type { Account, Me, Pairing, Role, Token } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apiDocument } from '../docs/api-document.ts'
import { type FakeBox, fakeBox, jsonOf, problemOf } from '../testing/fake-box.ts'
import { readEvents } from '../testing/read-events.ts'
import { policy, ruleOf } from './policy.ts'

const password = 'vier blauwe fietsen'
const json = { 'content-type': 'application/json' }
const roles = ['owner', 'engineer', 'operator', 'viewer'] as const satisfies Role[]
let box: FakeBox
beforeEach(() => {
  box = fakeBox()
})
afterEach(() => box.close())

interface Browser {
  cookie: string
  headers: Record<string, string>
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function logIn(name: string, headers: Record<string, string> = {}): Promise<Browser> {
  const answer = await box.send('POST', '/login', { name, password }, headers)
  expect(answer.status).toBe(200)
  const cookie = cookieOf(answer)
  const { csrf } = await jsonOf<Me>(answer)
  return { cookie, headers: { cookie, 'x-nabij-csrf': csrf ?? '' } }
}

async function ownerIn(): Promise<Browser> {
  await box.send('POST', '/owner', { name: 'Ans', password })
  return logIn('Ans')
}

async function add(owner: Browser, name: string, role: Role, more: object = { password }): Promise<Account> {
  return jsonOf(box.send('POST', '/accounts', { name, role, ...more }, owner.headers))
}

const codeOf = async (answer: Response | Promise<Response>): Promise<string> => (await problemOf(answer)).code

describe('without accounts', () => {
  it('everything is as it was on this computer, and is said to be so', async () => {
    expect(await jsonOf(box.call('GET', '/me'))).toMatchObject({
      who: { kind: 'local', role: 'owner' },
      accounts: false,
    })
    expect((await box.send('POST', '/stations', { name: 'L', source: { kind: 'http' } })).status).toBe(201)
  })

  it('a network never is let in', async () => {
    const request = new Request('http://localhost/api/v1/stations')
    const bindings = { incoming: { socket: { remoteAddress: '192.168.1.9' } } } as never
    expect((await box.app.fetch(request, bindings)).status).toBe(403)
    const secure = new Request('https://localhost/api/v1/stations')
    expect((await box.app.fetch(secure, bindings)).status).toBe(401)
  })
})

describe('every route', () => {
  const places = Object.entries(apiDocument('1').paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => ({ method: method.toUpperCase(), path })),
  )
  const routes = places.map(({ method, path }) => ({ method, path, known: path.replaceAll(/\{(\w+)\}/g, ':$1') }))

  it('stands in the policy, and says what the audit log calls it when it changes something', () => {
    const missing = routes.filter(({ method, known }) => !policy[`${method} ${known}`])
    expect(missing).toEqual([])
    const silent = routes.filter(({ method, known }) => method !== 'GET' && ruleOf(method, known).audit === undefined)
    expect(silent).toEqual([])
  })

  it.each<'nobody' | Role>(['nobody', ...roles])('lets %s do what the policy says, and no more', async (role) => {
    const owner = await ownerIn()
    if (role !== 'owner' && role !== 'nobody') await add(owner, role, role)
    const order = ['nobody', 'viewer', 'operator', 'engineer', 'owner']
    const rank = (need: string): number => (need === 'anyone' ? 0 : order.indexOf(need))
    for (const base of ['', '/sample']) {
      for (const { method, path, known } of routes.filter((route) => base === '' || route.path.startsWith('/api'))) {
        if (/restore|logout|events|password/.test(path)) continue
        // The sample has none of these: it has no people of its own.
        if (
          base !== '' &&
          /v1\/(drop-in|models|me|login|owner|accounts|devices|screen|tokens|audit|backups|sample)/.test(path)
        )
          continue
        const headers = role === 'nobody' ? {} : (await logIn(role === 'owner' ? 'Ans' : role)).headers
        const id = '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e10'
        const address = base + path.replaceAll(/\{\w+\}/g, id)
        const answer = await box.app.request(address, { method, headers })
        const { need } = ruleOf(method, known)
        const allowed = order.indexOf(role) >= rank(need)
        const refused = ['NABIJ_SIGN_IN', 'NABIJ_NOT_ALLOWED', 'NABIJ_CSRF']
        const code = answer.status < 400 ? '' : await codeOf(answer)
        const isScreen = path.includes('/screen/')
        expect([role, method, address, refused.includes(code)]).toEqual([
          role,
          method,
          address,
          !allowed || (isScreen && base === '' && code === 'NABIJ_NOT_ALLOWED'),
        ])
      }
    }
  })

  it('is for owners when nobody thought of it', () => {
    expect(ruleOf('POST', '/api/v1/new')).toMatchObject({ need: 'owner', person: true })
  })

  it('is not reached by another spelling of its path', async () => {
    await ownerIn()
    for (const path of [
      '/api/v1/stations/',
      '//api/v1/stations',
      '/api/v1/%73tations',
      '/api/v1/../v1/stations',
      '/sample/../api/v1/stations',
      '/API/v1/stations',
      '/api/v1/stations%2f',
      '/api/v1/./stations',
    ]) {
      const answer = await box.app.request(`http://localhost${path}`, { headers: { accept: '*/*' } })
      expect([path, answer.status === 200 && (await answer.text()).includes('"stations"')]).toEqual([path, false])
    }
  })
})

describe('sessions', () => {
  it('are cookies that no script reads and no other site sends', async () => {
    await box.send('POST', '/owner', { name: 'Ans', password })
    const plain = await box.send('POST', '/login', { name: 'ANS ', password })
    expect(plain.headers.get('set-cookie')).toMatch(
      /^nabij-session-0=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const secure = await box.app.request('https://localhost/api/v1/login', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ name: 'Ans', password }),
    })
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-nabij-session-0=.*HttpOnly; Secure; SameSite=Strict$/)
  })

  it('are new at each log-in, and the one that was brought along ends (fixation)', async () => {
    const first = await ownerIn()
    const planted = `nabij-session-0=${'A'.repeat(43)}`
    const fresh = await logIn('Ans', { cookie: planted })
    expect(fresh.cookie).not.toContain('AAAA')
    expect((await box.call('GET', '/stations', { headers: { cookie: planted } })).status).toBe(401)
    const again = await logIn('Ans', first.headers)
    expect(again.cookie).not.toBe(first.cookie)
    expect((await box.call('GET', '/stations', { headers: { cookie: first.cookie } })).status).toBe(401)
  })

  it('end by logging out, here or everywhere', async () => {
    const [one, two] = [await ownerIn(), await logIn('Ans')]
    expect((await box.call('POST', '/logout', { headers: one.headers })).status).toBe(204)
    expect((await box.call('GET', '/stations', { headers: one.headers })).status).toBe(401)
    expect((await box.call('GET', '/stations', { headers: two.headers })).status).toBe(200)
    const three = await logIn('Ans')
    await box.call('POST', '/logout?everywhere=true', { headers: three.headers })
    expect((await box.call('GET', '/stations', { headers: two.headers })).status).toBe(401)
  })

  it('take their stream of events along when they end', async () => {
    const one = await ownerIn()
    const reader = readEvents(await box.call('GET', '/events', { headers: one.headers }))
    const other = readEvents(await box.call('GET', '/events', { headers: (await logIn('Ans')).headers }))
    await box.call('POST', '/logout', { headers: one.headers })
    expect(await reader.ended()).toBe(true)
    expect(await other.comment()).toBeDefined()
    await other.cancel()
  })

  it('change nothing without the code that only the own page knows (CSRF)', async () => {
    const { cookie, headers } = await ownerIn()
    const station = JSON.stringify({ name: 'L', source: { kind: 'http' } })
    const post = (more: Record<string, string>) =>
      box.call('POST', '/stations', { body: station, headers: { ...json, cookie, ...more } })
    expect(await codeOf(post({}))).toBe('NABIJ_CSRF')
    expect(await codeOf(post({ 'x-nabij-csrf': 'f'.repeat(32) }))).toBe('NABIJ_CSRF')
    expect(await codeOf(post({ ...headers, origin: 'https://evil.example' }))).toBe('NABIJ_FOREIGN_ORIGIN')
    expect((await post({ ...headers, origin: 'http://localhost' })).status).toBe(201)
  })

  it('are not opened by weak passwords: too short, too usual, or one’s own name again and again', async () => {
    const owner = await ownerIn()
    const make = (given: string) =>
      box.send('POST', '/accounts', { name: 'Eef', role: 'viewer', password: given }, owner.headers)
    expect(await codeOf(make('elf letters'))).toBe('NABIJ_PASSWORD_SHORT')
    for (const usual of ['welkom123456', 'aaaaaaaaaaaaaaa', 'eefeefeefeefeef'])
      expect([usual, await codeOf(make(usual))]).toEqual([usual, 'NABIJ_PASSWORD_COMMON'])
    expect(await codeOf(make('x'.repeat(201)))).toBe('NABIJ_INVALID_INPUT')
    // No rules about kinds of characters, and any of Unicode.
    expect((await make('ééé ñandú 犬が走る ')).status).toBe(201)
  })

  it('are given another password only by who knows the present one, and then all others end', async () => {
    const here = await ownerIn()
    const elsewhere = await logIn('Ans')
    const change = (current: string, fresh: string) =>
      box.send('POST', '/me/password', { current, password: fresh }, here.headers)
    expect(await codeOf(change('wrong guess', 'zes rode paarden'))).toBe('NABIJ_SIGN_IN_WRONG')
    expect(await codeOf(change(password, 'kort'))).toBe('NABIJ_PASSWORD_SHORT')
    expect((await box.call('GET', '/stations', { headers: elsewhere.headers })).status).toBe(200)
    expect((await change(password, 'zes rode paarden')).status).toBe(204)
    expect(await codeOf(box.call('GET', '/stations', { headers: elsewhere.headers }))).toBe('NABIJ_SIGN_IN')
    expect((await box.call('GET', '/stations', { headers: here.headers })).status).toBe(200)
    expect(await codeOf(box.send('POST', '/login', { name: 'Ans', password }))).toBe('NABIJ_SIGN_IN_WRONG')
  })

  it('cannot be guessed: unknown names take the same way, and tries get slower', async () => {
    await ownerIn()
    const tried = []
    for (let at = 0; at < 7; at++)
      tried.push(
        await codeOf(box.send('POST', '/login', { name: at % 2 ? 'Ans' : 'Bob', password: `wrong guess ${at}` })),
      )
    expect(tried.slice(0, 4)).toEqual(Array(4).fill('NABIJ_SIGN_IN_WRONG'))
    expect(tried.at(-1)).toBe('NABIJ_TOO_MANY_TRIES')
    expect(await codeOf(box.send('POST', '/login', { name: 'Ans', password }))).toBe('NABIJ_TOO_MANY_TRIES')
  })
})

describe('people', () => {
  it('cannot raise themselves', async () => {
    const owner = await ownerIn()
    const cor = await add(owner, 'Cor', 'engineer')
    const { headers } = await logIn('Cor')
    for (const [method, path, value] of [
      ['PATCH', `/accounts/${cor.id}`, { role: 'owner' }],
      ['POST', '/accounts', { name: 'Dirk', role: 'owner', password }],
      ['POST', '/owner', { name: 'Cor', password }],
      ['POST', '/tokens', { name: 'x', role: 'owner', days: 1 }],
      ['POST', '/login', { name: 'Cor', password, role: 'owner' }],
    ] as const)
      expect((await box.send(method, path, value, headers)).status).toBeGreaterThanOrEqual(400)
    expect(await jsonOf(box.call('GET', '/me', { headers }))).toMatchObject({ who: { role: 'engineer' } })
  })

  it('lose a session with their role, and all with their account; the last owner stays', async () => {
    const owner = await ownerIn()
    const cor = await add(owner, 'Cor', 'engineer')
    const { headers } = await logIn('Cor')
    await box.send('PATCH', `/accounts/${cor.id}`, { role: 'viewer' }, owner.headers)
    expect((await box.call('GET', '/stations', { headers })).status).toBe(401)
    const { accounts } = await jsonOf<{ accounts: Account[] }>(box.call('GET', '/accounts', { headers: owner.headers }))
    const own = accounts.find(({ name }) => name === 'Ans')?.id
    expect(await codeOf(box.call('DELETE', `/accounts/${own}`, { headers: owner.headers }))).toBe('NABIJ_LAST_OWNER')
    expect(
      await codeOf(box.send('POST', '/accounts', { name: 'cor', role: 'viewer', pin: '2580' }, owner.headers)),
    ).toBe('NABIJ_NAME_TAKEN')
  })

  it.each(['kort', 'wachtwoord123', 'aaaaaaaaaaaa', '123456789012', 'abcabcabcabc', 'Password!!2026', 'welkom-welkom'])(
    'get no password like %s',
    async (weak) => {
      const code = await codeOf(box.send('POST', '/owner', { name: 'Ans', password: weak }))
      expect(code).toMatch(/^NABIJ_PASSWORD_/)
    },
  )
})

describe('keys', () => {
  it('open what their role may until they are ended, and never the door to people', async () => {
    const owner = await ownerIn()
    const made = await jsonOf<{ token: Token; secret: string }>(
      box.send('POST', '/tokens', { name: 'ERP', role: 'engineer', days: 1 }, owner.headers),
    )
    const headers = { authorization: `Bearer ${made.secret}` }
    expect((await box.send('POST', '/stations', { name: 'L', source: { kind: 'http' } }, headers)).status).toBe(201)
    expect(await codeOf(box.send('POST', '/tokens', { name: 'x', role: 'viewer', days: 1 }, headers))).toBe(
      'NABIJ_NOT_ALLOWED',
    )
    await box.call('DELETE', `/tokens/${made.token.id}`, { headers: owner.headers })
    expect(await codeOf(box.call('GET', '/stations', { headers }))).toBe('NABIJ_SIGN_IN')
    const list = await (await box.call('GET', '/audit', { headers: owner.headers })).text()
    expect(list).not.toContain(made.secret)
    expect(list).not.toContain(password)
  })
})

describe('devices', () => {
  async function paired(
    owner: Browser,
    kind: 'phone' | 'screen',
  ): Promise<{ headers: Record<string, string>; code: string }> {
    const { code } = await jsonOf<Pairing>(box.send('POST', '/devices/pairing', { kind, name: kind }, owner.headers))
    const cookie = cookieOf(await box.send('POST', '/devices/pair', { code: code.toLowerCase() }))
    const { csrf } = await jsonOf<Me>(box.call('GET', '/me', { headers: { cookie } }))
    return { headers: { cookie, 'x-nabij-csrf': csrf ?? '' }, code }
  }

  it('a phone sends photos, once paired, and does nothing else, until it is removed', async () => {
    const owner = await ownerIn()
    const station = await box.station()
    const { headers, code } = await paired(owner, 'phone')
    expect(await codeOf(box.send('POST', '/devices/pair', { code }))).toBe('NABIJ_PAIRING_OVER')
    const photo = { method: 'POST', body: new Uint8Array([0xff, 0xd8, 0xff]), headers }
    expect((await box.call('POST', `/stations/${station.id}/photos?label=good`, photo)).status).toBe(201)
    expect(await codeOf(box.call('GET', `/stations/${station.id}/photos`, { headers }))).toBe('NABIJ_NOT_ALLOWED')
    const { devices } = await jsonOf<{ devices: { id: string }[] }>(
      box.call('GET', '/devices', { headers: owner.headers }),
    )
    await box.call('DELETE', `/devices/${devices[0]?.id}`, { headers: owner.headers })
    expect((await box.call('POST', `/stations/${station.id}/photos`, photo)).status).toBe(401)
  })

  it('a screen only looks until somebody types a PIN, and tries get slower', async () => {
    const owner = await ownerIn()
    const ans = await add(owner, 'Eef', 'engineer', { pin: '2580' })
    const { headers } = await paired(owner, 'screen')
    const trigger = () => box.call('POST', '/stations/0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e10/trigger', { headers })
    expect(await codeOf(trigger())).toBe('NABIJ_NOT_ALLOWED')
    expect(await codeOf(box.send('POST', '/screen/operator', { accountId: ans.id, pin: '0852' }, headers))).toBe(
      'NABIJ_PIN_WRONG',
    )
    expect((await box.send('POST', '/screen/operator', { accountId: ans.id, pin: '2580' }, headers)).status).toBe(204)
    expect(await jsonOf(box.call('GET', '/me', { headers }))).toMatchObject({ who: { name: 'Eef', role: 'operator' } })
    expect(await codeOf(trigger())).toBe('NABIJ_NOT_FOUND')
    await box.call('DELETE', '/screen/operator', { headers })
    const tries = []
    for (let at = 0; at < 7; at++)
      tries.push(await codeOf(box.send('POST', '/screen/operator', { accountId: ans.id, pin: '9713' }, headers)))
    expect(tries.at(-1)).toBe('NABIJ_TOO_MANY_TRIES')
  })
})

describe('the audit log', () => {
  it('tells who changed what, from what and to what, without secrets, in the order in which it happened', async () => {
    const owner = await ownerIn()
    const station = await jsonOf<{ id: string }>(
      box.send('POST', '/stations', { name: 'L', source: { kind: 'http' } }, owner.headers),
    )
    await box.send('PATCH', `/stations/${station.id}`, { name: 'Pers 2' }, owner.headers)
    await box.send('PATCH', `/stations/${station.id}`, { name: '' }, owner.headers)
    const { entries } = await jsonOf<{ entries: { what: string; who: object; before: unknown; after: unknown }[] }>(
      box.call('GET', '/audit', { headers: owner.headers }),
    )
    expect(entries[0]).toMatchObject({
      what: 'station.change',
      who: { name: 'Ans' },
      before: { name: 'L' },
      after: { name: 'Pers 2' },
    })
    expect(entries.map(({ what }) => what)).toEqual([
      'station.change',
      'station.add',
      'session.start',
      'session.start',
      'account.add',
    ])
    const csv = await (await box.call('GET', '/audit.csv', { headers: owner.headers })).text()
    expect(csv.split('\r\n')).toHaveLength(7)
  })
})
