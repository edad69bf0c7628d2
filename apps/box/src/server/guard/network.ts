import { hostname, networkInterfaces } from 'node:os'

/** Where the box can be reached. */
export interface Network {
  /** Beyond this computer itself: with HTTPS, and only with accounts. */
  beyond: boolean
  /** Names and addresses of this computer on its networks, as they stand in a Host header; small letters. */
  names(): readonly string[]
}

export const onlyHere: Network = { beyond: false, names: () => [] }

const fresh = 5000

/** The network of this computer; `extra` are names of a certificate that was given. Addresses may change while it runs. */
export function networkOfThisComputer(extra: readonly string[] = []): Network {
  let known: string[] = []
  let at = Number.NEGATIVE_INFINITY
  return {
    beyond: true,
    names() {
      if (performance.now() - at > fresh) {
        known = [...ownAddresses().map(inHost), ...ownNames(), ...extra.map((name) => name.toLowerCase())]
        at = performance.now()
      }
      return known
    },
  }
}

/** Addresses of this computer on its networks, the likeliest first: IPv4 before IPv6, none that needs a zone. */
export function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
  return [...all.filter(({ family }) => family === 'IPv4'), ...all.filter(({ family }) => family === 'IPv6')].map(
    ({ address }) => address.toLowerCase(),
  )
}

/** What this computer is called: by itself, and by those who ask around on the network (mDNS). */
export function ownNames(): string[] {
  const name = hostname().toLowerCase()
  if (!/^[a-z\d]([a-z\d.-]{0,250}[a-z\d])?$/.test(name)) return []
  return [...new Set([name, `${name.split('.')[0]}.local`])]
}

function inHost(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}
