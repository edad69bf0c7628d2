import type { Timer } from '@nabij/stations'

/** Something that is opened when it is asked for, and closed when nobody has asked for a while. */
export interface Sleeper<T> {
  state(): 'asleep' | 'waking' | 'awake'
  /** Wakes it, or keeps it awake. */
  wake(): Promise<T>
  /** Closes it now; resolves when it is closed. It can be woken again. */
  sleep(): Promise<void>
}

/** Opening and closing happen one after the other, however the calls come. */
export function createSleeper<T>(options: {
  timer: Timer
  /** Milliseconds after the last `wake`. */
  idle: number
  open(): Promise<T>
  close(it: T): Promise<void>
}): Sleeper<T> {
  let awake: Promise<T> | null = null
  let isOpen = false
  let closing: Promise<void> = Promise.resolve()
  let calledOff: () => void = () => undefined

  function sleep(): Promise<void> {
    calledOff()
    const was = awake
    if (!was) return closing
    awake = null
    isOpen = false
    // What could not be opened needs no closing.
    closing = was.then(options.close, () => undefined)
    return closing
  }

  return {
    state: () => (awake === null ? 'asleep' : isOpen ? 'awake' : 'waking'),
    async wake() {
      calledOff()
      calledOff = options.timer(options.idle, () => void sleep().catch(() => undefined))
      if (awake) return awake
      const mine = closing.catch(() => undefined).then(options.open)
      awake = mine
      try {
        const it = await mine
        if (awake === mine) isOpen = true
        return it
      } catch (error) {
        if (awake === mine) awake = null
        throw error
      }
    },
    sleep,
  }
}
