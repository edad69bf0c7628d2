import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { newId } from '@nabij/base'
import type { Clock } from '@nabij/stations'
import { isKnown } from './known-sockets.ts'
import type { EgressLedger } from './ledger.ts'
import { type IsOutward, isOutward } from './outward.ts'

export interface EgressWatchOptions {
  ledger: EgressLedger
  clock: Clock
  isOutward?: IsOutward
  /** Hears of each connection that did not pass the gate, and of an entry that could not be written. */
  onUnexpected?: (host: string) => void
  onError?: (error: unknown) => void
}

/**
 * Records every outward TCP connection of this process that the gate does not know, so that the count cannot lie:
 * Node announces each socket of net, tls, http and fetch. Call the returned function to stop watching.
 * Not seen: datagrams, and name look-ups by the system's resolver.
 */
export function watchEgress(options: EgressWatchOptions): () => void {
  const outward = options.isOutward ?? isOutward

  function onSocket(message: unknown): void {
    const { socket } = message as { socket: Socket }
    if (isKnown(socket)) return
    // The first address that is tried: names are resolved by then, and unix sockets never get here.
    let recorded = false
    socket.on('connectionAttempt', (host: string, port: number) => {
      if (recorded || !outward(host)) return
      recorded = true
      record(socket, `${host}:${port}`)
    })
  }

  function record(socket: Socket, host: string): void {
    const id = newId()
    options.onUnexpected?.(host)
    const begun = options.ledger.begin({ id, at: options.clock(), purpose: 'unexpected', host })
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    Promise.all([begun, closed])
      .then(() => options.ledger.add(id, socket.bytesWritten, socket.bytesRead))
      .catch((error) => options.onError?.(error))
  }

  subscribe('net.client.socket', onSocket)
  return () => unsubscribe('net.client.socket', onSocket)
}
