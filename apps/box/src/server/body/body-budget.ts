import { NabijError } from '@nabij/base'

/** Counts the bytes of bodies that are held in memory, so that many clients at once cannot fill it. */
export interface BodyBudget {
  /** @throws NabijError NABIJ_TOO_BUSY when there is no room; nothing is taken then. */
  take(bytes: number): void
  give(bytes: number): void
  used(): number
}

export function createBodyBudget(room: number): BodyBudget {
  let used = 0
  return {
    take(bytes) {
      if (used + bytes > room) throw new NabijError('NABIJ_TOO_BUSY')
      used += bytes
    },
    give(bytes) {
      used -= bytes
    },
    used: () => used,
  }
}
