import { z } from 'zod'

export const VerdictWord = z.enum(['pass', 'fail', 'unsure'])
export type VerdictWord = z.infer<typeof VerdictWord>

/** A box on the picture; x, y (top left), w and h are shares of its width and height, 0 to 1. */
export const Region = z.object({
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  score: z.number().min(0).max(1),
})
export type Region = z.infer<typeof Region>

/** What is known to be true about a picture: only simulators and labelled sets know it. */
export const Truth = z.object({
  /** The kind of defect, or null when the part is good. */
  defect: z.string().nullable(),
  regions: z.array(Region.omit({ score: true })),
})
export type Truth = z.infer<typeof Truth>

export const Verdict = z.object({
  id: z.uuid(),
  /** The order in which verdicts were stored; the clock may jump, this never does. */
  seq: z.int(),
  stationId: z.uuid(),
  recipeId: z.uuid().nullable(),
  verdict: VerdictWord,
  /** Why the verdict is "unsure": an error code; null when it was judged. */
  reason: z.string().nullable(),
  /** Anomaly score 0 to 1; null when the picture could not be judged. */
  score: z.number().min(0).max(1).nullable(),
  limit: z.number().min(0).max(1).nullable(),
  regions: z.array(Region),
  /** Epoch milliseconds. */
  capturedAt: z.int(),
  recordedAt: z.int(),
  /** Name of the file or part, when there is one. */
  name: z.string().nullable(),
  /** Pixels of the picture as it was judged (after turning by EXIF); null when it could not be read. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Whether the picture and its map are (still) kept. */
  frameKept: z.boolean(),
  mapKept: z.boolean(),
  truth: Truth.nullable(),
  ms: z.object({ decode: z.number(), model: z.number(), total: z.number() }).nullable(),
})
export type Verdict = z.infer<typeof Verdict>
