import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Aedes } from 'aedes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readTrigger, type Trigger } from './read-trigger.ts'
import { listenToTopic } from './trigger-topic.ts'

let aedes: Aedes
let server: Server
let address: string
const sockets = new Set<Socket>()
const stops: (() => void)[] = []

beforeEach(async () => {
  aedes = await Aedes.createBroker({
    authorizeSubscribe: (_client, subscription, done) =>
      done(null, subscription.topic === 'forbidden' ? null : subscription),
  })
  server = createServer(aedes.handle)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await new Promise<void>((resolve) => aedes.close(() => resolve()))
  for (const socket of sockets) socket.destroy()
  server.close()
})

/** Connects without the gate. */
const connector = {
  async connect(_purpose: string, { host, port }: { host: string; port: number }): Promise<Duplex> {
    const socket = connect(port, host)
    await once(socket, 'connect')
    return socket
  },
}

async function listen(topic: string, to = address) {
  const heard: Trigger[] = []
  const unclear: string[] = []
  const lost: string[] = []
  const stop = await listenToTopic(
    { connector, patienceMs: 10_000 },
    'trigger',
    { address: to, topic },
    {
      onTrigger: (trigger) => heard.push(trigger),
      onUnclear: (why) => unclear.push(why),
      onLost: ({ code }) => lost.push(code),
    },
  )
  stops.push(stop)
  return { heard, unclear, lost, stop }
}

function publish(
  topic: string,
  payload: string,
  { qos = 1, retain = false }: { qos?: 0 | 1 | 2; retain?: boolean } = {},
): Promise<void> {
  const packet = { cmd: 'publish' as const, topic, payload, qos, retain, dup: false }
  return new Promise((resolve, reject) => aedes.publish(packet, (error) => (error ? reject(error) : resolve())))
}

describe('messages that say that a part lies there', () => {
  it.each([0, 1, 2] as const)('come in once each, in their order, with QoS %s', async (qos) => {
    const { heard, unclear } = await listen('press/+/part')
    for (const name of ['a', 'b', 'c'])
      await publish('press/2/part', JSON.stringify({ name, key: `k ${name}` }), { qos })
    await publish('press/2/other', '1', { qos })
    await publish('press/2/part', '0', { qos })
    await publish('press/2/part', '1', { qos })
    await vi.waitFor(() => expect(heard).toHaveLength(4))
    expect(heard.map(({ name }) => name)).toEqual(['a', 'b', 'c', null])
    expect(heard[0]?.key).toBe('k a')
    expect(unclear).toEqual([])
  })

  it('are counted when they cannot be understood, or are old', async () => {
    await publish('part', '1', { retain: true })
    const { heard, unclear } = await listen('part')
    await publish('part', 'maybe')
    await publish('part', '{"name": 7}')
    await vi.waitFor(() => expect(unclear).toEqual(['retained', 'text', 'text']))
    expect(heard).toEqual([])
  })

  it('stop, and that is told once, when the broker goes away', async () => {
    const { lost } = await listen('part')
    for (const socket of sockets) socket.destroy()
    await vi.waitFor(() => expect(lost).toEqual(['NABIJ_TRIGGER_LOST']))
  })

  it('stop without a word when nobody listens any more', async () => {
    const { stop, lost } = await listen('part')
    stop()
    await vi.waitFor(() => expect(sockets.size).toBe(0))
    expect(lost).toEqual([])
  })

  it('cannot be had from a broker that is away or refuses', async () => {
    const refused = { code: 'NABIJ_TRIGGER_LOST' }
    await expect(listen('forbidden')).rejects.toMatchObject(refused)
    await expect(listen('part', 'mqtt://user:secret@127.0.0.1:9')).rejects.toMatchObject({
      ...refused,
      params: { host: '127.0.0.1:9' },
    })
    await expect(listen('part', 'http://127.0.0.1')).rejects.toMatchObject({ code: 'NABIJ_OUTPUT_ADDRESS' })
    await vi.waitFor(() => expect(sockets.size).toBe(0))
  })
})

it.each([
  ['', { name: null, key: null }],
  [' TRUE\n', { name: null, key: null }],
  ['{}', { name: null, key: null }],
  ['{"name":"P-1","key":"7","more":1}', { name: 'P-1', key: '7' }],
  ['0', 'no'],
  ['off', 'no'],
  ['2', 'unclear'],
  ['null', 'unclear'],
  ['[1]', 'unclear'],
  ['{"key":""}', 'unclear'],
  ['{"name":', 'unclear'],
  ['x'.repeat(5000), 'unclear'],
  ['\ufffd', 'unclear'],
])('%j says %j', (text, said) => {
  expect(readTrigger(new TextEncoder().encode(text))).toEqual(said)
})
