import { NabijError, newId } from '@nabij/base'
import type { Accounts, By } from './accounts.ts'
import { auditLine, found } from './audit-line.ts'
import type { House } from './house.ts'
import { isOver } from './identify.ts'
import { mostSessions } from './limits.ts'
import { keyOfName } from './names.ts'
import { checkPassword } from './password-rules.ts'
import type { AccountRow } from './ports.ts'
import { newSecret } from './secrets.ts'

type Sessions = Pick<Accounts, 'logIn' | 'logOut' | 'logOutEverywhere' | 'changePassword'>

export function createSessions(house: House): Sessions & { open(account: AccountRow, by: By): Promise<string> } {
  const { store, clock, random, digest, password } = house

  /** Always a fresh secret: what a browser brought along before it logged in is worth nothing. */
  async function open(account: AccountRow, by: By): Promise<string> {
    const { sessions } = await house.kept()
    const now = clock()
    const own = sessions.values().filter((one) => one.accountId === account.id)
    const others = [...own].sort((a, b) => b.seenAt - a.seenAt)
    const ended = others.filter((one, at) => at >= mostSessions - 1 || isOver(one, now)).map(({ id }) => id)
    await drop(ended)
    const secret = newSecret(random)
    const row = { id: newId(), accountId: account.id, digest: digest(secret), createdAt: now, seenAt: now }
    await store.insertSession(row, auditLine(now, by, 'session.start', account.id, null, null))
    sessions.set(row.id, row)
    return secret
  }

  async function drop(ids: string[], by?: By, on?: string): Promise<void> {
    const { sessions } = await house.kept()
    for (const id of ids) sessions.delete(id)
    if (ids.length === 0 && !by) return
    await store.removeSessions(ids, by ? auditLine(clock(), by, 'session.end', on ?? null, null, null) : null)
  }

  async function sessionsOf(accountId: string): Promise<string[]> {
    const { sessions } = await house.kept()
    const own = sessions.values().filter((one) => one.accountId === accountId)
    return own.map(({ id }) => id).toArray()
  }

  return {
    open,

    async logIn(name, given, from) {
      const key = keyOfName(name)
      house.tries.address.take(from)
      house.tries.account.take(key)
      const { accounts } = await house.kept()
      const account = accounts.values().find((row) => row.key === key)
      // The same work for a name that nobody has, and for one that has no password.
      const fits = await password.fits(given.normalize('NFKC'), account?.password ?? (await house.decoy()))
      const by: By = { who: { kind: 'nobody', id: null, name: null, role: null }, from }
      if (!account?.password || !fits) {
        await store.appendAudit(auditLine(clock(), by, 'session.refused', account?.id ?? null, null, { name }))
        throw new NabijError('NABIJ_SIGN_IN_WRONG')
      }
      house.tries.address.forgive(from)
      house.tries.account.forgive(key)
      const { id, role } = account
      return open(account, { who: { kind: 'account', id, name: account.name, role }, from })
    },

    async logOut({ sessionId, who }, by) {
      if (sessionId !== null) await drop([sessionId], by, who.id ?? undefined)
    },

    async logOutEverywhere(accountId, by) {
      await drop(await sessionsOf(accountId), by, accountId)
    },

    async changePassword({ who, sessionId }, current, fresh, by) {
      const { accounts } = await house.kept()
      const account = found(accounts.get(who.id ?? ''), 'account')
      house.tries.account.take(account.key)
      const fits = await password.fits(current.normalize('NFKC'), account.password ?? (await house.decoy()))
      if (!account.password || !fits) throw new NabijError('NABIJ_SIGN_IN_WRONG')
      house.tries.account.forgive(account.key)
      checkPassword(fresh, account.name)
      const hash = await password.make(fresh.normalize('NFKC'))
      await store.updateAccount(
        account.id,
        { password: hash },
        auditLine(clock(), by, 'account.password', account.id, null, null),
      )
      account.password = hash
      await drop((await sessionsOf(account.id)).filter((id) => id !== sessionId))
    },
  }
}
