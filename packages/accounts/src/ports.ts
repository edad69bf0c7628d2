import type { AuditEntry, Role } from '@nabij/base'

/** Epoch milliseconds. */
export type Clock = () => number

/** Bytes that nobody can foretell. */
export type Randomness = (bytes: number) => Uint8Array

/** SHA-256 as hex: for secrets that are random by themselves, so that the store holds nothing that opens a door. */
export type Digest = (text: string) => string

/** Port: makes guessing a password slow (argon2id). The hash says by itself how it was made. */
export interface PasswordHash {
  /** @throws NabijError NABIJ_TOO_BUSY when too many wait */
  make(secret: string): Promise<string>
  /** Takes the same time whether it fits or not. */
  fits(secret: string, hash: string): Promise<boolean>
}

export interface AccountRow {
  id: string
  name: string
  /** The name as it is compared: two that look alike are one. */
  key: string
  role: Role
  password: string | null
  pin: string | null
  createdAt: number
  seenAt: number | null
}

export interface SessionRow {
  id: string
  accountId: string
  digest: string
  createdAt: number
  seenAt: number
}

export interface DeviceRow {
  id: string
  kind: 'phone' | 'screen'
  name: string
  stationId: string | null
  digest: string
  createdAt: number
  seenAt: number | null
  /** Who typed their PIN on it, and when that was last used. */
  operatorId: string | null
  operatorSeenAt: number | null
}

export interface TokenRow {
  id: string
  accountId: string
  name: string
  role: Role
  digest: string
  createdAt: number
  expiresAt: number
  seenAt: number | null
}

export type AuditRow = Omit<AuditEntry, 'seq'>

/**
 * Port: where accounts lie. Each change is one transaction with the line of the audit log that tells of it; a change
 * without a line is none that anybody asked for (something was seen, something ran out).
 */
export interface AccountStore {
  accounts(): Promise<AccountRow[]>
  insertAccount(row: AccountRow, audit: AuditRow): Promise<void>
  updateAccount(id: string, change: Partial<Omit<AccountRow, 'id'>>, audit: AuditRow | null): Promise<void>
  /** With all sessions and tokens; a screen forgets that it stood there. */
  removeAccount(id: string, audit: AuditRow): Promise<void>
  sessions(): Promise<SessionRow[]>
  insertSession(row: SessionRow, audit: AuditRow): Promise<void>
  sawSession(id: string, at: number): Promise<void>
  removeSessions(ids: string[], audit: AuditRow | null): Promise<void>
  devices(): Promise<DeviceRow[]>
  insertDevice(row: DeviceRow, audit: AuditRow): Promise<void>
  updateDevice(id: string, change: Partial<Omit<DeviceRow, 'id'>>, audit: AuditRow | null): Promise<void>
  removeDevice(id: string, audit: AuditRow): Promise<void>
  tokens(): Promise<TokenRow[]>
  insertToken(row: TokenRow, audit: AuditRow): Promise<void>
  sawToken(id: string, at: number): Promise<void>
  removeTokens(ids: string[], audit: AuditRow | null): Promise<void>
  /** A change of something that is not kept here. */
  appendAudit(row: AuditRow): Promise<void>
  /** Newest first, older than `before`. */
  audit(query: { before?: number; limit: number }): Promise<AuditEntry[]>
}
