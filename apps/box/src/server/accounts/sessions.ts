import { createRoute, z } from '@hono/zod-openapi'
import { Account, Me, NabijError } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import type { Ctx } from '../context.ts'
import type { Router } from '../routes/router.ts'
import { answer, fails, sent } from '../routes/shapes.ts'
import { byOf } from './audited.ts'
import { giveCookie, readCookie, takeCookie } from './cookies.ts'
import { peerOf, placeOf } from './peer.ts'
import * as shapes from './shapes.ts'

const tags = ['People']
const nothing = (description: string) => ({ 204: { description } })

const me = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: 'See who asks',
  description:
    'Who is logged in, whether anybody has to, and the code that every change by cookie carries in `X-Nabij-Csrf`.',
  responses: { 200: answer(Me, 'Who asks', shapes.me) },
})

const login = createRoute({
  method: 'post',
  path: '/login',
  tags,
  summary: 'Log in with a password',
  description: 'Sets a cookie. After a few wrong tries there is a pause that grows.',
  middleware: [jsonBody] as const,
  request: sent(shapes.Login, { name: 'Ans', password: 'vier blauwe fietsen' }),
  responses: { 200: answer(Me, 'Who is logged in now', shapes.me) },
  ...fails('NABIJ_SIGN_IN_WRONG', 'NABIJ_TOO_MANY_TRIES', 'NABIJ_TOO_BUSY'),
})

const logout = createRoute({
  method: 'post',
  path: '/logout',
  tags,
  summary: 'Log out of this browser',
  description: 'Ends this session, or with `everywhere=true` all sessions of this account.',
  request: { query: z.object({ everywhere: z.enum(['true', 'false']).optional() }) },
  responses: nothing('Logged out'),
})

const password = createRoute({
  method: 'post',
  path: '/me/password',
  tags,
  summary: 'Change your password',
  description: 'Takes the present one too. All other sessions of the account end.',
  middleware: [jsonBody] as const,
  request: sent(shapes.NewPassword, { current: 'vier blauwe fietsen', password: 'zeven groene stoelen' }),
  responses: nothing('Changed'),
  ...fails('NABIJ_SIGN_IN_WRONG', 'NABIJ_PASSWORD_SHORT', 'NABIJ_PASSWORD_COMMON', 'NABIJ_TOO_MANY_TRIES'),
})

const owner = createRoute({
  method: 'post',
  path: '/owner',
  tags,
  summary: 'Make the first owner',
  description:
    'Only from this computer, and only while there are no accounts; from then on everybody logs in. The command `nabij owner` also gives an owner a new password.',
  middleware: [jsonBody] as const,
  request: sent(shapes.Owner, { name: 'Ans', password: 'vier blauwe fietsen' }),
  responses: { 201: answer(Account, 'The owner', { ...shapes.account, role: 'owner' }) },
  ...fails('NABIJ_OWNER_EXISTS', 'NABIJ_PASSWORD_SHORT', 'NABIJ_PASSWORD_COMMON'),
})

/** Coming in and going out. */
export function addSessions(router: Router): void {
  router.openapi(me, async (c) => c.json(await meOf(c), 200, { 'cache-control': 'no-store' }))

  router.openapi(login, async (c) => {
    const { name, password } = c.req.valid('json')
    await comeIn(c, name, password)
    return c.json(await meOf(c), 200, { 'cache-control': 'no-store' })
  })

  router.openapi(logout, async (c) => {
    const { accounts } = c.get('hall').workspaces.own()
    const known = c.get('known')
    if (known?.who.kind === 'account' && known.who.id !== null && known.device === null) {
      if (c.req.valid('query').everywhere === 'true') await accounts.logOutEverywhere(known.who.id, byOf(c))
      else await accounts.logOut(known, byOf(c))
    }
    takeCookie(c, 'session')
    // What the browser still holds of pictures and answers goes, too.
    c.header('clear-site-data', '"cache"')
    return c.body(null, 204)
  })

  router.openapi(password, async (c) => {
    const known = c.get('known')
    if (known?.who.kind !== 'account') throw new NabijError('NABIJ_SIGN_IN')
    const { current, password: fresh } = c.req.valid('json')
    await c.get('hall').workspaces.own().accounts.changePassword(known, current, fresh, byOf(c))
    return c.body(null, 204)
  })

  router.openapi(owner, async (c) => {
    const { accounts } = c.get('hall').workspaces.own()
    const { name, password: given } = c.req.valid('json')
    const isFirst = !(await accounts.exist())
    const fromBox = c.get('who').kind === 'local'
    const make = isFirst || !fromBox ? accounts.makeFirstOwner : accounts.resetOwner
    const made = await make(name, given, byOf(c))
    // A browser goes on as the owner that it made; the command has no use for a cookie.
    if (isFirst && c.req.header('authorization') === undefined) await comeIn(c, name, given)
    return c.json(made, 201)
  })
}

/** A new session each time, in the place of the one that the browser brought along. */
async function comeIn(c: Ctx, name: string, password: string): Promise<void> {
  const { accounts } = c.get('hall').workspaces.own()
  const secret = await accounts.logIn(name, password, placeOf(peerOf(c)))
  const old = readCookie(c, 'session')
  const before = old && (await accounts.identify({ kind: 'cookie', secret: old }))
  if (before && before.sessionId !== null) await accounts.logOut(before, byOf(c))
  giveCookie(c, 'session', secret)
  const known = await accounts.identify({ kind: 'cookie', secret })
  if (!known) throw new NabijError('NABIJ_SIGN_IN')
  c.set('known', known)
  c.set('who', known.who)
}

async function meOf(c: Ctx): Promise<Me> {
  const { workspaces, network } = c.get('hall')
  const who = c.get('who')
  const known = c.get('known')
  return {
    who: who.role === null ? null : who,
    accounts: await workspaces.own().accounts.exist(),
    csrf: known && who.kind !== 'local' && who.kind !== 'token' ? known.csrf : null,
    device: known?.device ?? null,
    reachable: network.beyond,
  }
}
