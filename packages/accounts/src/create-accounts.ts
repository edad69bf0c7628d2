import type { Accounts } from './accounts.ts'
import { auditLine } from './audit-line.ts'
import { createDevices } from './devices.ts'
import type { AccountsPorts, House } from './house.ts'
import { identify } from './identify.ts'
import { keep } from './kept.ts'
import { createPeople } from './people.ts'
import { newSecret } from './secrets.ts'
import { createSessions } from './sessions.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

/** The accounts of one data folder. There is one of these for a store at a time: it keeps what it read. */
export function createAccounts(ports: AccountsPorts): Accounts {
  const { store, clock, random, password } = ports
  const throttle = (free: number, longest: number) => createThrottle({ clock, free, longest })
  let last: Promise<unknown> = Promise.resolve()
  let decoy: Promise<string> | null = null
  const house: House = {
    ...ports,
    kept: keep(store),
    inTurn(work) {
      const done = last.then(work)
      last = done.catch(() => undefined)
      return done
    },
    tries: {
      account: throttle(5, 60),
      address: throttle(5, 900),
      pin: throttle(5, 900),
      pairing: throttle(5, 900),
    },
    decoy() {
      decoy ??= password.make(newSecret(random))
      return decoy
    },
  }
  const { open: _, ...sessions } = createSessions(house)
  const people = createPeople(house, sessions)
  return {
    exist: async () => (await house.kept()).accounts.size > 0,
    hasOwner: async () => (await people.list()).some(({ role, hasPassword }) => role === 'owner' && hasPassword),
    identify: (credential) => identify(house, credential),
    ...sessions,
    ...people,
    ...createDevices(house),
    ...createTokens(house),
    note: (by, what, on, before, after) => store.appendAudit(auditLine(clock(), by, what, on, before, after)),
    audit: (query) => store.audit(query),
  }
}
