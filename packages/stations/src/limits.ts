/** Bounds on memory, load and patience of the stations. All times are milliseconds. */
export interface Limits {
  /** Pictures of one station that the executor has at the same time: what a station that hangs can hold at most. */
  inFlight: number
  /** Parts of one station that may wait to be judged; one more is refused with NABIJ_STATION_BUSY. */
  waiting: number
  /** Bytes of those pictures together. */
  waitingBytes: number
  /** Parts that a triggered source is read ahead of those that the executor has; then it is not read further. */
  readAhead: number
  /** How long the executor may take for one picture before the verdict is "unsure". */
  patience: number
  /** A live source that gives nothing for this long is lost. */
  silence: number
  /** A triggered source that has not failed for this long after it was opened is well. */
  settled: number
  /** First and longest pause before something that failed is tried again; each is twice the one before. */
  pause: { first: number; longest: number }
  /** First and longest pause before a message is offered again to an output that did not take it. */
  outputPause: { first: number; longest: number }
  /** How long an output may take for one message. */
  outputPatience: number
  /** How long `stop` waits for parts that are being judged. */
  grace: number
  /** At most one event about counts per station, and one about progress per job, in this time. */
  eventPause: number
  /** Drops of live frames are stored together, once in this time. */
  dropsPause: number
}

export const usualLimits: Limits = {
  inFlight: 2,
  waiting: 32,
  waitingBytes: 128 * 2 ** 20,
  readAhead: 2,
  patience: 120_000,
  silence: 60_000,
  settled: 2_000,
  pause: { first: 1_000, longest: 60_000 },
  outputPause: { first: 1_000, longest: 300_000 },
  outputPatience: 30_000,
  grace: 2_000,
  eventPause: 500,
  dropsPause: 5_000,
}
