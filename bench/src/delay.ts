import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Milliseconds by which a thread was late: in the middle, 99 of 100 times at most, and at worst. */
export interface Delay {
  p50: number
  p99: number
  max: number
}

const resolution = 1

/** Watches this thread until the end is asked for. */
export function watchDelay(): { end(): Delay } {
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  return {
    end() {
      histogram.disable()
      // The histogram counts from timer to timer: what is beyond its own period is delay.
      const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution)
      const { max } = histogram
      return { p50: delay(histogram.percentile(50)), p99: delay(histogram.percentile(99)), max: delay(max) }
    },
  }
}

/** The same of times that were measured. */
export function delayOf(times: readonly number[]): Delay {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}
