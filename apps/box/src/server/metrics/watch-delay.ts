import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How late the server's thread is. */
export interface DelayWatch {
  /** Seconds, over the running minute and the whole one before; the same for everybody who asks. */
  p99(): number
  stop(): void
}

const resolution = 10

/** @param everyMs length of a "minute" */
export function watchDelay(everyMs = 60_000): DelayWatch {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let before = 0
  const turn = setInterval(() => {
    before = now()
    delay.reset()
  }, everyMs)
  turn.unref()

  /** The sampling interval itself is part of what Node reports. */
  function now(): number {
    return delay.count === 0 ? 0 : Math.max(0, delay.percentile(99) / 1e9 - resolution / 1000)
  }

  return {
    p99: () => Math.max(before, now()),
    stop() {
      clearInterval(turn)
      delay.disable()
    },
  }
}
