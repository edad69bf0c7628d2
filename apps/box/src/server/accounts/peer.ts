import { isIPv6 } from 'node:net'
import type { Ctx } from '../context.ts'

/** Network address of the other end; null when the app is called without a connection (in tests). */
export function peerOf(c: Ctx): string | null {
  return addressOf(c.env?.incoming?.socket)
}

export function addressOf(socket: { remoteAddress?: string | undefined } | undefined): string | null {
  return socket?.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '') ?? null
}

/** Nothing but a program on this computer: an address of the network cannot have this one. */
export function isThisComputer(address: string | null): boolean {
  return address === null || address === '::1' || address.startsWith('127.')
}

/** By what tries are counted: somebody with IPv6 has a whole network of addresses. */
export function placeOf(address: string | null): string {
  if (address === null) return 'here'
  if (!isIPv6(address)) return address
  const plain = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const filled = tail === undefined ? front : [...front, ...Array(8 - front.length - back.length).fill('0'), ...back]
  return `${filled.slice(0, 4).join(':')}::/64`
}
