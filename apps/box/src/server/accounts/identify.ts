import { type Known, sameText } from '@nabij/accounts'
import { NabijError } from '@nabij/base'
import type { Ctx, Middleware, Who } from '../context.ts'
import { readCookie } from './cookies.ts'
import { isThisComputer, peerOf } from './peer.ts'

const local: Who = { kind: 'local', id: null, name: null, role: 'owner' }
const nobody: Who = { kind: 'nobody', id: null, name: null, role: null }

/** Finds out who asks: `who`, and `known` where an account, a device or a key says so. */
export const identify: Middleware = async (c, next) => {
  // The page's own files are for everybody, and nobody has to be looked up for them.
  if (!/^(\/sample)?\/(api|metrics)(\/|$)/.test(c.req.path)) return next()
  await findOut(c)
  await next()
}

async function findOut(c: Ctx): Promise<void> {
  const { accounts } = c.get('hall').workspaces.own()
  const key = bearerOf(c)
  if (key !== null) {
    if (isKeyOfBox(c, key)) return
    const known = await accounts.identify({ kind: 'token', secret: key, use: useOf(c) })
    if (!known) throw new NabijError('NABIJ_SIGN_IN')
    return take(c, known, false)
  }
  const known = await byCookie(c)
  const open = !(await accounts.exist())
  // Without accounts whoever sits at this computer may do everything; a network never is "without accounts".
  if (open && isThisComputer(peerOf(c))) c.set('known', known)
  else if (known) take(c, known, true)
  else c.set('who', nobody)
}

function take(c: Ctx, known: Known, cookie: boolean): void {
  c.set('who', known.who)
  c.set('known', known)
  c.set('cookie', cookie)
}

/** What a page fetches it may fetch by itself; what changes something somebody did. */
function useOf(c: Ctx): 'act' | 'look' {
  return c.req.method === 'GET' || c.req.method === 'HEAD' ? 'look' : 'act'
}

/** An account that logged in comes before the device that it did so on. */
async function byCookie(c: Ctx): Promise<Known | null> {
  const { accounts } = c.get('hall').workspaces.own()
  for (const kind of ['session', 'device'] as const) {
    const secret = readCookie(c, kind)
    const known = secret && (await accounts.identify({ kind: 'cookie', secret, use: useOf(c) }))
    if (known) return known
  }
  return null
}

function bearerOf(c: Ctx): string | null {
  return /^bearer\s+(\S+)\s*$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}

/** The command on this computer reads it from a file that only its user can read: it is the owner of all data anyway. */
function isKeyOfBox(c: Ctx, given: string): boolean {
  const { localKey } = c.get('hall')
  if (localKey === null || !isThisComputer(peerOf(c)) || !sameText(given, localKey)) return false
  c.set('who', local)
  return true
}
