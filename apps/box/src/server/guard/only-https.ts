import { NabijError } from '@nabij/base'
import { isSecure } from '../accounts/cookies.ts'
import { isThisComputer, peerOf } from '../accounts/peer.ts'
import type { Middleware } from '../context.ts'

/** Who comes over the network comes encrypted: a link is sent on to https, anything else is refused. */
export const onlyHttps: Middleware = async (c, next) => {
  if (isSecure(c) || isThisComputer(peerOf(c))) return next()
  const link = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html')
  if (!link) throw new NabijError('NABIJ_HTTPS_ONLY')
  // The Host was found to be our own: this sends nobody elsewhere.
  const address = new URL(c.req.url)
  address.protocol = 'https:'
  return c.redirect(address.href, 307)
}
