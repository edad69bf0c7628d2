/** The constants of correcting; the README of this folder says what each rests on. */
export const correcting = {
  /** A row is explained when its distance is below this share of what good parts usually have in its branch. */
  explained: 0.3,
  /** Rows that one correction adds to a bank at most, by branch. */
  goodRows: [160, 64],
  /** Rows of a defect at most, by branch; and those that reach this share of the largest distance belong to it. */
  defectRows: [24, 8],
  defectShare: 0.7,
  /** A branch tells a defect when its own ratio is at least this share of the clearest branch's. */
  clearShare: 0.85,
  /** A corrected part comes out this many times the limit's ratio: beyond the band of "unsure", and its like as well. */
  beyond: 1.2,
  /** More than this is not asked of a place's own distance: then the part is recognised by itself. */
  mostGain: 3,
  /** How far recognising by itself reaches, as a share of the distance to the nearest good place; and the least that it may be. */
  reach: 0.5,
  leastReach: 1e-3,
  /** Gains are rounded up to this, so that rounding errors never reach the file. */
  step: 1 / 64,
} as const
