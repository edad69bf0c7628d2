import { once } from 'node:events'
import { createServer as httpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as httpsServer } from 'node:https'
import { type AddressInfo, type Server, type Socket, createServer as tcpServer } from 'node:net'
import { createServer as tlsServer } from 'node:tls'
import { Aedes } from 'aedes'
import { testCertificate, testKey } from './certificate.ts'

/** What arrived at the other side. */
export interface Got {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** The other side of an output, as it behaves in a test. */
export interface Receiver {
  /** host:port */
  at: string
  port: number
  got: Got[]
  /** Connections that are open. */
  open(): number
  stop(): Promise<void>
}

const tls = { key: testKey, cert: testCertificate }

async function receiver(server: Server, got: Got[] = []): Promise<Receiver> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    at: `localhost:${port}`,
    port,
    got,
    open: () => sockets.size,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A web server; `answer` is called when the whole request has arrived. */
export function webReceiver(answer: (got: Got, ...rest: Parameters<RequestListener>) => void, secure = false) {
  const got: Got[] = []
  const listener: RequestListener = (request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.once('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, path: url, headers, body }
      got.push(one)
      answer(one, request, response)
    })
  }
  return receiver(secure ? httpsServer(tls, listener) : httpServer(listener), got)
}

/** Anything that takes TCP connections. */
export function rawReceiver(onSocket: (socket: Socket) => void): Promise<Receiver> {
  return receiver(tcpServer(onSocket))
}

/** A broker. `password`: what clients must say; `deaf`: published messages are never acknowledged. */
export async function broker({
  password,
  deaf = false,
  secure = false,
}: {
  password?: string
  deaf?: boolean
  secure?: boolean
} = {}) {
  const aedes = await Aedes.createBroker({
    authenticate: (_client, _username, given, done) => {
      const allowed = password === undefined || given?.toString() === password
      if (allowed) done(null, true)
      else done(Object.assign(new Error('no'), { returnCode: 4 }), false)
    },
    authorizePublish: (_client, packet, done) => {
      if (deaf) return
      done(packet.topic.startsWith('forbidden') ? new Error('no') : null)
    },
  })
  const got: Got[] = []
  aedes.on('publish', ({ topic, payload, qos }, client) => {
    if (client) got.push({ method: `QoS ${qos}`, path: topic, headers: {}, body: payload.toString() })
  })
  const server = secure ? tlsServer(tls, aedes.handle) : tcpServer(aedes.handle)
  const made = await receiver(server, got)
  return {
    ...made,
    aedes,
    async stop() {
      await new Promise<void>((resolve) => aedes.close(() => resolve()))
      await made.stop()
    },
  }
}
