import { NabijError } from '@nabij/base'
import type { Ctx, Hall, Middleware } from '../context.ts'
import { malformed } from '../errors/malformed.ts'

const names = ['localhost', '127.0.0.1', '[::1]']

/**
 * Nobody but our own page and programs that mean this box: the Host must be an address or name of this computer (DNS
 * rebinding), an Origin must be the same, and a browser may not fetch from another site except by following a link.
 */
export const onlyOurselves: Middleware = async (c, next) => {
  refuseBrokenAddress(c)
  const { host: target, protocol } = new URL(c.req.url)
  const host = (c.req.header('host') ?? target).toLowerCase()
  const own = ownHosts(c.get('hall'), protocol)
  if (!own.includes(host) || !own.includes(target)) {
    throw new NabijError('NABIJ_FOREIGN_HOST', { host: host.slice(0, 120) })
  }
  const origin = c.req.header('origin')
  if (origin !== undefined && origin.toLowerCase() !== `${protocol}//${host}`) throw foreign(origin)
  const site = c.req.header('sec-fetch-site')
  if ((site === 'cross-site' || site === 'same-site') && !followsLink(c)) throw foreign(site)
  await next()
}

/** The usual port of the scheme is the one that addresses leave out. */
function ownHosts({ port, network }: Hall, protocol: string): string[] {
  const all = [...names, ...network.names()]
  if (port === null) return all
  const usual = port === (protocol === 'https:' ? 443 : 80)
  return all.flatMap((name) => (usual ? [name, `${name}:${port}`] : [`${name}:${port}`]))
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
