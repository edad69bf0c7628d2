import { mayDo, sameText } from '@nabij/accounts'
import { NabijError } from '@nabij/base'
import { matchedRoutes } from 'hono/route'
import type { Ctx, Middleware } from '../context.ts'
import { type Rule, ruleOf } from './policy.ts'

/** The route that will answer, as the router itself found it: there is no second opinion that a path could fool. */
export function routeOf(c: Ctx): { method: string; path: string } | null {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL') ?? null
}

/** Lets a request through only when the policy says so; it stands before all routes. */
export const authorize: Middleware = async (c, next) => {
  const route = routeOf(c)
  if (route) await check(c, ruleOf(route.method, route.path))
  // What is no route is a file of the page, or an address that does not exist: the latter is told only to who is in.
  else if (/^(\/sample)?\/api(\/|$)/.test(c.req.path)) refuseNobody(c)
  await next()
}

async function check(c: Ctx, rule: Rule): Promise<void> {
  if (rule.need !== 'anyone') {
    const { who, role } = refuseNobody(c)
    if (!mayDo(role, rule.need)) throw notAllowed(c, rule.need)
    const device = c.get('known')?.device
    if (rule.person && (who.kind === 'device' || who.kind === 'token' || (who.kind === 'account' && device)))
      throw notAllowed(c, rule.need)
    if (who.kind === 'device' && device?.kind === 'phone' && !isForPhone(c, rule, device.stationId))
      throw notAllowed(c, rule.need)
  }
  refuseForged(c, rule)
}

function isForPhone(c: Ctx, rule: Rule, stationId: string | null): boolean {
  if (!rule.phone || c.req.path.startsWith('/sample/')) return false
  if (stationId === null) return true
  return new RegExp(`^/api/v1/stations/${stationId}(/|$)`).test(c.req.path)
}

function refuseNobody(c: Ctx) {
  const who = c.get('who')
  if (who.role === null) throw new NabijError('NABIJ_SIGN_IN')
  return { who, role: who.role }
}

function notAllowed(c: Ctx, need: string): NabijError {
  return new NabijError('NABIJ_NOT_ALLOWED', { need, role: c.get('who').role ?? '–' })
}

/** A cookie goes along by itself; the code in the header only with our own page, which read it at /api/v1/me. */
function refuseForged(c: Ctx, { audit }: Rule): void {
  const known = c.get('known')
  if (audit === undefined || !c.get('cookie') || !known) return
  if (!sameText(c.req.header('x-nabij-csrf') ?? '', known.csrf)) throw new NabijError('NABIJ_CSRF')
}
