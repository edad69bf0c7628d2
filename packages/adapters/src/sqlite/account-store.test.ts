import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AuditRow } from '@nabij/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStores, type Stores } from './stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'nabij-accounts-'))
const path = join(folder, 'nabij.sqlite')
const line: AuditRow = {
  at: 5,
  who: { kind: 'local', id: null, name: null, role: 'owner' },
  from: '127.0.0.1',
  what: 'account.add',
  on: 'a',
  before: null,
  after: { name: 'Ans', list: [1, true] },
}
const account = (id: string, key: string) =>
  ({ id, name: key, key, role: 'owner', password: 'h', pin: null, createdAt: 1, seenAt: null }) as const

describe('the store of accounts', () => {
  let stores: Stores
  beforeAll(async () => {
    stores = await openStores({ path, clock: () => 5 })
  })
  afterAll(async () => {
    await stores.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('writes a change and its line, or neither', async () => {
    const { accounts } = stores
    await accounts.insertAccount(account('a', 'ans'), line)
    await expect(accounts.insertAccount(account('b', 'ans'), line)).rejects.toThrow(/UNIQUE|constraint/i)
    expect((await accounts.accounts()).map(({ id }) => id)).toEqual(['a'])
    expect(await accounts.audit({ limit: 10 })).toEqual([{ seq: 1, ...line }])
    await accounts.updateAccount('a', { role: 'viewer', pin: 'p' }, { ...line, what: 'account.change' })
    expect(await accounts.accounts()).toMatchObject([{ role: 'viewer', pin: 'p', password: 'h' }])
    expect((await accounts.audit({ before: 2, limit: 10 })).map(({ seq }) => seq)).toEqual([1])
  })

  it('takes along what belongs to an account that goes', async () => {
    const { accounts } = stores
    await accounts.insertAccount(account('c', 'cor'), line)
    await accounts.insertSession({ id: 's', accountId: 'c', digest: 'd', createdAt: 1, seenAt: 2 }, line)
    const token = { id: 't', accountId: 'c', name: 'x', role: 'viewer', digest: 'e' } as const
    await accounts.insertToken({ ...token, createdAt: 1, expiresAt: 9, seenAt: null }, line)
    const device = { id: 'd', kind: 'screen', name: 'Hal', stationId: null, digest: 'f', createdAt: 1 } as const
    await accounts.insertDevice({ ...device, seenAt: null, operatorId: null, operatorSeenAt: null }, line)
    await accounts.updateDevice('d', { operatorId: 'c', operatorSeenAt: 3 }, null)
    await accounts.sawSession('s', 8)
    expect((await accounts.accounts()).find(({ id }) => id === 'c')?.seenAt).toBe(8)
    await accounts.removeAccount('c', line)
    expect([await accounts.sessions(), await accounts.tokens()]).toEqual([[], []])
    expect(await accounts.devices()).toMatchObject([{ id: 'd', operatorId: null }])
  })

  it('never changes or forgets a line of the audit log', async () => {
    const raw = new DatabaseSync(path)
    expect(() => raw.exec('delete from audit')).toThrow('append only')
    expect(() => raw.exec("update audit set what = 'nothing'")).toThrow('append only')
    raw.close()
    expect((await stores.accounts.audit({ limit: 100 })).at(-1)).toEqual({ seq: 1, ...line })
  })
})
