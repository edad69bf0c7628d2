import type { Account, Actor, AuditEntry, Device, Role, Token } from '@nabij/base'

/** Who asks, and from where: goes into the audit log beside each change. */
export interface By {
  who: Actor
  from: string | null
}

/** What a request carries to say who makes it. */
export interface Credential {
  kind: 'cookie' | 'token'
  secret: string
  /**
   * What it is used for. act: somebody does something; look (when left out): a page asks, perhaps by itself; watch: it is
   * only looked whether it still opens anything, which keeps nothing awake.
   */
  use?: 'act' | 'look' | 'watch'
}

/** Somebody who is known. */
export interface Known {
  who: Actor & { role: Role }
  /** What to send along with a change when a cookie says who it is. */
  csrf: string
  /** Of a session: which one; logging out ends it. */
  sessionId: string | null
  /** The paired device that asks. */
  device: Device | null
}

export interface NewAccount {
  name: string
  role: Role
  password?: string | undefined
  pin?: string | undefined
}

export interface AccountChange {
  name?: string | undefined
  role?: Role | undefined
  password?: string | undefined
  /** null takes the PIN away. */
  pin?: string | null | undefined
}

export interface NewDevice {
  kind: Device['kind']
  name: string
  stationId: string | null
}

/** The accounts of one data folder, and all that opens a door. Throws NabijError. */
export interface Accounts {
  /** Whether anybody has to log in at all. */
  exist(): Promise<boolean>
  hasOwner(): Promise<boolean>
  /** Null: it is not known (any more). */
  identify(credential: Credential): Promise<Known | null>

  /** The secret goes into a cookie. @throws NABIJ_SIGN_IN_WRONG, NABIJ_TOO_MANY_TRIES */
  logIn(name: string, password: string, from: string): Promise<string>
  logOut(known: Known, by: By): Promise<void>
  /** Ends all sessions of an account. */
  logOutEverywhere(accountId: string, by: By): Promise<void>

  /** The first owner; nobody else can be made before. @throws NABIJ_OWNER_EXISTS */
  makeFirstOwner(name: string, password: string, by: By): Promise<Account>
  /** Makes this owner, or gives an account of that name a new password and the role of owner. Only from the box itself. */
  resetOwner(name: string, password: string, by: By): Promise<Account>
  list(): Promise<Account[]>
  add(account: NewAccount, by: By): Promise<Account>
  change(id: string, change: AccountChange, by: By): Promise<Account>
  remove(id: string, by: By): Promise<void>
  /** Of oneself. Ends all other sessions. @throws NABIJ_SIGN_IN_WRONG when `current` is wrong */
  changePassword(known: Known, current: string, fresh: string, by: By): Promise<void>

  devices(): Promise<Device[]>
  /** A code for one device, good for ten minutes. */
  openPairing(device: NewDevice, by: By): { code: string; expiresAt: number }
  /** The secret goes into a cookie. @throws NABIJ_PAIRING_OVER, NABIJ_TOO_MANY_TRIES */
  pair(code: string, from: string): Promise<{ secret: string; device: Device }>
  removeDevice(id: string, by: By): Promise<void>
  /** Who can say with a PIN that they stand at a screen. */
  operators(): Promise<{ id: string; name: string }[]>
  /** @throws NABIJ_PIN_WRONG, NABIJ_TOO_MANY_TRIES */
  stepUp(device: Device, accountId: string, pin: string, by: By): Promise<void>
  stepDown(device: Device, by: By): Promise<void>

  tokens(accountId: string | null): Promise<Token[]>
  /** The secret is shown this once. */
  addToken(
    of: Known,
    token: { name: string; role: Role; days: number },
    by: By,
  ): Promise<{ token: Token; secret: string }>
  removeToken(id: string, of: string | null, by: By): Promise<void>

  /** Writes down a change of something that is not kept here. */
  note(by: By, what: string, on: string | null, before: unknown, after: unknown): Promise<void>
  audit(query: { before?: number; limit: number }): Promise<AuditEntry[]>
}
