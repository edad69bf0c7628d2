import type { Limits } from './limits.ts'
import type { StationsPorts } from './stations.ts'
import { throttle } from './throttle.ts'

/** Counts frames that were dropped, and stores the count now and then instead of once per frame. */
export interface Dropped {
  add(): void
  /** Counted, but not stored yet. */
  pending(): number
  /** Stores what is pending. */
  flush(): Promise<void>
  stop(): void
}

export function countDropped(ports: StationsPorts, limits: Limits, stationId: string): Dropped {
  let pending = 0
  let storing: Promise<void> = Promise.resolve()
  const later = throttle(ports.timer, limits.dropsPause, () => void flush())

  function flush(): Promise<void> {
    storing = storing.then(store)
    return storing
  }

  async function store(): Promise<void> {
    const dropped = pending
    if (dropped === 0) return
    try {
      await ports.verdicts.addDropped(stationId, ports.clock(), dropped)
      pending -= dropped
    } catch (thrown) {
      ports.log('warn', 'the count of dropped frames could not be stored', { stationId, error: String(thrown) })
      later.soon()
    }
  }

  return {
    add() {
      pending += 1
      later.soon()
    },
    pending: () => pending,
    flush,
    stop: later.stop,
  }
}
