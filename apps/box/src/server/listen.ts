import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { NabijError, newId, toProblem } from '@nabij/base'
import type { App } from './app.ts'
import { malformed } from './errors/malformed.ts'

export interface ListenOptions {
  /** 0 lets the system choose; a port that is taken makes way for the next free one. */
  port: number
  /** localhost, 127.x.x.x or ::1. */
  host?: string
  /** How long requests that run may take to finish when the server stops, in ms. */
  grace?: number
}

export interface Listening {
  /** For instance `http://127.0.0.1:8080`. */
  address: string
  port: number
  /** Ends event streams and idle connections at once, and what still runs after the grace. Twice is once. */
  stop(): Promise<void>
}

/** A few hundred ports on: enough for every developer on one machine, and an end to the search. */
const ports = 100
const connections = 256
const maxHeaderSize = 16 * 1024
const headersTimeout = 10_000

/**
 * Puts the app at an address of this computer.
 * @throws NabijError NABIJ_ONLY_THIS_COMPUTER, NABIJ_NO_FREE_PORT or NABIJ_PORT_REFUSED.
 */
export async function listen(app: App, { port, host = '127.0.0.1', grace = 1500 }: ListenOptions): Promise<Listening> {
  const interfaceAddress = loopback(host)
  const server = createBoundedServer(app)
  const bound = await bind(server, port, interfaceAddress)
  app.openAt(bound)
  const name = interfaceAddress.includes(':') ? `[${interfaceAddress}]` : interfaceAddress
  let stopping: Promise<void> | null = null
  return {
    address: `http://${name}:${bound}`,
    port: bound,
    stop() {
      stopping ??= stop(server, app, grace)
      return stopping
    },
  }
}

function loopback(host: string): string {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (name === 'localhost') return '127.0.0.1'
  if (name === '::1' || name === '127.0.0.1') return name
  throw new NabijError('NABIJ_ONLY_THIS_COMPUTER', { host })
}

function createBoundedServer(app: App): Server {
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings as never), {
    overrideGlobalObjects: false,
    errorHandler: () => rawProblem(),
  })
  const server = createServer(
    {
      maxHeaderSize,
      headersTimeout,
      // Its absence is answered by name instead.
      requireHostHeader: false,
      keepAliveTimeout: 10_000,
      // A backup may take long to come in. Bodies have their own bounds (limits.bodySilence, limits.bodyTotal).
      requestTimeout: 3_600_000,
      connectionsCheckingInterval: 2_000,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  server.maxConnections = connections
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseRaw(error, socket))
  return server
}

/** For a request that is not even one: what the app never gets to see. */
function rawProblem(): Response {
  const id = newId()
  const problem = toProblem(malformed('http', 'en'), 'en', id)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'request-id': id, connection: 'close' },
  })
}

/** The same where not even the form is HTTP: written by hand, for there is nothing to answer through. */
function refuseRaw(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const problem = toProblem(nameRaw(error.code), 'en', newId())
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

function nameRaw(code: string | undefined): NabijError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new NabijError('NABIJ_TOO_SLOW', { seconds: headersTimeout / 1000 })
  if (code === 'HPE_HEADER_OVERFLOW') return new NabijError('NABIJ_TOO_LARGE', { limit: `${maxHeaderSize / 1024} KiB` })
  return malformed('http', 'en')
}

async function bind(server: Server, first: number, host: string): Promise<number> {
  const last = first === 0 ? 0 : Math.max(first, Math.min(65_535, first + ports - 1))
  for (let port = first; port <= last; port++) {
    try {
      return await tryPort(server, port, host)
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      if (reason !== 'EADDRINUSE') throw new NabijError('NABIJ_PORT_REFUSED', { port, reason }, error)
    }
  }
  throw new NabijError('NABIJ_NO_FREE_PORT', { first, last })
}

function tryPort(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      server.removeListener('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function stop(server: Server, app: App, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  app.beginStop()
  // A connection that finishes its request while we stop becomes idle later than server.close() looks.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
  app.close()
}
