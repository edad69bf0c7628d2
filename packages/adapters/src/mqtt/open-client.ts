import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { NabijError } from '@nabij/base'
import { connect, type IClientOptions, MqttClient } from 'mqtt'
import { outputError } from '../deliver.ts'
import { type Broker, nameOf } from './address.ts'

/** What MQTT needs of the way out: a connection that is open. */
export interface Connector {
  connect(
    purpose: string,
    target: { host: string; port: number; secure: boolean; signal?: AbortSignal; ca?: string },
  ): Promise<Duplex>
}

export interface ClientOptions {
  connector: Connector
  patienceMs: number
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

/** MQTT 3.1.1, nothing kept at the broker, one connection that is never made again by itself. */
const usual: IClientOptions = {
  protocolVersion: 4,
  clean: true,
  reconnectPeriod: 0,
  keepalive: 30,
  resubscribe: false,
  queueQoSZero: false,
}

/**
 * A client that is connected and let in. @throws NabijError NABIJ_OUTPUT_…
 */
export async function openClient(options: ClientOptions, purpose: string, broker: Broker): Promise<MqttClient> {
  const host = nameOf(broker)
  const late = AbortSignal.timeout(options.patienceMs)
  let stream: Duplex
  try {
    const target = { host: broker.host, port: broker.port, secure: broker.secure, signal: late }
    stream = await options.connector.connect(purpose, { ...target, ...(options.ca ? { ca: options.ca } : {}) })
  } catch (thrown) {
    throw late.aborted ? timeout(host, options.patienceMs) : outputError(host, thrown)
  }
  const client = clientOver(stream, broker, options.patienceMs)
  return new Promise((resolve, reject) => {
    const fail = (error: NabijError): void => {
      client.removeAllListeners()
      // What is torn down may still complain; nobody listens any more.
      client.on('error', () => undefined)
      stream.on('error', () => undefined)
      client.end(true)
      stream.destroy()
      reject(error)
    }
    const giveUp = (): void => fail(timeout(host, options.patienceMs))
    client.once('connect', () => {
      client.removeAllListeners('error').removeAllListeners('close')
      late.removeEventListener('abort', giveUp)
      // An error after this shows as `close`.
      client.on('error', () => undefined)
      resolve(client)
    })
    client.on('error', (error) => fail(refusal(host, error)))
    client.once('close', () => fail(new NabijError('NABIJ_OUTPUT_UNREACHABLE', { host, detail: 'closed' })))
    late.addEventListener('abort', giveUp)
    if (late.aborted) giveUp()
  })
}

function clientOver(stream: Duplex, broker: Broker, patienceMs: number): MqttClient {
  const { username, password } = broker
  // A password alone is none in MQTT: it goes with an empty name.
  const signIn = password === null ? (username === null ? {} : { username }) : { username: username ?? '', password }
  const options: IClientOptions = { ...usual, ...signIn, connectTimeout: patienceMs }
  if (broker.protocol === 'mqtt') return new MqttClient(() => stream, options)
  // The connection is encrypted already where it has to be.
  const url = `ws://${nameOf(broker)}${broker.path}`
  return connect(url, { ...options, wsOptions: { createConnection: () => stream as Socket } })
}

function timeout(host: string, patienceMs: number): NabijError {
  return new NabijError('NABIJ_OUTPUT_TIMEOUT', { host, seconds: patienceMs / 1000 })
}

/** Codes 4 and 5 of MQTT 3.1.1: wrong name or password, not allowed. */
function refusal(host: string, error: Error): NabijError {
  const { code } = error as { code?: unknown }
  if (code === 4 || code === 5) return new NabijError('NABIJ_OUTPUT_PASSWORD', { host }, error)
  if (typeof code === 'number') return new NabijError('NABIJ_OUTPUT_REFUSED', { host, detail: `MQTT ${code}` }, error)
  return outputError(host, error)
}
