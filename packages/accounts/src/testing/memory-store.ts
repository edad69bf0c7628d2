import type { AuditEntry } from '@nabij/base'
import type { AccountRow, AccountStore, AuditRow, DeviceRow, SessionRow, TokenRow } from '../ports.ts'

/** The store of accounts in memory; `lines` is its audit log. */
export function memoryStore(): AccountStore & { lines: AuditEntry[] } {
  const accounts = new Map<string, AccountRow>()
  const sessions = new Map<string, SessionRow>()
  const devices = new Map<string, DeviceRow>()
  const tokens = new Map<string, TokenRow>()
  const lines: AuditEntry[] = []
  const append = (row: AuditRow | null): void => {
    if (row) lines.push({ seq: lines.length + 1, ...row })
  }
  const change = <T>(rows: Map<string, T>, id: string, changed: Partial<T>): void => {
    const row = rows.get(id)
    if (row) rows.set(id, { ...row, ...changed })
  }
  const copies = <T>(rows: Map<string, T>): T[] => [...rows.values()].map((row) => ({ ...row }))
  return {
    lines,
    accounts: async () => copies(accounts),
    async insertAccount(row, audit) {
      accounts.set(row.id, { ...row })
      append(audit)
    },
    async updateAccount(id, changed, audit) {
      change(accounts, id, changed)
      append(audit)
    },
    async removeAccount(id, audit) {
      accounts.delete(id)
      for (const row of sessions.values()) if (row.accountId === id) sessions.delete(row.id)
      for (const row of tokens.values()) if (row.accountId === id) tokens.delete(row.id)
      append(audit)
    },
    sessions: async () => copies(sessions),
    async insertSession(row, audit) {
      sessions.set(row.id, { ...row })
      append(audit)
    },
    sawSession: async (id, at) => change(sessions, id, { seenAt: at }),
    async removeSessions(ids, audit) {
      for (const id of ids) sessions.delete(id)
      append(audit)
    },
    devices: async () => copies(devices),
    async insertDevice(row, audit) {
      devices.set(row.id, { ...row })
      append(audit)
    },
    async updateDevice(id, changed, audit) {
      change(devices, id, changed)
      append(audit)
    },
    async removeDevice(id, audit) {
      devices.delete(id)
      append(audit)
    },
    tokens: async () => copies(tokens),
    async insertToken(row, audit) {
      tokens.set(row.id, { ...row })
      append(audit)
    },
    sawToken: async (id, at) => change(tokens, id, { seenAt: at }),
    async removeTokens(ids, audit) {
      for (const id of ids) tokens.delete(id)
      append(audit)
    },
    appendAudit: async (row) => append(row),
    audit: async ({ before = Number.POSITIVE_INFINITY, limit }) =>
      lines
        .filter(({ seq }) => seq < before)
        .toReversed()
        .slice(0, limit),
  }
}
