/** Lanes whose tasks made children fall wait longer and longer, so that no other waits for them. */
export interface Penalties {
  /** Whether the lane may have a child now. */
  free(lane: string): boolean
  /** A task of the lane was given up, since children fell at it. */
  fell(lane: string): void
  stop(): void
}

/** The first penalty costs nothing: one bad picture is no bad recipe. Lanes are forgotten when they have behaved for long. */
export function createPenalties(longestMs: number, onEnd: () => void): Penalties {
  const lanes = new Map<string, { falls: number; waits: NodeJS.Timeout | null; forget: NodeJS.Timeout }>()
  return {
    free: (lane) => !lanes.get(lane)?.waits,
    fell(lane) {
      const before = lanes.get(lane)
      if (before?.waits) clearTimeout(before.waits)
      clearTimeout(before?.forget)
      const falls = (before?.falls ?? 0) + 1
      const ms = falls === 1 ? 0 : Math.min(longestMs, 500 * 2 ** (falls - 1))
      const forget = setTimeout(() => lanes.delete(lane), 4 * longestMs)
      forget.unref()
      const waits = ms === 0 ? null : setTimeout(() => end(lane), ms)
      lanes.set(lane, { falls, waits, forget })
    },
    stop() {
      for (const { waits, forget } of lanes.values()) {
        if (waits) clearTimeout(waits)
        clearTimeout(forget)
      }
      lanes.clear()
    },
  }

  function end(lane: string): void {
    const entry = lanes.get(lane)
    if (entry) entry.waits = null
    onEnd()
  }
}
