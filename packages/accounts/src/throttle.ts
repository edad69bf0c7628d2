import { NabijError } from '@nabij/base'
import type { Clock } from './ports.ts'

export interface ThrottleOptions {
  clock: Clock
  /** Wrong tries before the first pause. */
  free: number
  /** Longest pause in seconds: it grows to this, and never locks for good. */
  longest: number
}

/** Makes guessing slow: wrong tries by key (an account, an address). */
export interface Throttle {
  /**
   * Takes a try before it is checked, so that many at once do not slip through. @throws NabijError NABIJ_TOO_MANY_TRIES
   */
  take(key: string): void
  /** It was right: the tries of this key are forgotten. */
  forgive(key: string): void
}

/** After this long without a wrong try all is forgotten. */
const memory = 24 * 3_600_000
const keysKept = 10_000

export function createThrottle({ clock, free, longest }: ThrottleOptions): Throttle {
  const known = new Map<string, { tries: number; until: number; last: number }>()
  return {
    take(key) {
      const now = clock()
      const before = known.get(key)
      // A clock that was put back must not make the pause longer than it ever is.
      const wait = Math.min((before?.until ?? 0) - now, longest * 1000)
      if (wait > 0) throw new NabijError('NABIJ_TOO_MANY_TRIES', { seconds: Math.ceil(wait / 1000) })
      const tries = (before && now - before.last < memory ? before.tries : 0) + 1
      const pause = tries < free ? 0 : Math.min(longest, 2 ** Math.min(30, tries - free + 1))
      // Deleted first: the map is then in the order of the last try, and the oldest make room.
      known.delete(key)
      known.set(key, { tries, until: now + pause * 1000, last: now })
      for (const oldest of known.keys()) {
        if (known.size <= keysKept) break
        known.delete(oldest)
      }
    },
    forgive: (key) => void known.delete(key),
  }
}
