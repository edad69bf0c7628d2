/**
 * The constants of the inspection method, in one place; the room's README says which photos each rests on. Changing one
 * changes the scores of what is taught from then on (a recipe that exists holds its own), so `nabij bench inspection` must run
 * again.
 */
export const method = {
  /** Pixels on a side that a recipe takes, by mode. */
  size: { still: 256, turned: 384, rotating: 384 },
  /** Numbers in a row of the local branch (stages 2 and 4 of the backbone) and of the semantic branch (stage 6). */
  localWidth: 152,
  semanticWidth: 320,
  /** Pixels between two rows of either branch. */
  localStride: 16,
  semanticStride: 32,
  /** Rows kept in the bank at most. */
  localRows: { still: 8192, turned: 16_384, rotating: 16_384 },
  semanticRows: 2560,
  /** Share of a thinned local bank that is drawn evenly; the rest are its rarest rows. */
  evenShare: 1 / 4,
  /** Share of the mean variance that is added to the diagonal of the covariance. */
  ridge: 0.5,
  /** A branch's score is the mean of this many largest distances. */
  largest: 3,
  /** No squared distance is smaller: below it there is only rounding, which differs between processors. */
  smallestSquare: 1e-4,
  /** Leave-one-out means when there is only one photo, and the least that they may be (nearly identical photos). */
  loneMeans: { local: 0.95, semantic: 1.3 },
  smallestMeans: { local: 0.05, semantic: 0.08 },
  /** Photos that say of each branch that it is as steady as the others: what the real ones have to outvote. */
  weightPhotos: 8,
  /** How far above the usual a picture's overall unlikeness is allowed for, in deviations (learning/branch-score.ts). */
  mostOverall: 3,
  /** Of what would follow if a score rose with it in full, no larger share is allowed for. */
  steepest: 0.6,
  /** Ratio to good parts that stands for a limit where there is none. */
  loneScoreRatio: 1.25,
  /** A place that is this many times as unlike as good parts usually are shows up as a region, with one photo. */
  loneMapRatio: { still: 0.7, turned: 1.25, rotating: 1.25 },
  /**
   * The map shows of the semantic branch what lies above this many times the score of good parts. Where the local rows are
   * not blurred, all of it: it steadies them.
   */
  semanticMapFrom: { still: 1.2, turned: 0, rotating: 0 },
  /** Side of the anomaly map, and the spread of its smoothing in cells. */
  mapSide: 64,
  mapSpread: 1.5,
  /** Ratio to good parts at which score² stands for one half: see head.ts. */
  squash: 3,
  rotation: {
    /** Photos that are turned to find out: first the least, and when they do not say it clearly, the most. */
    least: 4,
    most: 8,
    angles: Array.from({ length: 12 }, (_, n) => n * 30),
    /** Turned references bring the good photos' own scores below this share: the part rotates. */
    threshold: 0.9,
    /** With `least` photos a share above this is clear already: it does not. */
    clear: 0.94,
    /** Turned photos in all; with more than 20 photos each is turned less often. */
    turns: 240,
  },
  /** A good photo is odd when its log score lies this many robust deviations above the median. */
  oddDeviations: 3.5,
  oddShare: 0.1,
  /** How often the whitening is fitted again to judge the photos themselves: with more photos, some at a time. */
  folds: 24,
  /** When a picture is unlike all that was taught (care/normal.ts). */
  normal: {
    /** This many times as unlike almost everywhere as good photos are from one another (their median). */
    unlikeTimes: 1.95,
    /** The same for a single photo, where there is no other. */
    loneWhole: { still: 0.36, turned: 0.64, rotating: 0.64 },
    /** Share of the sharpness of the least sharp, and of the contrast of the flattest photo, that must be left. */
    sharpnessLeft: 0.7,
    contrastLeft: 0.4,
    /** How far brightness may lie beyond the photos, at least (of 1). */
    lightBeyond: 0.15,
    /** Share of the way from the brightest photo to white: where the ground is white, a missing part makes it whiter. */
    whiteLeft: 0.85,
  },
} as const
