import { connect, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectSecurely, getCACertificates } from 'node:tls'
import { lookupAllowed } from './forbidden.ts'
import { openKnown } from './known-sockets.ts'

export interface OutwardTarget {
  host: string
  port: number
  /** Encrypted, and the other side proves its name. */
  secure: boolean
  signal?: AbortSignal
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

/** Milliseconds between two entries of the bytes of a connection that stays. */
const countEvery = 30_000

/** Adds what went through the socket since the last time, now and then and at its end. */
export function countBytes(socket: Socket, add: (bytesOut: number, bytesIn: number) => void): void {
  const told = { out: 0, in: 0 }
  const tell = (): void => {
    const [bytesOut, bytesIn] = [socket.bytesWritten - told.out, socket.bytesRead - told.in]
    if (bytesOut === 0 && bytesIn === 0) return
    told.out += bytesOut
    told.in += bytesIn
    add(bytesOut, bytesIn)
  }
  const beat = setInterval(tell, countEvery).unref()
  socket.once('close', () => {
    clearInterval(beat)
    tell()
  })
}

/** Resolves when the connection is open (and the other side has proved its name). */
export function openStream(
  { host, port, secure, signal, ca }: OutwardTarget,
  onSocket: (socket: Socket) => void,
): Promise<Duplex> {
  const plain = host.replace(/^\[|\]$/g, '')
  const socket = openKnown(() => connect({ host: plain, port, lookup: lookupAllowed }))
  onSocket(socket)
  const name = isIP(plain) === 0 ? { servername: plain } : {}
  const stream = secure ? connectSecurely({ socket, host: plain, ...name, ...authorities(ca) }) : socket
  return new Promise((resolve, reject) => {
    const give = (): void => settle(() => resolve(stream))
    const fail = (error: Error): void => settle(() => drop(error))
    const leave = (): void => fail(signal?.reason as Error)
    const drop = (error: Error): void => {
      // What is torn down may still complain; nobody listens any more.
      stream.on('error', () => undefined)
      socket.on('error', () => undefined)
      stream.destroy()
      socket.destroy()
      reject(error)
    }
    const settle = (then: () => void): void => {
      signal?.removeEventListener('abort', leave)
      for (const each of new Set([stream, socket])) each.removeListener('error', fail)
      stream.removeListener(secure ? 'secureConnect' : 'connect', give)
      then()
    }
    for (const each of new Set([stream, socket])) each.once('error', fail)
    stream.once(secure ? 'secureConnect' : 'connect', give)
    signal?.addEventListener('abort', leave)
  })
}

/** The usual certificates and one more. */
export function authorities(ca: string | undefined): { ca?: string[] } {
  return ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] }
}
