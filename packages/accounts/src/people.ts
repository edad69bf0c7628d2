import { type Account, NabijError, newId } from '@nabij/base'
import type { AccountChange, Accounts, By, NewAccount } from './accounts.ts'
import { auditLine, found } from './audit-line.ts'
import type { House } from './house.ts'
import { mostAccounts } from './limits.ts'
import { keyOfName } from './names.ts'
import { checkPassword, checkPin } from './password-rules.ts'
import type { AccountRow } from './ports.ts'

type People = Pick<Accounts, 'makeFirstOwner' | 'resetOwner' | 'list' | 'add' | 'change' | 'remove' | 'operators'>

export function createPeople(house: House, sessions: Pick<Accounts, 'logOutEverywhere'>): People {
  const { store, clock, password } = house

  async function insert({ name, role, password: given, pin }: NewAccount, by: By): Promise<Account> {
    const { accounts } = await house.kept()
    if (accounts.size >= mostAccounts) throw new NabijError('NABIJ_TOO_BUSY')
    await refuseTaken(name, null)
    const row: AccountRow = {
      id: newId(),
      name: name.trim(),
      key: keyOfName(name),
      role,
      password: await hashOf(given, name),
      pin: await pinHash(pin),
      createdAt: clock(),
      seenAt: null,
    }
    await store.insertAccount(row, auditLine(clock(), by, 'account.add', row.id, null, asAccount(row)))
    accounts.set(row.id, row)
    return asAccount(row)
  }

  async function alter(id: string, change: AccountChange, by: By): Promise<Account> {
    const { accounts } = await house.kept()
    const row = found(accounts.get(id), id)
    if (change.name !== undefined) await refuseTaken(change.name, id)
    if (change.role !== undefined && change.role !== 'owner') await refuseLastOwner(row)
    const fresh: Partial<AccountRow> = {
      ...(change.name === undefined ? {} : { name: change.name.trim(), key: keyOfName(change.name) }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.password === undefined ? {} : { password: await hashOf(change.password, change.name ?? row.name) }),
      ...(change.pin === undefined ? {} : { pin: await pinHash(change.pin ?? undefined) }),
    }
    const before = asAccount(row)
    const after = { ...asAccount({ ...row, ...fresh }), ...(change.password === undefined ? {} : { password: 'new' }) }
    await store.updateAccount(id, fresh, auditLine(clock(), by, 'account.change', id, before, after))
    Object.assign(row, fresh)
    // Whoever was inside with the old password or the old role comes in again by the front door.
    if (change.password !== undefined || change.role !== undefined) await sessions.logOutEverywhere(id, by)
    return asAccount(row)
  }

  async function refuseTaken(name: string, own: string | null): Promise<void> {
    const { accounts } = await house.kept()
    const other = accounts.values().find((row) => row.key === keyOfName(name))
    if (other && other.id !== own) throw new NabijError('NABIJ_NAME_TAKEN', { name })
  }

  async function refuseLastOwner(row: AccountRow): Promise<void> {
    const { accounts } = await house.kept()
    const others = accounts.values().filter(({ id, role, password: has }) => id !== row.id && role === 'owner' && has)
    if (row.role === 'owner' && others.next().done) throw new NabijError('NABIJ_LAST_OWNER')
  }

  async function hashOf(given: string | undefined, name: string): Promise<string | null> {
    if (given === undefined) return null
    checkPassword(given, name)
    return password.make(given.normalize('NFKC'))
  }

  async function pinHash(pin: string | undefined): Promise<string | null> {
    if (pin === undefined) return null
    checkPin(pin)
    return password.make(pin)
  }

  return {
    list: async () => {
      const { accounts } = await house.kept()
      return [...accounts.values()].map(asAccount).sort((a, b) => a.createdAt - b.createdAt)
    },
    operators: async () => {
      const { accounts } = await house.kept()
      const able = accounts.values().filter(({ pin, role }) => pin !== null && role !== 'viewer')
      return able
        .map(({ id, name }) => ({ id, name }))
        .toArray()
        .sort((a, b) => a.name.localeCompare(b.name))
    },
    makeFirstOwner: (name, given, by) =>
      house.inTurn(async () => {
        if ((await house.kept()).accounts.size > 0) throw new NabijError('NABIJ_OWNER_EXISTS')
        return insert({ name, role: 'owner', password: given }, by)
      }),
    resetOwner: (name, given, by) =>
      house.inTurn(async () => {
        const { accounts } = await house.kept()
        const present = accounts.values().find((row) => row.key === keyOfName(name))
        if (!present) return insert({ name, role: 'owner', password: given }, by)
        return alter(present.id, { role: 'owner', password: given }, by)
      }),
    add: (account, by) => house.inTurn(() => insert(account, by)),
    change: (id, change, by) => house.inTurn(() => alter(id, change, by)),
    remove: (id, by) =>
      house.inTurn(async () => {
        const kept = await house.kept()
        const row = found(kept.accounts.get(id), id)
        await refuseLastOwner(row)
        await store.removeAccount(id, auditLine(clock(), by, 'account.remove', id, asAccount(row), null))
        kept.accounts.delete(id)
        for (const one of kept.sessions.values()) if (one.accountId === id) kept.sessions.delete(one.id)
        for (const one of kept.tokens.values()) if (one.accountId === id) kept.tokens.delete(one.id)
        for (const one of kept.devices.values()) if (one.operatorId === id) one.operatorId = null
      }),
  }
}

function asAccount({ id, name, role, createdAt, seenAt, password, pin }: AccountRow): Account {
  return { id, name, role, createdAt, seenAt, hasPassword: password !== null, hasPin: pin !== null }
}
