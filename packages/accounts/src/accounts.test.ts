import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { By } from './accounts.ts'
import { createAccounts } from './create-accounts.ts'
import { masked } from './mask.ts'
import { memoryStore, plainPasswords } from './testing/index.ts'
import { createThrottle } from './throttle.ts'

const by: By = { who: { kind: 'local', id: null, name: null, role: 'owner' }, from: null }
const password = 'vier blauwe fietsen'
const hour = 3_600_000

function setUp() {
  let now = 1_000_000
  const store = memoryStore()
  const passwords = plainPasswords()
  const ports = {
    store,
    clock: () => now,
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    digest: (text: string) => createHash('sha256').update(text).digest('hex'),
    password: passwords,
  }
  const later = (ms: number): void => void (now += ms)
  return { accounts: createAccounts(ports), again: () => createAccounts(ports), store, passwords, later }
}

describe('accounts', () => {
  it('compare a hash for a name that nobody has, too', async () => {
    const { accounts, passwords } = setUp()
    await accounts.makeFirstOwner('Ans', password, by)
    for (const name of ['Ans', 'Nobody'])
      await expect(accounts.logIn(name, 'x', 'a')).rejects.toMatchObject({ code: 'NABIJ_SIGN_IN_WRONG' })
    expect(passwords.compared).toHaveLength(2)
  })

  it('end a session after 12 idle hours and after 30 days, and keep no secret in the store', async () => {
    const { accounts, store, later } = setUp()
    await accounts.makeFirstOwner('Ans', password, by)
    const idle = await accounts.logIn('Ans', password, 'a')
    expect(JSON.stringify(await store.sessions())).not.toContain(idle)
    later(12 * hour + 1)
    expect(await accounts.identify({ kind: 'cookie', secret: idle })).toBeNull()
    const busy = await accounts.logIn('Ans', password, 'a')
    for (let at = 0; at < 65; at++) {
      later(11 * hour)
      await accounts.identify({ kind: 'cookie', secret: busy })
    }
    later(11 * hour)
    expect(await accounts.identify({ kind: 'cookie', secret: busy })).toBeNull()
  })

  it('take an operator away from a shared screen after half an hour without a word, however much the page asks', async () => {
    const { accounts, later } = setUp()
    await accounts.makeFirstOwner('Ans', password, by)
    const { id } = await accounts.add({ name: 'Otto', role: 'operator', pin: '7391' }, by)
    const { code } = accounts.openPairing({ kind: 'screen', name: 'Hal', stationId: null }, by)
    const { secret } = await accounts.pair(code, 'a')
    const ask = (use: 'act' | 'look' | 'watch') => accounts.identify({ kind: 'cookie', secret, use })
    const screen = await ask('look')
    if (!screen?.device) throw new Error('not paired')
    await accounts.stepUp(screen.device, id, '7391', by)
    const spend = async (minutes: number, use: 'act' | 'look' | 'watch') => {
      for (let at = 0; at < minutes; at++) {
        later(60_001)
        await ask(use)
      }
    }
    await spend(45, 'act')
    expect(await ask('look')).toMatchObject({ who: { kind: 'account', name: 'Otto' } })
    await spend(15, 'watch')
    await spend(16, 'look')
    expect(await ask('act')).toMatchObject({ who: { kind: 'device', role: 'viewer' } })
  })

  it('are not kept awake by what only watches', async () => {
    const { accounts, later } = setUp()
    await accounts.makeFirstOwner('Ans', password, by)
    const secret = await accounts.logIn('Ans', password, 'a')
    for (let at = 0; at < 12; at++) {
      later(hour)
      expect(await accounts.identify({ kind: 'cookie', secret, use: 'watch' })).not.toBeNull()
    }
    later(1)
    expect(await accounts.identify({ kind: 'cookie', secret, use: 'watch' })).toBeNull()
  })

  it('make one first owner of two at the same moment, and survive a restart', async () => {
    const { accounts, again } = setUp()
    const two = await Promise.allSettled(['Ans', 'Bob'].map((name) => accounts.makeFirstOwner(name, password, by)))
    expect(two.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const secret = await accounts.logIn('Ans', password, 'a')
    expect(await again().identify({ kind: 'cookie', secret })).toMatchObject({ who: { name: 'Ans', role: 'owner' } })
  })

  it('let a pairing code in once, and not after ten minutes', async () => {
    const { accounts, later } = setUp()
    const phone = { kind: 'phone', name: 'P', stationId: null } as const
    const { code } = accounts.openPairing(phone, by)
    const two = await Promise.allSettled([accounts.pair(code, 'a'), accounts.pair(code, 'b')])
    expect(two.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const late = accounts.openPairing(phone, by)
    later(600_000)
    await expect(accounts.pair(late.code, 'c')).rejects.toMatchObject({ code: 'NABIJ_PAIRING_OVER' })
  })
})

describe('tries', () => {
  it('get slower up to a longest pause, never lock for good, and are forgotten when right', () => {
    let now = 0
    const tries = createThrottle({ clock: () => now, free: 3, longest: 60 })
    const take = (): number => {
      try {
        tries.take('a')
        return 0
      } catch (error) {
        return (error as { params: { seconds: number } }).params.seconds
      }
    }
    expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 2])
    for (let at = 0; at < 20; at++) {
      now += 60_000
      expect(take()).toBe(0)
    }
    expect(take()).toBe(60)
    tries.forgive('a')
    expect(take()).toBe(0)
  })
})

describe('masked', () => {
  it('keeps no secret, wherever it stands', () => {
    const value = { name: 'x', password: 'p', deep: [{ secret: 's' }], address: 'mqtt://u:p@host/t', hasPin: true }
    expect(masked(value)).toEqual({
      name: 'x',
      password: '•••',
      deep: [{ secret: '•••' }],
      address: 'mqtt://•••@host/t',
      hasPin: true,
    })
  })
})
