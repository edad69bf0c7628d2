/** The pool's limits; every one of them can be set by whoever starts it. */
export interface Limits {
  /** Pictures in one child at a time: while the model runs on one, the next is decoded. */
  inFlight: number
  /** Longest time for one picture, opening its recipe included. */
  jobMs: number
  /** A picture that takes longer holds up no other: they go to another child. */
  slowMs: number
  /** A child that has given no sign of life for so long is ended. */
  silenceMs: number
  /** Longest time for a correction, a check or a look for the nearest photos, of pictures that nobody has seen before too. */
  deskMs: number
  deskMemoryMb: number
  /** Longest time for a model that somebody brought along: to read it, or for one picture. */
  modelMs: number
  modelMemoryMb: number
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
  /** The longest pause after a child that had started well: what made it fall has a pause of its own, others wait no longer. */
  readyPauseMs: number
  /** So many starts in a row that fail, and what waits is answered. */
  failedStarts: number
}

export const defaultLimits: Limits = {
  inFlight: 2,
  jobMs: 30_000,
  slowMs: 3_000,
  silenceMs: 10_000,
  deskMs: 600_000,
  deskMemoryMb: 3_072,
  modelMs: 60_000,
  modelMemoryMb: 3_072,
  teachSilenceMs: 300_000,
  startMs: 30_000,
  idleMs: 300_000,
  memoryMb: 1_536,
  teachMemoryMb: 4_096,
  waiting: 1_000,
  waitingBytes: 256 * 1024 * 1024,
  pauseMs: 200,
  longestPauseMs: 30_000,
  readyPauseMs: 500,
  failedStarts: 3,
}
