import { NabijError } from '@nabij/base'

/** Where a broker is and who asks. */
export interface Broker {
  protocol: 'mqtt' | 'ws'
  secure: boolean
  host: string
  port: number
  /** What WebSockets ask for. */
  path: string
  username: string | null
  password: string | null
}

const kinds: Record<string, Pick<Broker, 'protocol' | 'secure' | 'port'>> = {
  'mqtt:': { protocol: 'mqtt', secure: false, port: 1883 },
  'tcp:': { protocol: 'mqtt', secure: false, port: 1883 },
  'mqtts:': { protocol: 'mqtt', secure: true, port: 8883 },
  'tls:': { protocol: 'mqtt', secure: true, port: 8883 },
  'ws:': { protocol: 'ws', secure: false, port: 80 },
  'wss:': { protocol: 'ws', secure: true, port: 443 },
}

/** @throws NabijError NABIJ_OUTPUT_ADDRESS */
export function readBroker(address: string, username?: string, password?: string): Broker {
  const url = URL.parse(address)
  const kind = url && kinds[url.protocol]
  if (!url?.hostname || !kind)
    throw new NabijError('NABIJ_OUTPUT_ADDRESS', { host: url?.host ?? '?', rule: 'mqtt(s)://' })
  return {
    ...kind,
    host: url.hostname,
    port: url.port === '' ? kind.port : Number(url.port),
    path: `${url.pathname || '/'}${url.search}`,
    username: username ?? (decoded(url.username) || null),
    password: password ?? (decoded(url.password) || null),
  }
}

/** Host and port, as they may be shown. */
export function nameOf({ host, port }: Broker): string {
  return `${host}:${port}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
