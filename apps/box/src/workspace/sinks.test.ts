import type { Socket } from 'node:net'
import { egressGate } from '@nabij/adapters/egress'
import { type Egress, newId, type OutputConfig } from '@nabij/base'
import type { OutputMessage } from '@nabij/stations'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OpenSink, openSink } from './sinks.ts'
import { testCertificate } from './testing/certificate.ts'
import { broker, type Got, type Receiver, rawReceiver, webReceiver } from './testing/receivers.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const never = new AbortController().signal
const stops: (() => unknown)[] = []
let ledger: Egress[]
let sink: OpenSink

/** For these tests the other side is "outside" although it is on this machine. */
function makeSink(options: { patienceMs?: number; ca?: string } = {}): OpenSink {
  const gate = egressGate({
    ledger: {
      begin: async (entry) => void ledger.push({ ...entry, bytesOut: 0, bytesIn: 0 }),
      async add(id, bytesOut, bytesIn) {
        const entry = ledger.find((one) => one.id === id)
        if (entry) Object.assign(entry, { bytesOut: entry.bytesOut + bytesOut, bytesIn: entry.bytesIn + bytesIn })
      },
    },
    clock: () => 7,
    isOutward: () => true,
  })
  const made = openSink({ egress: gate, clock: Date.now, stationName: async () => 'Press 2', ...options })
  stops.push(() => made.close())
  return made
}

beforeEach(() => {
  ledger = []
  sink = makeSink()
})
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function started<T extends { stop(): Promise<void> }>(receiver: Promise<T>): Promise<T> {
  const made = await receiver
  stops.push(() => made.stop())
  return made
}

type Wanted = Record<string, unknown>
function output(config: Wanted) {
  const whole = { on: ['fail'], enabled: true, ...config }
  return {
    id: newId(),
    stationId: newId(),
    config: JSON.stringify(whole),
    createdAt: 1,
    lastSentAt: null,
    problem: null,
  }
}
function message(body = '{"type":"verdict"}'): OutputMessage {
  return { seq: 1, id: newId(), createdAt: 1, body }
}

interface Kind {
  kind: OutputConfig['kind']
  config(at: string, secure?: boolean): Wanted
  /** Takes every message. */
  takes(secure?: boolean): Promise<Receiver>
  refuses(): Promise<{ receiver: Receiver; config?: Wanted; code: string }[]>
  hangs(): Promise<Receiver>
}

const webRefusals: [number, string][] = [
  [500, 'NABIJ_OUTPUT_REFUSED'],
  [400, 'NABIJ_OUTPUT_REFUSED'],
  [410, 'NABIJ_OUTPUT_GONE'],
  [403, 'NABIJ_OUTPUT_PASSWORD'],
  [302, 'NABIJ_OUTPUT_REFUSED'],
  [307, 'NABIJ_OUTPUT_REFUSED'],
]
const web = {
  takes: (secure?: boolean) => webReceiver((_got, _request, response) => response.writeHead(202).end('thanks'), secure),
  refuses: () =>
    Promise.all(
      webRefusals.map(async ([status, code]) => ({
        receiver: await webReceiver((_got, _request, response) => {
          response.writeHead(status, { location: '/elsewhere' }).end('no')
        }),
        code,
      })),
    ),
  hangs: () => webReceiver(() => undefined),
}

const kinds: Kind[] = [
  {
    kind: 'webhook',
    config: (at, secure) => ({ kind: 'webhook', address: `http${secure ? 's' : ''}://${at}/hook?line=2`, secret }),
    ...web,
  },
  {
    kind: 'relay',
    config: (at, secure) => ({
      kind: 'relay',
      address: `http${secure ? 's' : ''}://${at}/relay/0?turn=on`,
      method: 'POST',
    }),
    ...web,
  },
  {
    kind: 'mqtt',
    config: (at, secure) => ({
      kind: 'mqtt',
      address: `mqtt${secure ? 's' : ''}://${at}`,
      topic: 'line/2',
      password: 'right',
    }),
    takes: (secure = false) => broker({ password: 'right', secure }),
    refuses: async () => [
      { receiver: await broker({ password: 'other' }), code: 'NABIJ_OUTPUT_PASSWORD' },
      { receiver: await broker(), config: { topic: 'forbidden/x' }, code: 'NABIJ_OUTPUT_UNREACHABLE' },
    ],
    hangs: () => broker({ deaf: true }),
  },
]

