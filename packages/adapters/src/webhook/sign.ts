import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A fresh secret, as Standard Webhooks writes it: 32 random bytes. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/**
 * The three headers of Standard Webhooks (version 1, HMAC-SHA256 over "id.timestamp.body").
 * @param secret `whsec_` and base64; any other text is a key by its own letters.
 * @param at epoch milliseconds
 */
export function signatureHeaders(secret: string, id: string, at: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

function keyOf(secret: string): Buffer {
  const coded = secret.startsWith(prefix) ? secret.slice(prefix.length) : null
  const key = coded === null ? null : Buffer.from(coded, 'base64')
  return key && key.length > 0 ? key : Buffer.from(secret, 'utf8')
}
