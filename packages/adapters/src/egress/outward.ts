import { isIP } from 'node:net'

/** Decides whether an address (IPv4, IPv6 or a name) lies outside this machine. */
export type IsOutward = (host: string) => boolean

/** Everything but loopback is outward: also the next machine in the same room. */
export function isOutward(host: string): boolean {
  const plain = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/, '')
  if (plain === 'localhost' || plain.endsWith('.localhost') || plain === '::1') return false
  return !(isIP(plain) === 4 && plain.startsWith('127.'))
}
