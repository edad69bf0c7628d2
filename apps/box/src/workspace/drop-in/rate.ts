/** A bucket of requests that fills by the second and holds as many as one second brings, at least one. */
export interface Rate {
  /** @param now epoch milliseconds */
  allows(now: number): boolean
}

export function createRate(perSecond: number): Rate {
  const most = Math.max(1, perSecond)
  let left = most
  let at: number | null = null
  return {
    allows(now) {
      // A clock that was set back fills nothing.
      left = Math.min(most, left + (Math.max(0, now - (at ?? now)) / 1000) * perSecond)
      at = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
