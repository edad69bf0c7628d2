import { NabijError } from '@nabij/base'
import type { Ctx, Middleware } from '../context.ts'
import { malformed } from '../errors/malformed.ts'

const names = ['localhost', '127.0.0.1', '[::1]']

/**
 * Nobody but programs on this computer and our own page: the Host must be our own address (DNS rebinding),
 * an Origin must be the same, and a browser may not fetch from another site except by following a link.
 */
export const onlyOurselves: Middleware = async (c, next) => {
  refuseBrokenAddress(c)
  const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
  const own = ownHosts(c.get('hall').port)
  if (!own.includes(host) || !own.includes(new URL(c.req.url).host)) {
    throw new NabijError('NABIJ_FOREIGN_HOST', { host: host.slice(0, 120) })
  }
  const origin = c.req.header('origin')
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) throw foreign(origin)
  const site = c.req.header('sec-fetch-site')
  if ((site === 'cross-site' || site === 'same-site') && !followsLink(c)) throw foreign(site)
  await next()
}

/** Port 80 is the one that addresses leave out. */
function ownHosts(port: number | null): string[] {
  if (port === null) return names
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))
}

function followsLink(c: Ctx): boolean {
  const get = c.req.method === 'GET' || c.req.method === 'HEAD'
  return get && c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document'
}

function foreign(origin: string): NabijError {
  return new NabijError('NABIJ_FOREIGN_ORIGIN', { origin: origin.slice(0, 120) })
}

function refuseBrokenAddress(c: Ctx): void {
  const { pathname, search } = new URL(c.req.url)
  const address = pathname + search
  try {
    if (!decodeURIComponent(address).includes('\0')) return
  } catch {
    // Falls through: percent signs that encode nothing.
  }
  throw malformed('address', c.get('language'))
}
