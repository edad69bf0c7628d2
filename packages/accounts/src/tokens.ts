import { NabijError, newId, type Token } from '@nabij/base'
import type { Accounts } from './accounts.ts'
import { auditLine, found } from './audit-line.ts'
import type { House } from './house.ts'
import { mostTokens } from './limits.ts'
import type { TokenRow } from './ports.ts'
import { mayDo } from './roles.ts'
import { newTokenSecret } from './secrets.ts'

const day = 86_400_000

type Tokens = Pick<Accounts, 'tokens' | 'addToken' | 'removeToken'>

/** Keys for programs of one's own. */
export function createTokens({ store, clock, random, digest, kept }: House): Tokens {
  return {
    async tokens(accountId) {
      const { tokens } = await kept()
      const shown = tokens.values().filter((row) => accountId === null || row.accountId === accountId)
      return [...shown].map(asToken).sort((a, b) => b.createdAt - a.createdAt)
    },

    async addToken({ who }, { name, role, days }, by) {
      const { tokens, accounts } = await kept()
      const account = found(accounts.get(who.id ?? ''), 'account')
      if (!mayDo(account.role, role)) throw new NabijError('NABIJ_NOT_ALLOWED', { need: role, role: account.role })
      const now = clock()
      const over = [...tokens.values()].filter(({ expiresAt }) => expiresAt <= now).map(({ id }) => id)
      for (const id of over) tokens.delete(id)
      if (over.length > 0) await store.removeTokens(over, null)
      const own = tokens.values().filter(({ accountId }) => accountId === account.id)
      if (own.toArray().length >= mostTokens) throw new NabijError('NABIJ_TOO_BUSY')
      const secret = newTokenSecret(random)
      const row: TokenRow = {
        id: newId(),
        accountId: account.id,
        name,
        role,
        digest: digest(secret),
        createdAt: now,
        expiresAt: now + days * day,
        seenAt: null,
      }
      await store.insertToken(row, auditLine(now, by, 'key.add', row.id, null, asToken(row)))
      tokens.set(row.id, row)
      return { token: asToken(row), secret }
    },

    async removeToken(id, of, by) {
      const { tokens } = await kept()
      const row = found(tokens.get(id), id)
      if (of !== null && row.accountId !== of) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      tokens.delete(id)
      await store.removeTokens([id], auditLine(clock(), by, 'key.remove', id, asToken(row), null))
    },
  }
}

function asToken({ id, accountId, name, role, createdAt, expiresAt, seenAt }: TokenRow): Token {
  return { id, accountId, name, role, createdAt, expiresAt, seenAt }
}
