import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Egress } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { egressGate, isForbidden, isOutward, watchEgress } from './index.ts'

/** For these tests loopback by its number is "outside", by its name it is not. */
const outsideForTest = (host: string) => host.startsWith('127.')

function memoryLedger() {
  const entries: Egress[] = []
  return {
    entries,
    async begin(entry: Omit<Egress, 'bytesOut' | 'bytesIn'>) {
      entries.push({ ...entry, bytesOut: 0, bytesIn: 0 })
    },
    async add(id: string, bytesOut: number, bytesIn: number) {
      const entry = entries.find((candidate) => candidate.id === id)
      if (entry) Object.assign(entry, { bytesOut: entry.bytesOut + bytesOut, bytesIn: entry.bytesIn + bytesIn })
    },
  }
}

let server: Server
let address: string
let ledger: ReturnType<typeof memoryLedger>
let asked: string[]
const stops: (() => void)[] = []

beforeEach(async () => {
  asked = []
  ledger = memoryLedger()
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${ledger.entries.length} ${request.headers.authorization ?? '-'}`)
    if (request.url === '/moved') response.writeHead(303, { location: '/here' }).end()
    else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else request.resume().once('end', () => response.end('x'.repeat(5000)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function gate() {
  return egressGate({ ledger, clock: () => 7, isOutward: outsideForTest })
}

function watch(): string[] {
  const unexpected: string[] = []
  stops.push(
    watchEgress({ ledger, clock: () => 9, isOutward: outsideForTest, onUnexpected: (host) => unexpected.push(host) }),
  )
  return unexpected
}

describe('the gate', () => {
  it('writes the connection down before it is made, and its bytes when it is over', async () => {
    const response = await gate().fetch('webhook of Press 2', `${address}/a`, {
      method: 'POST',
      body: 'y'.repeat(3000),
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toHaveLength(5000)
    expect(asked).toEqual(['POST /a 1 -'])
    await vi.waitFor(() => expect(ledger.entries[0]?.bytesIn).toBeGreaterThan(5000))
    expect(ledger.entries).toHaveLength(1)
    expect(ledger.entries[0]).toMatchObject({ at: 7, purpose: 'webhook of Press 2', host: address.slice(7) })
    expect(ledger.entries[0]?.bytesOut).toBeGreaterThan(3000)
  })

  it('connects to nothing when the ledger cannot be written', async () => {
    const broken = { ...ledger, begin: () => Promise.reject(new Error('no room')) }
    const closed = egressGate({ ledger: broken, clock: () => 7, isOutward: outsideForTest })
    await expect(closed.fetch('x', address)).rejects.toThrow('no room')
    expect(asked).toEqual([])
  })

  it('writes down each redirect, keeps secrets at home and gives up on a circle', async () => {
    await gate().fetch('x', `${address}/moved`, { method: 'POST', body: 'z', headers: { authorization: 'secret' } })
    expect(asked).toEqual(['POST /moved 1 secret', 'GET /here 2 secret'])
    expect((await gate().fetch('x', `${address}/loop`)).status).toBe(302)
    expect(ledger.entries).toHaveLength(8)
  })

  it('writes down an attempt that fails', async () => {
    server.close()
    await new Promise((resolve) => server.once('close', resolve))
    await expect(gate().fetch('x', address)).rejects.toThrow('ECONNREFUSED')
    expect(ledger.entries).toHaveLength(1)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  it('leaves what stays on this machine out of the ledger, and takes no other protocol', async () => {
    await gate()
      .fetch('x', address.replace('127.0.0.1', 'localhost'))
      .catch(() => undefined)
    expect(ledger.entries).toEqual([])
    await expect(gate().fetch('x', 'file:///etc/passwd')).rejects.toMatchObject({ code: 'NABIJ_INVALID_INPUT' })
  })
})

describe('the watch', () => {
  it('does not count what the gate has counted', async () => {
    const unexpected = watch()
    await (await gate().fetch('x', address)).text()
    expect(unexpected).toEqual([])
    expect(ledger.entries).toHaveLength(1)
  })

  it('counts a fetch and a bare socket that passed the gate by', async () => {
    const unexpected = watch()
    await (await fetch(address, { headers: { connection: 'close' } })).text()
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.resume().end('hello')
    await vi.waitFor(() => expect(ledger.entries.at(-1)?.bytesOut).toBe(5))
    expect(unexpected).toEqual([address.slice(7), address.slice(7)])
    expect(ledger.entries.map((entry) => entry.purpose)).toEqual(['unexpected', 'unexpected'])
  })

  it('is silent about loopback', async () => {
    stops.push(watchEgress({ ledger, clock: () => 9 }))
    await (await fetch(address)).text()
    expect(ledger.entries).toEqual([])
  })
})

it('knows what is outside', () => {
  for (const inside of ['127.0.0.1', '127.8.8.8', '::1', '[::1]', '::ffff:127.0.0.1', 'localhost', 'a.localhost'])
    expect([inside, isOutward(inside)]).toEqual([inside, false])
  for (const outside of ['192.168.1.4', '10.0.0.1', '8.8.8.8', 'fe80::1', 'example.org', '127.example.org', '0.0.0.0'])
    expect([outside, isOutward(outside)]).toEqual([outside, true])
})

describe('a connection that stays', () => {
  it('is written down before it is made, and its bytes when it closes', async () => {
    const unexpected = watch()
    const { port } = server.address() as AddressInfo
    const stream = await gate().connect('MQTT of Press 2', { host: '127.0.0.1', port, secure: false })
    expect(ledger.entries).toMatchObject([{ purpose: 'MQTT of Press 2', host: `127.0.0.1:${port}`, bytesOut: 0 }])
    stream
      .on('error', () => undefined)
      .resume()
      .end('hello')
    await vi.waitFor(() => expect(ledger.entries[0]?.bytesOut).toBe(5))
    expect(unexpected).toEqual([])
  })

  it('is not made when it cannot be written down, or nobody waits for it any more', async () => {
    const { port } = server.address() as AddressInfo
    const broken = { ...ledger, begin: () => Promise.reject(new Error('no room')) }
    const closed = egressGate({ ledger: broken, clock: () => 7, isOutward: outsideForTest })
    const target = { host: '127.0.0.1', port, secure: false }
    await expect(closed.connect('x', target)).rejects.toThrow('no room')
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(gate().connect('x', { ...target, signal })).rejects.toThrow('enough')
    expect(ledger.entries).toEqual([])
  })

  it('tells what kept it from being made, also an end of patience in the middle', async () => {
    await expect(gate().connect('x', { host: '127.0.0.1', port: 9, secure: false })).rejects.toThrow('ECONNREFUSED')
    const mute = createServer()
    mute.on('connection', (socket) => socket.removeAllListeners('data'))
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const { port } = mute.address() as AddressInfo
    const stop = new AbortController()
    const opening = gate().connect('x', { host: '127.0.0.1', port, secure: true, signal: stop.signal })
    mute.once('connection', () => stop.abort(new Error('too slow')))
    await expect(opening).rejects.toThrow('too slow')
    mute.closeAllConnections()
    mute.close()
  })

  it('of another program is noted, when it leaves this machine', async () => {
    await gate().note('camera', '127.0.0.1:554')
    await gate().note('camera', 'localhost:554')
    expect(ledger.entries).toMatchObject([{ purpose: 'camera', host: '127.0.0.1:554', bytesOut: 0, bytesIn: 0 }])
  })
})

describe('where the clouds keep their secrets', () => {
  it.each(['169.254.169.254', '[::ffff:169.254.169.254]', '[fd00:ec2::254]', '100.100.100.200', '0xa9fea9fe'])(
    'nobody goes: %s',
    async (host) => {
      const { hostname } = new URL(`http://${host}`)
      await expect(gate().fetch('x', `http://${host}/latest`)).rejects.toMatchObject({ code: 'NABIJ_OUTPUT_ADDRESS' })
      await expect(gate().connect('x', { host: hostname, port: 80, secure: false })).rejects.toMatchObject({
        code: 'NABIJ_OUTPUT_ADDRESS',
      })
      expect(ledger.entries).toEqual([])
    },
  )

  it('a redirect does not lead there either', async () => {
    server.removeAllListeners('request')
    server.on('request', (_request, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
    })
    await expect(gate().fetch('x', address)).rejects.toMatchObject({ code: 'NABIJ_OUTPUT_ADDRESS' })
    const { status, headers } = await gate().fetch('x', address, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([302, 'http://169.254.169.254/latest'])
  })

  it('other private addresses are no secret givers', () => {
    for (const host of ['192.168.1.1', '10.0.0.1', '169.254.7.7', '127.0.0.1', 'fe80::1', 'example.org', ''])
      expect([host, isForbidden(host)]).toEqual([host, false])
  })
})

it('a name that leads to a forbidden address is not found', async () => {
  const { lookupAllowed } = await import('./forbidden.ts')
  const found = (hostname: string, all: boolean) =>
    new Promise((resolve) => {
      lookupAllowed(hostname, { all }, (error, address) => resolve(error ? error.code : address))
    })
  expect(await found('169.254.169.254', true)).toBe('EFORBIDDEN')
  expect(await found('127.0.0.1', false)).toBe('127.0.0.1')
  expect(await found('127.0.0.1', true)).toEqual([{ address: '127.0.0.1', family: 4 }])
  expect(await found('nobody.invalid', true)).toMatch(/ENOTFOUND|EAI_AGAIN/)
})
