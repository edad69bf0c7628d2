import type { OutputConfig } from '@nabij/base'
import { deliver, type Outward } from '../deliver.ts'

export type RelayConfig = Extract<OutputConfig, { kind: 'relay' }>

export interface RelayOptions {
  outward: Outward
  patienceMs?: number
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

/**
 * Asks for one address, without a body: that switches the relay. A name and password in the address become basic
 * authentication. @throws NabijError NABIJ_OUTPUT_…
 */
export async function switchRelay(
  options: RelayOptions,
  purpose: string,
  { address, method }: RelayConfig,
  signal: AbortSignal,
): Promise<void> {
  const { outward, patienceMs = 10_000, ca } = options
  // A length of nothing: some small web servers wait for a body after POST and PUT.
  const headers: Record<string, string> = {
    'user-agent': 'nabij',
    ...(method === 'GET' ? {} : { 'content-length': '0' }),
  }
  await deliver(outward, { purpose, address, method, headers, signal, patienceMs, ...(ca ? { ca } : {}) })
}
