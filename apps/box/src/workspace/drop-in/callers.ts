import { createThrottle } from '@nabij/accounts'
import { asNabijError, NabijError } from '@nabij/base'
import type { Clock } from '@nabij/stations'
import type { StoredRoute } from './route-store.ts'

/** Wrong keys of one address before it has to wait, and how long at most, in seconds. */
const usual = { free: 20, longest: 60 }
const mostSeen = 1000

/** Keeps programs of one address from trying keys on and on. */
export interface Callers {
  /**
   * What `find` gives: the routes of the key that a request shows. Who shows wrong ones has to wait, and the right one is
   * not looked at meanwhile; a program that was let in from there before goes on, whatever its neighbours try.
   * @param from the place in the network that the request comes from
   * @throws NabijError NABIJ_TOO_MANY_TRIES, NABIJ_DIALECT_KEY_WRONG, and what `find` throws
   */
  admit(from: string, find: () => Promise<StoredRoute[]>): Promise<StoredRoute[]>
}

export function createCallers(clock: Clock, { free, longest } = usual): Callers {
  const tries = createThrottle({ clock, free, longest })
  const seen = new Set<string>()

  return {
    async admit(from, find) {
      const { routes, error } = await found(find)
      if (routes.some(({ id }) => seen.has(`${from} ${id}`))) return routes
      // Without a key nothing was guessed.
      if (error?.code === 'NABIJ_DIALECT_KEY_MISSING') throw error
      tries.take(from)
      if (error?.code === 'NABIJ_DIALECT_CLOCK') tries.forgive(from)
      if (error) throw error
      tries.forgive(from)
      for (const { id } of routes) seen.add(`${from} ${id}`)
      for (const oldest of seen) {
        if (seen.size <= mostSeen) break
        seen.delete(oldest)
      }
      return routes
    },
  }
}

async function found(find: () => Promise<StoredRoute[]>): Promise<{ routes: StoredRoute[]; error: NabijError | null }> {
  try {
    const routes = await find()
    return { routes, error: routes.length === 0 ? new NabijError('NABIJ_DIALECT_KEY_WRONG') : null }
  } catch (error) {
    return { routes: [], error: asNabijError(error) }
  }
}