describe.each(kinds)('every sink: $kind', ({ config, takes, refuses, hangs, kind }) => {
  it('returns when the other side has the message, and writes the connection down', async () => {
    const { at, got } = await started(takes())
    await sink.send(output(config(at)), message(), never)
    expect(got).toHaveLength(1)
    expect(ledger).toHaveLength(1)
    expect(ledger[0]).toMatchObject({ host: at, purpose: `${kind} of station Press 2` })
    sink.close()
    await vi.waitFor(() => expect(ledger[0]?.bytesOut).toBeGreaterThan(20))
  })

  it('says why a message was not taken, without a word of secrets', async () => {
    for (const { receiver, config: other, code } of await refuses()) {
      stops.push(() => receiver.stop())
      const failed = sink.send(output({ ...config(receiver.at), ...other }), message(), never)
      const error = await failed.then(
        () => null,
        (thrown: { code: string; message: string; params: unknown }) => thrown,
      )
      expect(error?.code).toBe(code)
      expect(`${error?.message}${JSON.stringify(error?.params)}`).not.toMatch(/whsec|right|line=2|relay\/0/)
      expect(receiver.got.length).toBeLessThanOrEqual(1)
    }
  })

  it('gives up on one that hangs, and on one that says its answer letter by letter', async () => {
    const impatient = makeSink({ patienceMs: 150 })
    const drip = (socket: Socket): void => {
      const letters = setInterval(() => socket.write('H'), 10)
      socket.once('close', () => clearInterval(letters))
    }
    const silent = await started(rawReceiver((socket) => void socket.resume()))
    const deaf = await started(hangs())
    for (const { at } of [silent, deaf])
      await expect(impatient.send(output(config(at)), message(), never)).rejects.toMatchObject({
        code: 'NABIJ_OUTPUT_TIMEOUT',
      })
    const dripping = await started(rawReceiver(drip))
    await expect(impatient.send(output(config(dripping.at)), message(), never)).rejects.toMatchObject({
      code: expect.stringMatching(/^NABIJ_OUTPUT_(TIMEOUT|UNREACHABLE)$/),
    })
    for (const one of [silent, deaf, dripping]) await vi.waitFor(() => expect(one.open()).toBe(0))
  })

  it('notices one that dies in the middle, is not there, or speaks something else', async () => {
    const dies = await started(rawReceiver((socket) => socket.once('data', () => socket.destroy())))
    const babbles = await started(
      rawReceiver((socket) => void socket.on('data', () => socket.write('220 ftp ready\r\n'))),
    )
    const wrong = { code: expect.stringMatching(/^NABIJ_OUTPUT_/) }
    await expect(sink.send(output(config(dies.at)), message(), never)).rejects.toMatchObject(wrong)
    const impatient = makeSink({ patienceMs: 300 })
    await expect(impatient.send(output(config(babbles.at)), message(), never)).rejects.toMatchObject(wrong)
    const gone = await takes()
    await gone.stop()
    await expect(sink.send(output(config(gone.at)), message(), never)).rejects.toMatchObject({
      code: 'NABIJ_OUTPUT_UNREACHABLE',
      params: { host: gone.at },
    })
    const unknown = sink.send(output(config('nobody.invalid:1')), message(), never)
    await expect(unknown).rejects.toMatchObject({ code: 'NABIJ_OUTPUT_UNREACHABLE' })
  })

  it('sends over TLS to who proves its name, and nothing to anybody else', async () => {
    const { at, got, port } = await started(takes(true))
    await expect(sink.send(output(config(at, true)), message(), never)).rejects.toMatchObject({
      code: 'NABIJ_OUTPUT_TLS',
    })
    const trusting = makeSink({ ca: testCertificate })
    await expect(trusting.send(output(config(`127.0.0.1:${port}`, true)), message(), never)).rejects.toMatchObject({
      code: 'NABIJ_OUTPUT_TLS',
    })
    expect(got).toEqual([])
    await trusting.send(output(config(at, true)), message(), never)
    expect(got).toHaveLength(1)
  })

  it('stops at once when it is told to', async () => {
    const deaf = await started(hangs())
    const stop = new AbortController()
    const sending = sink.send(output(config(deaf.at)), message(), stop.signal)
    await vi.waitFor(() => expect(deaf.open()).toBe(1))
    stop.abort(new Error('enough'))
    await expect(sending).rejects.toThrow('enough')
    await expect(sink.send(output(config(deaf.at)), message(), stop.signal)).rejects.toThrow('enough')
  })

  it('never goes where clouds keep their secrets', async () => {
    for (const host of ['169.254.169.254', '[::ffff:169.254.169.254]', '2852039166', '[fd00:ec2::254]'])
      await expect(sink.send(output(config(`${host}:80`)), message(), never)).rejects.toMatchObject({
        code: expect.stringMatching(/^NABIJ_OUTPUT_(ADDRESS|UNREACHABLE)$/),
      })
    expect(ledger.filter(({ host }) => !host.startsWith('2852039166'))).toEqual([])
  })

  it('lets go of what was released, and can be used again', async () => {
    const other = await started(takes())
    const one = output(config(other.at))
    await sink.send(one, message(), never)
    sink.release(one.id)
    await vi.waitFor(() => expect(other.open()).toBe(0))
    sink.release('never heard of')
    await sink.send(one, message(), never)
    expect(other.got).toHaveLength(2)
  })
})

