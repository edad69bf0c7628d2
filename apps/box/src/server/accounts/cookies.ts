import { lives } from '@nabij/accounts'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from '../context.ts'

type Kind = 'session' | 'device'

/** A paired device stays one until it is revoked; browsers keep a cookie this long at most. */
const deviceSeconds = 400 * 86_400

/**
 * Cookies are shared by all ports of a computer, so the port is in the name. Under HTTPS the prefix makes browsers
 * refuse one that another host or an unencrypted page set.
 */
function nameOf(c: Ctx, kind: Kind): string {
  const name = `nabij-${kind}-${c.get('hall').port ?? 0}`
  return isSecure(c) ? `__Host-${name}` : name
}

export function isSecure(c: Ctx): boolean {
  return new URL(c.req.url).protocol === 'https:'
}

export function readCookie(c: Ctx, kind: Kind): string | null {
  const value = getCookie(c, nameOf(c, kind))
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

export function giveCookie(c: Ctx, kind: Kind, secret: string): void {
  setCookie(c, nameOf(c, kind), secret, {
    path: '/',
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Strict',
    maxAge: kind === 'session' ? lives.session / 1000 : deviceSeconds,
  })
}

export function takeCookie(c: Ctx, kind: Kind): void {
  deleteCookie(c, nameOf(c, kind), { path: '/', secure: isSecure(c), httpOnly: true, sameSite: 'Strict' })
}
