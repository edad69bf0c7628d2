import { NabijError } from '@nabij/base'
import { nameOf, readBroker } from './address.ts'
import { type ClientOptions, openClient } from './open-client.ts'
import { readTrigger, type Trigger } from './read-trigger.ts'

export interface TopicListener {
  onTrigger(trigger: Trigger): void
  /** A message that says neither yes nor no: it is counted, and no picture is taken. */
  onUnclear(why: string): void
  /** No more messages come in. Not called after `stop`. */
  onLost(error: NabijError): void
}

/**
 * Listens to a topic over a connection of its own: two listeners on one connection would hear some messages twice.
 * QoS 2, so that what is sent with it comes in once. Resolves when messages come in; the returned function ends it.
 * @throws NabijError NABIJ_TRIGGER_LOST
 */
export async function listenToTopic(
  options: ClientOptions,
  purpose: string,
  { address, topic }: { address: string; topic: string },
  listener: TopicListener,
): Promise<() => void> {
  const broker = readBroker(address)
  const host = nameOf(broker)
  const lost = (cause?: unknown): NabijError => new NabijError('NABIJ_TRIGGER_LOST', { host }, cause)
  const client = await openClient(options, purpose, broker).catch((error) => Promise.reject(lost(error)))
  let stopped = false
  client.on('message', (_topic, payload, { retain }) => {
    // A message that was kept tells of a part that passed before anybody listened.
    if (retain) listener.onUnclear('retained')
    else {
      const read = readTrigger(payload)
      if (read === 'unclear') listener.onUnclear('text')
      else if (read !== 'no') listener.onTrigger(read)
    }
  })
  client.once('close', () => {
    if (!stopped) listener.onLost(lost())
    stopped = true
  })
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(lost()), options.patienceMs)
      client.once('close', () => reject(lost()))
      client.subscribe(topic, { qos: 2 }, (error, granted) => {
        clearTimeout(late)
        if (error || !granted?.length || granted.some(({ qos }) => qos > 2)) reject(lost(error))
        else resolve()
      })
    })
  } catch (error) {
    stopped = true
    client.end(true)
    throw error
  }
  return () => {
    stopped = true
    client.end()
  }
}
