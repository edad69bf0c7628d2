import type { Timer } from '@nabij/stations'

const everyMs = 3_600_000

/** Looks at the meters once an hour, so that a service that is asked again opens its move again although nobody looks. */
export function hourlyLook(ports: { timer: Timer; look(): Promise<void>; onError(error: unknown): void }): {
  stop(): Promise<void>
} {
  let working: Promise<void> = Promise.resolve()
  let isStopped = false
  let calledOff = ports.timer(everyMs, look)

  function look(): void {
    working = ports
      .look()
      .catch(ports.onError)
      .finally(() => {
        if (!isStopped) calledOff = ports.timer(everyMs, look)
      })
  }

  return {
    async stop() {
      isStopped = true
      calledOff()
      await working
    },
  }
}
