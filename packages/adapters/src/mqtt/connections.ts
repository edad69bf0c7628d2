import { createHash } from 'node:crypto'
import { NabijError } from '@nabij/base'
import type { MqttClient } from 'mqtt'
import { type Broker, nameOf } from './address.ts'
import { type ClientOptions, openClient } from './open-client.ts'

/** Connections to brokers, shared by all who go to the same one under the same name. */
export interface Connections {
  /** The open connection; one is made when there is none. `user` holds on to it until it lets go. */
  open(user: string, purpose: string, broker: Broker): Promise<MqttClient>
  /** Breaks the connection off: whoever uses it next gets a new one. */
  drop(client: MqttClient): void
  release(user: string): void
  close(): void
}

interface Shared {
  client: Promise<MqttClient>
  users: Set<string>
}

export function mqttConnections(options: ClientOptions): Connections {
  const shared = new Map<string, Shared>()
  let closed = false

  function end(key: string): void {
    const { client } = shared.get(key) ?? {}
    shared.delete(key)
    client?.then(
      (open) => open.end(),
      () => undefined,
    )
  }

  function start(key: string, purpose: string, broker: Broker): Shared {
    const made: Shared = { client: openClient(options, purpose, broker), users: new Set() }
    const forget = (): void => {
      if (shared.get(key) === made) shared.delete(key)
    }
    made.client.then((client) => client.once('close', forget), forget)
    shared.set(key, made)
    return made
  }

  return {
    open(user, purpose, broker) {
      if (closed) return Promise.reject(new NabijError('NABIJ_STOPPING'))
      const key = keyOf(broker)
      const connection = shared.get(key) ?? start(key, purpose, broker)
      connection.users.add(user)
      return connection.client
    },
    drop: (client) => void client.end(true),
    release(user) {
      for (const [key, { users }] of shared) if (users.delete(user) && users.size === 0) end(key)
    },
    close() {
      closed = true
      for (const key of shared.keys()) end(key)
    },
  }
}

/** Passwords are not held longer than needed: the key is a hash. */
function keyOf(broker: Broker): string {
  const { username, password, protocol, secure, path } = broker
  const text = JSON.stringify([nameOf(broker), protocol, secure, path, username, password])
  return createHash('sha256').update(text).digest('hex')
}
