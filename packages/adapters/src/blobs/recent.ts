import type { Clock } from '@nabij/stations'

/**
 * Files that were put a moment ago, and files that are being removed. A file that was put may wait for the row that
 * will refer to it, so it is not removed yet, and whoever puts bytes that are being removed waits until that is done.
 */
export interface Recent {
  /** Before a file is put: from now on it cannot be removed. */
  hold(sha256: string): Promise<void>
  /** Removes by `remove`, unless the file was put in the last minutes; answers whether it did. */
  removing(sha256: string, remove: () => Promise<void>): Promise<boolean>
}

const heldFor = 10 * 60_000

export function recentPuts(clock: Clock): Recent {
  const heldAt = new Map<string, number>()
  const removals = new Map<string, Promise<void>>()
  let lastPruned = clock()

  function isHeld(sha256: string): boolean {
    const at = heldAt.get(sha256)
    // Also when the clock went back: then the file is held somewhat longer.
    return at !== undefined && clock() - at < heldFor
  }

  function prune(): void {
    if (Math.abs(clock() - lastPruned) < heldFor) return
    lastPruned = clock()
    for (const sha256 of heldAt.keys()) if (!isHeld(sha256)) heldAt.delete(sha256)
  }

  return {
    async hold(sha256) {
      prune()
      heldAt.delete(sha256)
      heldAt.set(sha256, clock())
      await removals.get(sha256)
    },
    async removing(sha256, remove) {
      if (isHeld(sha256)) return false
      const removal = remove()
      removals.set(
        sha256,
        removal.catch(() => undefined),
      )
      try {
        await removal
      } finally {
        removals.delete(sha256)
      }
      return true
    },
  }
}
