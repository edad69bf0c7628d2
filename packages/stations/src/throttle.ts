import type { Timer } from './ports.ts'

/** Calls its action at most once per pause, and always once after the last `soon`. */
export interface Throttle {
  soon(): void
  /** At once, whatever came before. */
  now(): void
  /** Calls off what still waits. */
  stop(): void
}

export function throttle(timer: Timer, pause: number, action: () => void): Throttle {
  let callOff: (() => void) | null = null
  let wanted = false

  function act(): void {
    wanted = false
    callOff?.()
    callOff = timer(pause, () => {
      callOff = null
      if (wanted) act()
    })
    action()
  }

  return {
    soon() {
      if (callOff) wanted = true
      else act()
    },
    now: act,
    stop() {
      callOff?.()
      callOff = null
      wanted = false
    },
  }
}
