import type { Kept } from './kept.ts'
import type { AccountStore, Clock, Digest, PasswordHash, Randomness } from './ports.ts'
import type { Throttle } from './throttle.ts'

export interface AccountsPorts {
  store: AccountStore
  clock: Clock
  random: Randomness
  digest: Digest
  password: PasswordHash
}

/** What the parts of the room share. */
export interface House extends AccountsPorts {
  kept(): Promise<Kept>
  /** One change after the other: "the last owner" must stay true while two are under way. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  tries: {
    /** By name, from wherever: grows to a minute, so that nobody can keep somebody else out. */
    account: Throttle
    /** By network address: grows to a quarter of an hour. */
    address: Throttle
    pin: Throttle
    pairing: Throttle
  }
  /** A hash of nothing that anybody types: an unknown name takes the same work as a known one. */
  decoy(): Promise<string>
}
