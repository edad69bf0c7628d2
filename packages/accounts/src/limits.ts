const minute = 60_000
const hour = 60 * minute

/** How long doors stay open. Milliseconds. */
export const lives = {
  /** A session that nobody uses, and one that is used all the time. */
  sessionIdle: 12 * hour,
  session: 30 * 24 * hour,
  pairing: 10 * minute,
  /** An operator who went away from a shared screen without saying so. */
  operatorIdle: 30 * minute,
  /** How precisely is kept when something was last used: not each request is worth a write. */
  seen: minute,
}

/** Open pairings at the same time. */
export const mostPairings = 20
export const mostTokens = 50
export const mostAccounts = 500
export const mostSessions = 20
