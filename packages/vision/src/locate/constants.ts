/** The constants of locating; lengths are shares of the picture unless told otherwise. */
export const locating = {
  /** Pixels on the longest side at which pictures are decoded, and at which parts are looked for. */
  decodeSide: 768,
  searchSide: 256,
  /** Width of the border that shows what surrounds the parts. */
  border: 0.04,
  /** How many robust deviations of the border a pixel must differ, and how many grey values at least. */
  deviations: 5,
  leastDifference: 14,
  /** A part covers at least this share of the picture, and of the usual part. */
  leastArea: 0.004,
  leastOfUsual: 0.3,
  /** More than this: the part fills the picture. */
  mostArea: 0.75,
  /** A border of which more than this share is foreground is no background. */
  mostBorder: 0.25,
  /** Share of the good photos that must agree. */
  agree: 0.8,
  /** The same where a person wants parts to be looked for; the photos without one are left out. */
  agreeAlways: 0.5,
  /** Areas of good parts may differ this much from their median (as a ratio). */
  areaRatio: 1.7,
  /** Ratio of the axes from which a part has a direction. */
  elongation: 1.35,
  /** What is this many times as large as the usual part may be several that touch. */
  several: 1.6,
  /** How narrow the neck between two of them must be, as a share of the narrowest of them. */
  neck: 0.8,
  /** Share of the extent by which one of several must lie elsewhere than any in the photo before. */
  elsewhere: 0.35,
  /** What surrounds a part in its crop: kept up to this share of its length from its edge, gone at twice that. */
  surround: 0.06,
  /** Degrees by which directions must differ, and share by which places must, before locating is worth it. */
  turnSpread: 12,
  placeSpread: 0.1,
  /** Room around a part in its crop, which is square. */
  margin: 1.15,
  /** Pixels on a side of the small picture by which the two directions of an axis are told apart. */
  signature: 16,
} as const
