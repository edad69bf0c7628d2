import { NabijError } from '@nabij/base'
import type { Hono } from 'hono'
import type { Env, Middleware } from '../context.ts'

/** Last before the page: an address that exists, asked with a method that it does not have. */
export function wrongMethod(app: Hono<Env>): Middleware {
  const known = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }))
  return async (c, next) => {
    const methods = new Set(known.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method))
    if (methods.has('GET')) methods.add('HEAD')
    if (methods.size === 0 || methods.has(c.req.method)) return next()
    throw new NabijError('NABIJ_METHOD_NOT_ALLOWED', { method: c.req.method, allowed: [...methods].join(', ') })
  }
}
