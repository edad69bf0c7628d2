/** Times are milliseconds. */
export interface FolderLimits {
  /** A file whose size and time of change stay the same for this long has been written. */
  settle: number
  /** A picture without its end is waited for until it has not changed for this long; then it is given as it is. */
  patience: number
  /** The folder is looked at this often, also when the system announces nothing (network shares). */
  look: number
  /** Every so many looks each file is looked at, not only those that are new or announced. */
  looksPerFullLook: number
  /** Pause before a file that could not be read is tried again. */
  retry: number
  /** A part that was given but of which no verdict was stored is given again after this long. */
  again: number
  /** At most one look in this time, however much the system announces. */
  breath: number
  /** Bytes; larger files are reported, not read. */
  largest: number
}

export const usualLimits: FolderLimits = {
  settle: 400,
  patience: 30_000,
  look: 2_000,
  looksPerFullLook: 30,
  retry: 15_000,
  again: 300_000,
  breath: 100,
  largest: 256 * 2 ** 20,
}
