import type { EgressGate } from '@nabij/adapters/egress'
import { type CloudConfig, NabijError } from '@nabij/base'
import { type Dialect, type DialectRequest, type DialectResponse, signRequest } from '@nabij/dialects'

export interface CloudPorts {
  fetch: EgressGate['fetch']
  clock(): number
}

export interface Timed {
  response: DialectResponse
  ms: number
}

/** A request that has this came from a box: it goes no further, or two boxes would ask each other for ever. */
export const passedOn = 'x-nabij-passed-on'

/** As much as an answer with a mask in it may be. */
const mostBytes = 16 * 2 ** 20
/** What the service itself needs of a request; whatever else a program sends stays here. */
const kept = /^(content-type|accept|x-amz-target|x-amzn-sagemaker-.*)$/
/** What an old client may read of an answer. */
const shown = /^(content-type|x-amzn-.*|x-amz-.*|apim-request-id|retry-after)$/

/**
 * The cloud's own answer, errors of the service included, asked in the company's own name. It goes out by the one gate, and
 * stands in the ledger there.
 * @throws NabijError NABIJ_CLOUD_SILENT when there is none in time
 */
export async function askCloud(
  request: DialectRequest,
  { key: proof }: Dialect,
  { address, region, key, seconds }: CloudConfig,
  model: string,
  { fetch, clock }: CloudPorts,
): Promise<Timed> {
  const base = new URL(address)
  const outgoing = { ...request, path: base.pathname.replace(/\/$/, '') + request.path }
  const url = new URL(base.origin + outgoing.path)
  url.search = request.query.toString()
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => kept.test(name)))
  const own =
    proof.how === 'signature' && key && 'accessKey' in key
      ? await signRequest(outgoing, url.host, key, { service: proof.service, region: region ?? '' }, clock())
      : key && 'key' in key
        ? proof.how === 'header'
          ? { [proof.name]: key.key }
          : { authorization: `Bearer ${key.key}` }
        : {}
  const began = performance.now()
  const signal = AbortSignal.timeout(seconds * 1000)
  try {
    const answer = await fetch(`drop-in: ${model}`, url, {
      method: request.method,
      headers: { ...headers, ...own, [passedOn]: '1' },
      body: request.body,
      redirect: 'manual',
      signal,
    })
    const body = await bodyOf(answer, signal)
    const ms = performance.now() - began
    return { response: { status: answer.status, headers: headersOf(answer), body }, ms }
  } catch (error) {
    throw new NabijError('NABIJ_CLOUD_SILENT', { host: url.host, reason: reasonOf(error, seconds) }, error)
  }
}

async function bodyOf(answer: Response, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = answer.body?.getReader()
  // An answer that stops half-way would otherwise be waited for without end.
  const stop = (): void => void reader?.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.length
      if (size > mostBytes) throw new Error('more than 16 MiB')
      parts.push(part.value)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    if (signal.aborted || size > mostBytes) stop()
  }
  signal.throwIfAborted()
  return new Uint8Array(Buffer.concat(parts))
}

function headersOf(answer: Response): Record<string, string> {
  return Object.fromEntries([...answer.headers].filter(([name]) => shown.test(name)))
}

/** Never the message of an error as it is: it may hold an address with a key in it. */
function reasonOf(error: unknown, seconds: number): string {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return `${seconds} s`
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : 'no answer'
}
