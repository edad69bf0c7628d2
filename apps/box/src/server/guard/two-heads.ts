import { createServer as createHttp, type RequestListener, type ServerOptions } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import { addressOf } from '../accounts/peer.ts'
import { createDoorman, type DoormanLimits } from './doorman.ts'

export interface TwoHeads {
  /** What listens. */
  net: Server
  /** What speaks: bounds and broken requests are set on both. */
  heads: [plain: ReturnType<typeof createHttp>, encrypted: ReturnType<typeof createHttps>]
  setCertificate(certificate: { key: string; cert: string }): void
}

/** The first byte of a TLS handshake (RFC 8446, 5.1); no HTTP method begins with it. */
const handshake = 22

/**
 * One port for both: encrypted for the network, and plain for this computer itself, whose programs need no certificate
 * for that. What comes plain over the network is sent on to https by the app.
 */
export function createTwoHeads(
  options: ServerOptions & { patience: number; crowd: DoormanLimits },
  certificate: { key: string; cert: string },
  listener: RequestListener,
): TwoHeads {
  const plain = createHttp(options, listener)
  const encrypted = createHttps(
    { ...options, ...certificate, minVersion: 'TLSv1.2', handshakeTimeout: options.patience },
    listener,
  )
  const net = createServer({ noDelay: true }, (socket) => sort(socket))
  const waiting = new Set<Socket>()
  const doorman = createDoorman(options.crowd)

  function sort(socket: Socket): void {
    const leave = doorman(addressOf(socket))
    if (!leave) {
      socket.destroy()
      return
    }
    socket.once('close', leave)
    waiting.add(socket)
    const end = setTimeout(() => socket.destroy(), options.patience)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      clearTimeout(end)
      waiting.delete(socket)
    })
    socket.once('data', (first) => {
      clearTimeout(end)
      waiting.delete(socket)
      socket.pause()
      socket.unshift(first)
      const head = Number(first[0]) === handshake ? encrypted : plain
      head.emit('connection', socket)
      // Whoever takes over reads from the next turn on.
      process.nextTick(() => socket.resume())
    })
  }

  // Their bounds on slow clients begin with this event: they never listen themselves.
  net.on('listening', () => [plain, encrypted].forEach((head) => head.emit('listening')))
  net.on('close', () => {
    for (const head of [plain, encrypted]) head.close(() => undefined)
    for (const socket of waiting) socket.destroy()
  })
  return {
    net,
    heads: [plain, encrypted],
    setCertificate: ({ key, cert }) => encrypted.setSecureContext({ key, cert, minVersion: 'TLSv1.2' }),
  }
}
