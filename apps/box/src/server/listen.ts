import { createServer, type Server as HttpServer, STATUS_CODES } from 'node:http'
import { type AddressInfo, isIP, type Server, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { NabijError, newId, toProblem } from '@nabij/base'
import type { App } from './app.ts'
import { malformed } from './errors/malformed.ts'
import { networkOfThisComputer } from './guard/network.ts'
import { createTwoHeads } from './guard/two-heads.ts'

export interface ListenOptions {
  /** 0 lets the system choose; a port that is taken makes way for the next free one. */
  port: number
  /** localhost, 127.0.0.1 or ::1; with a certificate any address of this computer, or 0.0.0.0 and :: for all. */
  host?: string
  /** For listening beyond this computer: what is encrypted with, and the names that it is good for. */
  certificate?: { key: string; cert: string; hosts: string[] }
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
/** A browser opens six or seven; the last 32 are for this computer itself. */
const crowd = { each: 64, network: connections - 32 }
const maxHeaderSize = 16 * 1024
const headersTimeout = 10_000

/**
 * Puts the app at an address of this computer.
 * @throws NabijError NABIJ_ONLY_THIS_COMPUTER, NABIJ_NO_FREE_PORT or NABIJ_PORT_REFUSED.
 */
export async function listen(
  app: App,
  { port, host = '127.0.0.1', certificate, grace = 1500 }: ListenOptions,
): Promise<Listening> {
  const interfaceAddress = certificate ? anyAddress(host) : loopback(host)
  const { server, heads } = certificate ? createBothServers(app, certificate) : createBoundedServer(app)
  const bound = await bind(server, port, interfaceAddress)
  app.openAt(bound, certificate && networkOfThisComputer(certificate.hosts))
  const name = nameOf(interfaceAddress)
  let stopping: Promise<void> | null = null
  return {
    address: `http://${name}:${bound}`,
    port: bound,
    stop() {
      stopping ??= stop(server, heads, app, grace)
      return stopping
    },
  }
}

/** Whether only programs on this computer can reach that address. */
export function isLoopback(host: string): boolean {
  return ['localhost', '::1', '127.0.0.1'].includes(host.toLowerCase().replace(/^\[(.*)\]$/, '$1'))
}

function loopback(host: string): string {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (name === 'localhost') return '127.0.0.1'
  if (name === '::1' || name === '127.0.0.1') return name
  throw new NabijError('NABIJ_ONLY_THIS_COMPUTER', { host })
}

function anyAddress(host: string): string {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (name === 'localhost') return '127.0.0.1'
  if (isIP(name)) return name
  throw new NabijError('NABIJ_ONLY_THIS_COMPUTER', { host })
}

/** As this computer's own programs find it: plain, for it answers them so also where others need https. */
function nameOf(address: string): string {
  if (address === '0.0.0.0' || address === '::') return '127.0.0.1'
  return address.includes(':') ? `[${address}]` : address
}

interface Servers {
  server: Server
  heads: HttpServer[]
}

const bounds = {
  maxHeaderSize,
  headersTimeout,
  // Its absence is answered by name instead.
  requireHostHeader: false,
  keepAliveTimeout: 10_000,
  // A backup may take long to come in. Bodies have their own bounds (limits.bodySilence, limits.bodyTotal).
  requestTimeout: 3_600_000,
  connectionsCheckingInterval: 2_000,
}

function createBoundedServer(app: App): Servers {
  const server = createServer(bounds, listenerOf(app))
  return { server: bounded(server, [server]), heads: [server] }
}

function createBothServers(app: App, certificate: { key: string; cert: string }): Servers {
  const { net, heads } = createTwoHeads({ ...bounds, patience: headersTimeout, crowd }, certificate, listenerOf(app))
  return { server: bounded(net, heads), heads }
}

function listenerOf(app: App) {
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings as never), {
    overrideGlobalObjects: false,
    errorHandler: () => rawProblem(),
  })
  return (incoming: Parameters<typeof listener>[0], outgoing: Parameters<typeof listener>[1]) =>
    void listener(incoming, outgoing)
}

function bounded(server: Server, heads: HttpServer[]): Server {
  server.maxConnections = connections
  for (const head of heads)
    head.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseRaw(error, socket as Socket))
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

async function stop(server: Server, heads: HttpServer[], app: App, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  app.beginStop()
  // A connection that finishes its request while we stop becomes idle later than server.close() looks.
  const sweep = setInterval(() => heads.forEach((head) => head.closeIdleConnections()), 50)
  const end = setTimeout(() => heads.forEach((head) => head.closeAllConnections()), grace)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
  app.close()
}
