import { NabijError, Problem } from '@nabij/base'
import { runningBox } from '../supervisor/running.ts'
import { RefusedByBox } from './failure.ts'
import type { Call } from './verb.ts'

/** The HTTP API of the box that runs on the data root. */
export interface BoxClient {
  readonly address: string
  readonly pid: number
  get<T>(path: string): Promise<T>
  send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T>
  /** Bytes up; the answer as it comes. */
  upload<T>(path: string, body: Uint8Array | AsyncIterable<Uint8Array>): Promise<T>
  download(path: string): Promise<ReadableStream<Uint8Array>>
}

/** @throws NabijError NABIJ_BOX_NOT_RUNNING */
export function boxOf(call: Call): BoxClient {
  const client = runningClient(call)
  if (!client) throw new NabijError('NABIJ_BOX_NOT_RUNNING', { root: call.root })
  return client
}

/** The same, or null when no box runs. */
export function runningClient(call: Pick<Call, 'root' | 'language' | 'signal'>): BoxClient | null {
  const running = runningBox(call.root)
  if (!running) return null
  const { address, pid, key } = running

  async function ask(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; duplex?: 'half' } = {},
  ): Promise<Response> {
    // On a box with accounts this is how it knows the command of its own user.
    const headers = {
      'accept-language': call.language,
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...init.headers,
    }
    const response = await fetch(`${address}/api/v1${path}`, { ...init, headers, signal: call.signal }).catch(
      (error) => {
        if (call.signal.aborted) throw error
        const { cause } = error as Error
        throw new NabijError(
          'NABIJ_BOX_SILENT',
          { address, reason: cause instanceof Error ? cause.message : String(error) },
          error,
        )
      },
    )
    if (response.ok) return response
    const problem = Problem.safeParse(await response.json().catch(() => null))
    if (problem.success) throw new RefusedByBox(problem.data)
    throw new NabijError('NABIJ_BOX_SILENT', { address, reason: `HTTP ${response.status}` })
  }

  return {
    address,
    pid,
    get: async <T>(path: string) => (await (await ask(path)).json()) as T,
    async send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
      const init = body
        ? { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : { method }
      return (await parsed(await ask(path, init))) as T
    },
    async upload<T>(path: string, body: Uint8Array | AsyncIterable<Uint8Array>) {
      const headers = { 'content-type': 'application/octet-stream' }
      const init = {
        method: 'POST',
        headers,
        body: body as unknown as NonNullable<RequestInit['body']>,
        duplex: 'half' as const,
      }
      return (await parsed(await ask(path, init))) as T
    },
    async download(path) {
      const { body } = await ask(path)
      if (!body) throw new NabijError('NABIJ_BOX_SILENT', { address, reason: path })
      return body
    },
  }
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}
