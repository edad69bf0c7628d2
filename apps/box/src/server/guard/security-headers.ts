import type { Middleware } from '../context.ts'

/** Mantine sets styles from script, and pictures are shown from memory (blob:) and as small previews (data:). */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

/** The same on every answer, whatever it is. */
export const securityHeaders: Middleware = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('request-id', c.get('requestId'))
}
