import type { Timer } from '@nabij/stations'

/** Milliseconds between two looks at the calendar: also a computer that slept for days notices within the hour. */
const everyMs = 3_600_000
/** The first look waits until the box has started. */
const firstMs = 15_000

/**
 * Stores the register's state of each day by itself, so that a month has figures although nobody looked. A register that
 * never held anything costs nothing: its thread isn't even started.
 */
export function dailyState(ports: {
  timer: Timer
  /** YYYY-MM-DD of the state that was stored last; null when there is none. */
  storedOn(): Promise<string | null>
  today(): string
  /** Works the register out anew and stores its state. */
  store(): Promise<unknown>
  onError(error: unknown): void
}): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve()
  let isStopped = false
  let calledOff = ports.timer(firstMs, look)

  function look(): void {
    working = keep()
  }

  async function keep(): Promise<void> {
    try {
      const stored = await ports.storedOn()
      if (stored !== null && stored !== ports.today()) await ports.store()
    } catch (error) {
      ports.onError(error)
    }
    if (!isStopped) calledOff = ports.timer(everyMs, look)
  }

  return {
    async stop() {
      isStopped = true
      calledOff()
      await working
    },
  }
}
