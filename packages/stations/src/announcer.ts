import type { Limits } from './limits.ts'
import type { StationsPorts } from './stations.ts'
import { throttle } from './throttle.ts'

/** Tells the listeners how a station is: a change of state at once, counts now and then. */
export interface Announcer {
  soon(): void
  now(): void
  stop(): void
}

/** `tell` reads the counts, so it takes time: one at a time, and what changed meanwhile is told after it. */
export function createAnnouncer(
  { timer, log }: StationsPorts,
  limits: Limits,
  stationId: string,
  tell: () => Promise<void>,
): Announcer {
  let telling = false
  let again = false
  let ended = false
  const { soon, now, stop } = throttle(timer, limits.eventPause, () => void tellLatest())

  async function tellLatest(): Promise<void> {
    again = !ended
    if (telling) return
    telling = true
    while (again) {
      again = false
      try {
        await tell()
      } catch (thrown) {
        log('warn', 'a station could not be described', { stationId, error: String(thrown) })
      }
    }
    telling = false
  }

  return {
    soon: () => ended || soon(),
    now: () => ended || now(),
    stop() {
      ended = true
      again = false
      stop()
    },
  }
}
