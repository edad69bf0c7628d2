import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Egress } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { egressGate, isOutward, watchEgress } from './index.ts'

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
