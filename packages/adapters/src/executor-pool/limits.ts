/** The pool's limits; every one of them can be set by whoever starts it. */
export interface Limits {
  /** Pictures in one child at a time: while the model runs on one, the next is decoded. */
  inFlight: number
  /** Longest time for one picture, opening its recipe included. */
  jobMs: number
  /** Longest time for a correction, a check or a look for the nearest photos, of pictures that nobody has seen before too. */
  deskMs: number
  deskMemoryMb: number
  /** Longest time in which a teaching child may say nothing. */
  teachSilenceMs: number
  startMs: number
  /** A child that has had nothing to do for so long is ended. */
  idleMs: number
  memoryMb: number
  teachMemoryMb: number
  /** More than this waiting, or more bytes, and the next is refused: the queues that are meant to be full lie elsewhere. */
  waiting: number
  waitingBytes: number
  /** The first pause after a second child fell without having done anything; it doubles up to `longestPauseMs`. */
  pauseMs: number
  longestPauseMs: number
  /** So many starts in a row that fail, and what waits is answered. */
  failedStarts: number
}

export const defaultLimits: Limits = {
  inFlight: 2,
  jobMs: 30_000,
  deskMs: 600_000,
  deskMemoryMb: 3_072,
  teachSilenceMs: 300_000,
  startMs: 30_000,
  idleMs: 300_000,
  memoryMb: 1_536,
  teachMemoryMb: 4_096,
  waiting: 1_000,
  waitingBytes: 256 * 1024 * 1024,
  pauseMs: 200,
  longestPauseMs: 30_000,
  failedStarts: 3,
}
