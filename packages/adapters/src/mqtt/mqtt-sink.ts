import { NabijError, type OutputConfig } from '@nabij/base'
import { outputError } from '../deliver.ts'
import { nameOf, readBroker } from './address.ts'
import type { Connections } from './connections.ts'

export type MqttConfig = Extract<OutputConfig, { kind: 'mqtt' }>

/**
 * Publishes one message with QoS 1; resolves when the broker has acknowledged it (PUBACK).
 * @throws NabijError NABIJ_OUTPUT_…; the signal's reason when the caller gives up.
 */
export async function publishMqtt(
  { connections, patienceMs = 10_000 }: { connections: Connections; patienceMs?: number },
  user: string,
  purpose: string,
  { address, topic, username, password }: MqttConfig,
  body: string,
  signal: AbortSignal,
): Promise<void> {
  const broker = readBroker(address, username, password)
  const host = nameOf(broker)
  if (!isTopic(topic)) throw new NabijError('NABIJ_OUTPUT_ADDRESS', { host, rule: 'topic' })
  signal.throwIfAborted()
  const client = await unlessAborted(connections.open(user, purpose, broker), signal)
  if (!client.connected) {
    connections.drop(client)
    throw new NabijError('NABIJ_OUTPUT_UNREACHABLE', { host, detail: 'closed' })
  }
  let late: NodeJS.Timeout | undefined
  let onClose = (): void => undefined
  const acknowledged = new Promise<void>((resolve, reject) => {
    late = setTimeout(() => {
      reject(new NabijError('NABIJ_OUTPUT_TIMEOUT', { host, seconds: patienceMs / 1000 }))
    }, patienceMs)
    onClose = () => reject(new NabijError('NABIJ_OUTPUT_UNREACHABLE', { host, detail: 'closed' }))
    client.once('close', onClose)
    client.publish(topic, body, { qos: 1 }, (error) => (error ? reject(outputError(host, error)) : resolve()))
  })
  try {
    await unlessAborted(acknowledged, signal)
  } catch (thrown) {
    // Without an answer nobody knows what the connection will still carry: it ends here, the next try has a new one.
    connections.drop(client)
    throw thrown
  } finally {
    clearTimeout(late)
    client.removeListener('close', onClose)
  }
}

/** A topic that one message can be sent to: no wildcards, no zero byte, not more than MQTT carries. */
function isTopic(topic: string): boolean {
  return topic !== '' && !/[+#\0]/.test(topic) && Buffer.byteLength(topic) <= 65_535
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
