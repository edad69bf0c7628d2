import { growingPause } from './growing-pause.ts'
import type { Timer } from './ports.ts'
import { untilAborted } from './time.ts'

/** The pause that a station's source takes while the machinery behind it fails: growing, until something works again. */
export interface Rest {
  /** True while it lasts. */
  now(): boolean
  begin(): void
  /** Something worked: the next rest starts short. */
  recovered(): void
  /** Resolves when it is over; rejects when the signal aborts. */
  over(signal: AbortSignal): Promise<void>
  stop(): void
}

export function createRest(timer: Timer, pauses: { first: number; longest: number }): Rest {
  const pause = growingPause(pauses)
  let resting: (PromiseWithResolvers<void> & { callOff(): void }) | null = null

  function end(): void {
    resting?.callOff()
    resting?.resolve()
    resting = null
  }

  return {
    now: () => resting !== null,
    begin() {
      if (!resting) resting = { ...Promise.withResolvers<void>(), callOff: timer(pause.next(), end) }
    },
    recovered: () => pause.reset(),
    async over(signal) {
      if (resting) await untilAborted(resting.promise, signal)
    },
    stop: end,
  }
}
