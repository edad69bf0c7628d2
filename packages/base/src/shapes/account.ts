import { z } from 'zod'

/** What somebody may do, most first: each may also do what stands after it. */
export const Role = z.enum(['owner', 'engineer', 'operator', 'viewer'])
export type Role = z.infer<typeof Role>

/** Somebody who may log in. What proves it (password, PIN) never comes out. */
export const Account = z.object({
  id: z.uuid(),
  name: z.string(),
  role: Role,
  createdAt: z.int(),
  /** When this account was last used; null when it never was. */
  seenAt: z.int().nullable(),
  hasPassword: z.boolean(),
  /** Can say who stands at a shared screen. */
  hasPin: z.boolean(),
})
export type Account = z.infer<typeof Account>

/** A phone or a shared screen that was paired. */
export const Device = z.object({
  id: z.uuid(),
  kind: z.enum(['phone', 'screen']),
  name: z.string(),
  /** The only station that it may work for; null: all of them. */
  stationId: z.uuid().nullable(),
  createdAt: z.int(),
  seenAt: z.int().nullable(),
})
export type Device = z.infer<typeof Device>

/** An open address for one device, until it is used or the time is over. */
export const Pairing = z.object({
  /** What the phone opens; the code stands after the #, which no log sees. */
  address: z.string(),
  code: z.string(),
  expiresAt: z.int(),
  /** False when the box listens on this computer only, so that no other device can reach that address. */
  reachable: z.boolean(),
})
export type Pairing = z.infer<typeof Pairing>

/** A key for a program of one's own. The key itself is shown once, when it is made. */
export const Token = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  role: Role,
  createdAt: z.int(),
  expiresAt: z.int(),
  seenAt: z.int().nullable(),
})
export type Token = z.infer<typeof Token>

/** Who did something, as it was at that moment. */
export const Actor = z.object({
  kind: z.enum(['local', 'account', 'device', 'token', 'nobody']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  role: Role.nullable(),
})
export type Actor = z.infer<typeof Actor>

/** One change, as it was written down; such a line is never changed. Secrets are masked. */
export const AuditEntry = z.object({
  seq: z.int(),
  at: z.int(),
  who: Actor,
  /** Network address that it came from; null for the command on the box itself. */
  from: z.string().nullable(),
  /** For instance `station.change`. */
  what: z.string(),
  /** Id of what was changed. */
  on: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Who asks, as the box sees it. */
export const Me = z.object({
  /** Null: nobody is logged in. */
  who: Actor.nullable(),
  /** False: there are no accounts, and everybody at this computer may do everything. */
  accounts: z.boolean(),
  /** Goes into the header X-Nabij-Csrf of every request that changes something; null when none is needed. */
  csrf: z.string().nullable(),
  /** The paired device that asks. */
  device: Device.nullable(),
  /** Whether other devices on the network can reach the box. */
  reachable: z.boolean(),
})
export type Me = z.infer<typeof Me>
