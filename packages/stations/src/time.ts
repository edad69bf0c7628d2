import type { Timer } from './ports.ts'

/** Resolves after `ms`, or as soon as the signal aborts. */
export function sleep(timer: Timer, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      callOff()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const callOff = timer(ms, end)
    signal.addEventListener('abort', end)
  })
}

/** What `work` gives, or the error of `late` when it has not settled after `ms`; `work` itself goes on unheard. */
export function within<T>(timer: Timer, ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timer(ms, () => reject(late()))
    work.then(resolve, reject).finally(callOff)
  })
}

/** What `work` gives, or a rejection with the signal's reason as soon as it aborts; `work` itself goes on unheard. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

/** Resolves when `work` has settled, in whatever way, but after `ms` at the latest: true when it had settled. */
export function settledWithin(timer: Timer, ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = timer(ms, () => resolve(false))
    const settled = (): void => {
      callOff()
      resolve(true)
    }
    work.then(settled, settled)
  })
}
