import { NabijError } from '@nabij/base'
import type { Workspace } from '../workspace/workspace.ts'
import type { Ctx, Middleware, Once, RunningRequests } from './context.ts'

/**
 * Idempotency-Key: the same key with the same request gets the stored answer, of two at once only one runs.
 * Only successes are stored: after a failure nothing was made, and trying again is right.
 * Stands after the middleware that reads the body.
 */
export const once: Middleware = async (c, next) => {
  const key = keyOf(c)
  if (key === null) return next()
  const fingerprint = await fingerprintOf(c)
  const { log, once: workspaces } = c.get('hall')
  const { replies } = c.get('workspace')
  const running = runningIn(workspaces, c.get('workspace'))
  for (let other = running.get(key); other; other = running.get(key)) {
    if (other.fingerprint !== fingerprint) throw new NabijError('NABIJ_KEY_REUSED', { key })
    await other.ended
  }
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  running.set(key, { fingerprint, ended })
  try {
    const stored = await replies.find(key, fingerprint)
    if (stored) return replay(c, stored)
    await next()
    if (c.res.ok) {
      const reply = { status: c.res.status, body: await c.res.clone().text() }
      // What was made is made: a reply that cannot be kept must not turn it into a failure.
      await replies.store(key, fingerprint, reply).catch((error: unknown) => {
        log('warn', 'reply to an idempotency key could not be kept', { key, error: String(error) })
      })
    }
  } finally {
    running.delete(key)
    end()
  }
}

function replay(c: Ctx, stored: { status: number; body: string }): Response {
  return c.body(stored.body, stored.status as 201, { 'content-type': 'application/json', 'idempotent-replay': 'true' })
}

/** The key of a request, or null. @throws NabijError NABIJ_INVALID_INPUT for one that is empty or too long. */
export function keyOf(c: Ctx): string | null {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  if (/^[\u0021-\u007e]{1,255}$/.test(key)) return key
  const nl = c.get('language') === 'nl'
  const rule = nl ? '1 tot 255 zichtbare ASCII-tekens, zonder spaties' : '1 to 255 visible ASCII characters, no spaces'
  throw new NabijError('NABIJ_INVALID_INPUT', { where: 'Idempotency-Key', rule })
}

/** Method, address and body; hashed beside the server's thread, for a body may be a large picture. */
async function fingerprintOf(c: Ctx): Promise<string> {
  const { pathname, search } = new URL(c.req.url)
  const body = c.get('body') ?? new Uint8Array(0)
  const digest = await crypto.subtle.digest('SHA-256', body)
  return `${c.req.method} ${pathname}${search} ${Buffer.from(digest).toString('hex')}`
}

function runningIn(workspaces: Once, workspace: Workspace): RunningRequests {
  const known = workspaces.get(workspace) ?? new Map()
  workspaces.set(workspace, known)
  return known
}
