/** Remembers falls in a row, and says how long to wait before the next start. */
export interface BackOff {
  /** A child fell before it had finished any job. Returns the pause in milliseconds. */
  fell(): number
  /** A job was finished: all is well. */
  worked(): void
}

/** The first fall costs no pause (a bad picture does that); each further one doubles it. */
export function createBackOff(firstMs: number, longestMs: number): BackOff {
  let falls = 0
  return {
    fell: () => (falls++ === 0 ? 0 : Math.min(longestMs, firstMs * 2 ** (falls - 2))),
    worked: () => {
      falls = 0
    },
  }
}
