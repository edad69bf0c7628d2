import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect, isIP, type NetConnectOpts, type Socket } from 'node:net'
import { type Duplex, Readable } from 'node:stream'
import { type ConnectionOptions, connect as connectSecurely } from 'node:tls'
import { NabijError, newId } from '@nabij/base'
import type { Clock } from '@nabij/stations'
import { isForbidden, lookupAllowed } from './forbidden.ts'
import { openKnown } from './known-sockets.ts'
import type { EgressLedger } from './ledger.ts'
import { authorities, countBytes, type OutwardTarget, openStream } from './open-stream.ts'
import { type IsOutward, isOutward } from './outward.ts'

export interface EgressGateOptions {
  ledger: EgressLedger
  clock: Clock
  isOutward?: IsOutward
  /** Hears of a byte count that could not be written down. */
  onError?: (error: unknown) => void
}

export interface OutwardRequest {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  signal?: AbortSignal
  /** manual: an answer that leads elsewhere is given as it is. */
  redirect?: 'follow' | 'manual'
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

/** The one way out: whoever wants to reach another machine comes through here. */
export interface EgressGate {
  /**
   * Writes purpose and host in the ledger, then connects; each answer and each redirect is a connection of its own.
   * Bytes are those of the connection itself, encryption included, and are added when it closes.
   * @param purpose who asks for it, in words
   */
  fetch(purpose: string, url: string | URL, init?: OutwardRequest): Promise<Response>
  /**
   * A connection that stays, for protocols other than HTTP: written down before it is made, its bytes now and then and
   * when it closes. Resolves when it is open.
   */
  connect(purpose: string, target: OutwardTarget): Promise<Duplex>
  /** Writes down a connection that another program of ours makes, whose bytes nobody can count here. */
  note(purpose: string, host: string): Promise<void>
}

const redirectsFollowed = 5
const withoutBody = [101, 204, 205, 304]

export function egressGate(options: EgressGateOptions): EgressGate {
  const outward = options.isOutward ?? isOutward
  const add = (id: string, bytesOut: number, bytesIn: number): void => {
    options.ledger.add(id, bytesOut, bytesIn).catch((error) => options.onError?.(error))
  }

  async function once(purpose: string, url: URL, init: OutwardRequest): Promise<IncomingMessage> {
    if (!['http:', 'https:'].includes(url.protocol))
      throw new NabijError('NABIJ_INVALID_INPUT', { where: url.host, rule: 'http(s)' })
    refuseForbidden(url.hostname)
    if (!outward(url.hostname)) return send(url, init, () => undefined)
    const id = newId()
    await options.ledger.begin({ id, at: options.clock(), purpose, host: url.host })
    return send(url, init, (socket) => {
      add(id, socket.bytesWritten, socket.bytesRead)
    })
  }

  return {
    async fetch(purpose, url, init = {}) {
      let target = new URL(url)
      let request = init
      for (let followed = 0; ; followed++) {
        const answer = await once(purpose, target, request)
        const status = answer.statusCode ?? 0
        const next = status >= 300 && status < 400 && status !== 304 ? answer.headers.location : undefined
        if (next === undefined || followed === redirectsFollowed || init.redirect === 'manual')
          return toResponse(answer, status)
        answer.destroy()
        const from = target
        target = new URL(next, target)
        request = redirected(request, status, from.origin === target.origin)
      }
    },
    async connect(purpose, target) {
      refuseForbidden(target.host)
      target.signal?.throwIfAborted()
      if (!outward(target.host)) return openStream(target, () => undefined)
      const id = newId()
      await options.ledger.begin({ id, at: options.clock(), purpose, host: `${target.host}:${target.port}` })
      return openStream(target, (socket) => countBytes(socket, (out, received) => add(id, out, received)))
    },
    async note(purpose, host) {
      if (outward(hostnameOf(host))) await options.ledger.begin({ id: newId(), at: options.clock(), purpose, host })
    },
  }
}

function refuseForbidden(host: string): void {
  if (isForbidden(host))
    throw new NabijError('NABIJ_OUTPUT_ADDRESS', { host, rule: 'this address is never connected to' })
}

/** `host:port` without the port. */
function hostnameOf(host: string): string {
  return URL.parse(`tcp://${host}`)?.hostname ?? host
}

/** One request over one connection; `onClose` is called with the socket when its byte counts are final. */
function send(url: URL, init: OutwardRequest, onClose: (socket: Socket) => void): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  const options: RequestOptions = {
    method: init.method ?? 'GET',
    headers: { 'accept-encoding': 'identity', ...init.headers },
    ...(init.signal ? { signal: init.signal } : {}),
    // Without an agent: a connection for this request alone, whose bytes are its own.
    createConnection: (target) => {
      const socket = openKnown(() => connect({ ...(target as NetConnectOpts), lookup: lookupAllowed }))
      socket.once('close', () => onClose(socket))
      // Encryption goes over that socket, so that its bytes are the ones that leave.
      return secure
        ? connectSecurely({ ...(target as ConnectionOptions), socket, ...serverName(url), ...authorities(init.ca) })
        : socket
    },
  }
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(url, options, resolve)
    request.once('error', reject)
    request.end(init.body)
  })
}

/** The name that the other side must prove; an address is not a name. */
function serverName({ hostname }: URL): { servername?: string } {
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { servername: hostname } : {}
}

function toResponse(answer: IncomingMessage, status: number): Response {
  const headers = new Headers()
  for (let n = 0; n < answer.rawHeaders.length; n += 2)
    headers.append(answer.rawHeaders[n] ?? '', answer.rawHeaders[n + 1] ?? '')
  const bodiless = withoutBody.includes(status)
  if (bodiless) answer.resume()
  const body = bodiless ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>)
  return new Response(body, { status, statusText: answer.statusMessage ?? '', headers })
}

/** What a browser does too: a body is not sent again after 301 to 303, secrets do not go to another host. */
function redirected(init: OutwardRequest, status: number, sameOrigin: boolean): OutwardRequest {
  const headers = Object.entries(init.headers ?? {}).filter(
    ([name]) => sameOrigin || !['authorization', 'cookie'].includes(name.toLowerCase()),
  )
  const again = { ...init, headers: Object.fromEntries(headers) }
  if (status === 307 || status === 308) return again
  const { body: _body, ...without } = again
  return { ...without, method: init.method === 'HEAD' ? 'HEAD' : 'GET' }
}
