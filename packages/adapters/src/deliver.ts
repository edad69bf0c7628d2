import { NabijError } from '@nabij/base'

/** What a sink over HTTP needs of the way out. */
export interface Outward {
  fetch(
    purpose: string,
    url: URL,
    init: {
      method: string
      headers: Record<string, string>
      body?: string
      signal: AbortSignal
      redirect: 'manual'
      ca?: string
    },
  ): Promise<Response>
}

export interface Delivery {
  purpose: string
  address: string
  method: string
  headers: Record<string, string>
  body?: string
  /** The caller gives up. */
  signal: AbortSignal
  patienceMs: number
  ca?: string
}

/**
 * One request that counts as taken when the answer begins with 2xx in time; of the answer's body nothing is read.
 * @throws NabijError NABIJ_OUTPUT_…; the signal's reason when the caller gives up.
 */
export async function deliver(outward: Outward, delivery: Delivery): Promise<void> {
  const { purpose, method, headers, body, patienceMs, ca } = delivery
  const url = addressOf(delivery.address)
  const { host } = url
  const late = AbortSignal.timeout(patienceMs)
  const signal = AbortSignal.any([delivery.signal, late])
  delivery.signal.throwIfAborted()
  let answer: Response
  try {
    const init = { method, headers, signal, redirect: 'manual' as const }
    answer = await outward.fetch(purpose, url, {
      ...init,
      ...(body === undefined ? {} : { body }),
      ...(ca ? { ca } : {}),
    })
  } catch (thrown) {
    delivery.signal.throwIfAborted()
    if (late.aborted) throw new NabijError('NABIJ_OUTPUT_TIMEOUT', { host, seconds: patienceMs / 1000 }, thrown)
    throw outputError(host, thrown)
  }
  await answer.body?.cancel().catch(() => undefined)
  const { status } = answer
  if (status >= 200 && status < 300) return
  if (status === 410) throw new NabijError('NABIJ_OUTPUT_GONE', { host })
  if (status === 401 || status === 403) throw new NabijError('NABIJ_OUTPUT_PASSWORD', { host })
  throw new NabijError('NABIJ_OUTPUT_REFUSED', { host, detail: `HTTP ${status}` })
}

function addressOf(address: string): URL {
  const url = URL.parse(address)
  if (url && ['http:', 'https:'].includes(url.protocol) && url.hostname) return url
  throw new NabijError('NABIJ_OUTPUT_ADDRESS', { host: url?.host ?? '?', rule: 'http(s)' })
}

/** Faults of the other side's certificate, as Node names them. */
const certificateFault = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/

/** What went wrong on the way, without a word of the address but its host. */
export function outputError(host: string, thrown: unknown): NabijError {
  if (thrown instanceof NabijError) return thrown
  const { code = 'no answer' } = thrown as { code?: unknown }
  const detail = String(code)
  return certificateFault.test(detail)
    ? new NabijError('NABIJ_OUTPUT_TLS', { host, detail }, thrown)
    : new NabijError('NABIJ_OUTPUT_UNREACHABLE', { host, detail }, thrown)
}
