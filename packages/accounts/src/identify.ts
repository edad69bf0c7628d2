import type { Device } from '@nabij/base'
import type { Credential, Known } from './accounts.ts'
import type { House } from './house.ts'
import { byDigest, type Kept } from './kept.ts'
import { lives } from './limits.ts'
import type { AccountRow, DeviceRow } from './ports.ts'
import { lesser } from './roles.ts'

/** Who stands behind a cookie or a key; null when it opens nothing (any more). */
export async function identify(house: House, { kind, secret, use = 'look' }: Credential): Promise<Known | null> {
  const digest = house.digest(secret)
  const kept = await house.kept()
  const csrf = csrfOf(house, secret)
  const presented = { digest, csrf, use }
  if (kind === 'token') return byToken(house, kept, presented)
  return (await bySession(house, kept, presented)) ?? byDevice(house, kept, presented)
}

interface Presented {
  digest: string
  csrf: string
  use: NonNullable<Credential['use']>
}

/** Made from the session's own secret: who cannot read that cannot make this. */
function csrfOf({ digest }: House, secret: string): string {
  return digest(`csrf of ${secret}`).slice(0, 32)
}

async function bySession(house: House, kept: Kept, { digest, csrf, use }: Presented): Promise<Known | null> {
  const session = byDigest(kept.sessions, digest)
  const account = session && kept.accounts.get(session.accountId)
  if (!session || !account) return null
  const now = house.clock()
  if (isOver(session, now)) {
    kept.sessions.delete(session.id)
    await house.store.removeSessions([session.id], null)
    return null
  }
  if (use !== 'watch' && now - session.seenAt > lives.seen) {
    session.seenAt = now
    account.seenAt = now
    await house.store.sawSession(session.id, now)
  }
  return { who: asActor(account), csrf, sessionId: session.id, device: null }
}

export function isOver({ createdAt, seenAt }: { createdAt: number; seenAt: number }, now: number): boolean {
  return now - createdAt > lives.session || now - seenAt > lives.sessionIdle
}

async function byDevice(house: House, kept: Kept, { digest, csrf, use }: Presented): Promise<Known | null> {
  const row = byDigest(kept.devices, digest)
  if (!row) return null
  const now = house.clock()
  const known = { csrf, sessionId: null, device: asDevice(row) }
  const operator = row.operatorId === null ? undefined : kept.accounts.get(row.operatorId)
  const stands = operator?.pin && now - (row.operatorSeenAt ?? 0) <= lives.operatorIdle
  // A page that is open asks by itself: only what a person does keeps an operator at the screen.
  const acts = use === 'act' && stands && now - (row.operatorSeenAt ?? 0) > lives.seen
  if (acts || (use !== 'watch' && now - (row.seenAt ?? 0) > lives.seen)) {
    row.seenAt = now
    if (acts) row.operatorSeenAt = now
    await house.store.updateDevice(row.id, { seenAt: now, operatorSeenAt: row.operatorSeenAt }, null)
  }
  // At a screen that others use too, nobody does more than an operator may.
  if (operator && stands) return { ...known, who: { ...asActor(operator), role: lesser(operator.role, 'operator') } }
  const role = row.kind === 'phone' ? 'operator' : 'viewer'
  return { ...known, who: { kind: 'device', id: row.id, name: row.name, role } }
}

async function byToken(house: House, kept: Kept, { digest, csrf, use }: Presented): Promise<Known | null> {
  const token = byDigest(kept.tokens, digest)
  const account = token && kept.accounts.get(token.accountId)
  const now = house.clock()
  if (!token || !account || token.expiresAt <= now) return null
  if (use !== 'watch' && now - (token.seenAt ?? 0) > lives.seen) {
    token.seenAt = now
    await house.store.sawToken(token.id, now)
  }
  const name = `${account.name} (${token.name})`
  // Who may do less than when the key was made, may do less with it.
  return {
    who: { kind: 'token', id: token.id, name, role: lesser(token.role, account.role) },
    csrf,
    sessionId: null,
    device: null,
  }
}

function asActor({ id, name, role }: AccountRow): Known['who'] {
  return { kind: 'account', id, name, role }
}

export function asDevice({ id, kind, name, stationId, createdAt, seenAt }: DeviceRow): Device {
  return { id, kind, name, stationId, createdAt, seenAt }
}
