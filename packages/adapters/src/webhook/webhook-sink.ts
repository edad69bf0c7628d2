import type { OutputConfig } from '@nabij/base'
import type { Clock, OutputMessage } from '@nabij/stations'
import { deliver, type Outward } from '../deliver.ts'
import { signatureHeaders } from './sign.ts'

export type WebhookConfig = Extract<OutputConfig, { kind: 'webhook' }>

export interface WebhookOptions {
  outward: Outward
  clock: Clock
  patienceMs?: number
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

/**
 * Sends one message as a Standard Webhook: POST, JSON, signed, the same id at each try. 2xx is taken; redirects are
 * refused; no byte of the answer's body is read.
 * @throws NabijError NABIJ_OUTPUT_…
 */
export async function sendWebhook(
  options: WebhookOptions,
  purpose: string,
  { address, secret }: WebhookConfig,
  { id, body }: Pick<OutputMessage, 'id' | 'body'>,
  signal: AbortSignal,
): Promise<void> {
  const { outward, clock, patienceMs = 10_000, ca } = options
  // The time of this try: receivers refuse what is older than five minutes.
  const signature = secret === undefined ? {} : signatureHeaders(secret, id, clock(), body)
  const headers = { 'content-type': 'application/json', 'user-agent': 'nabij', ...signature }
  await deliver(outward, { purpose, address, method: 'POST', headers, body, signal, patienceMs, ...(ca ? { ca } : {}) })
}