describe('a webhook', () => {
  const send = async (config: Wanted, body?: string): Promise<Got> => {
    const { at, got } = await started(web.takes())
    await sink.send(output({ kind: 'webhook', address: `http://${at}/hook`, ...config }), message(body), never)
    return got[0] as Got
  }

  it('is signed so that the receivers of the standard take it', async () => {
    const body = '{"type":"verdict","name":"gebäck – ✓"}'
    const { headers, body: arrived, method } = await send({ secret }, body)
    expect([method, arrived, headers['content-type']]).toEqual(['POST', body, 'application/json'])
    expect(new Webhook(secret).verify(arrived, headers as Record<string, string>)).toEqual(JSON.parse(body))
    expect(() => new Webhook(secret).verify(`${arrived} `, headers as Record<string, string>)).toThrow(/signature/)
  })

  it('may have a secret in any letters', async () => {
    const { headers, body } = await send({ secret: 'an old password of ours' })
    const old = new Webhook('an old password of ours', { format: 'raw' })
    expect(old.verify(body, headers as Record<string, string>)).toEqual({ type: 'verdict' })
  })

  it('has the same id and a new time at each try', async () => {
    const { at, got } = await started(web.takes())
    const one = message()
    for (let n = 0; n < 2; n++)
      await sink.send(output({ kind: 'webhook', address: `http://${at}/`, secret }), one, never)
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual([one.id, one.id])
  })

  it('reads nothing of the answer, however long it is', async () => {
    const endless = await started(
      webReceiver((_got, _request, response) => {
        response.writeHead(200)
        const pour = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', pour)
        pour()
      }),
    )
    await sink.send(output({ kind: 'webhook', address: `http://${endless.at}/` }), message(), never)
    await vi.waitFor(() => expect(endless.open()).toBe(0))
  })
})

it('a relay is switched without a body, with the name and password of its address', async () => {
  const { at, got } = await started(web.takes())
  for (const method of ['GET', 'POST', 'PUT'])
    await sink.send(
      output({ kind: 'relay', address: `http://admin:s%20x@${at}/relay/0?turn=on`, method }),
      message(),
      never,
    )
  expect(got.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['GET', '/relay/0?turn=on', ''],
    ['POST', '/relay/0?turn=on', ''],
    ['PUT', '/relay/0?turn=on', ''],
  ])
  const basic = `Basic ${Buffer.from('admin:s x').toString('base64')}`
  expect(got.map(({ headers }) => headers.authorization)).toEqual([basic, basic, basic])
  expect(got.every(({ headers }) => headers['transfer-encoding'] === undefined)).toBe(true)
})

describe('MQTT', () => {
  const config = (at: string, more: Wanted = {}) => ({
    kind: 'mqtt',
    address: `mqtt://${at}`,
    topic: 'line/2',
    ...more,
  })

  it('publishes with QoS 1 over one connection for all outputs that go to the same broker', async () => {
    const { at, got, open } = await started(broker())
    const [one, two] = [output(config(at)), output(config(at, { topic: 'line/3' }))]
    await Promise.all([sink.send(one, message('1'), never), sink.send(two, message('2'), never)])
    for (let n = 3; n < 30; n++) await sink.send(one, message(String(n)), never)
    expect(got.map(({ method }) => method)).toEqual(Array(29).fill('QoS 1'))
    expect(open()).toBe(1)
    expect(ledger).toHaveLength(1)
    sink.release(one.id)
    await sink.send(two, message('30'), never)
    expect(open()).toBe(1)
    sink.release(two.id)
    await vi.waitFor(() => expect(open()).toBe(0))
  })

  it('keeps those apart that come under another name', async () => {
    const { at, open } = await started(broker())
    await sink.send(output(config(at)), message(), never)
    await sink.send(output(config(at, { username: 'other' })), message(), never)
    expect(open()).toBe(2)
  })

  it('comes back after the broker was away', async () => {
    const { at, got, aedes } = await started(broker())
    const one = output(config(at))
    await sink.send(one, message('1'), never)
    const gone = new Promise((resolve) => aedes.once('clientDisconnect', resolve))
    for (const client of Object.values((aedes as unknown as { clients: Record<string, { close(): void }> }).clients))
      client.close()
    await gone
    await vi.waitFor(() => sink.send(one, message('2'), never))
    expect(got.map(({ body }) => body)).toEqual(['1', '2'])
  })

  it('takes no topic that is not one', async () => {
    for (const topic of ['a/#', '+', 'a\0b', 'x'.repeat(500).replaceAll('x', '€€€')])
      await expect(sink.send(output(config('localhost:1', { topic })), message(), never)).rejects.toMatchObject({
        code: expect.stringMatching(/^NABIJ_OUTPUT_/),
      })
    expect(ledger).toEqual([])
  })
})

it('an output that this version cannot read is refused', async () => {
  for (const config of ['', '{', '{"kind":"pigeon"}', 'null'])
    await expect(sink.send({ ...output({}), config }, message(), never)).rejects.toMatchObject({
      code: 'NABIJ_OUTPUT_ADDRESS',
    })
})
