import { z } from 'zod'

export const VerdictWord = z.enum(['pass', 'fail', 'unsure'])
export type VerdictWord = z.infer<typeof VerdictWord>

/** A box on the picture; x, y (top left), w and h are shares of its width and height, 0 to 1. */
export const Box = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
export type Box = z.infer<typeof Box>

/** A place on the picture that is unlike what was taught. */
export const Region = Box.extend({
  score: z.number().min(0).max(1),
  /** Share of the picture that lies above the limit here (the box covers more). */
  area: z.number().min(0).max(1),
})
export type Region = z.infer<typeof Region>

/** What is known to be true about a picture: only simulators and labelled sets know it. */
export const Truth = z.object({
  /** The kind of defect, or null when the part is good. */
  defect: z.string().nullable(),
  regions: z.array(Box),
})
export type Truth = z.infer<typeof Truth>

/** What each branch of the recipe measured, as a ratio: 1 is as unlike as good parts are from each other. */
export const Layers = z.object({
  /** Fine structure, place by place. */
  local: z.number(),
  /** What is where: the picture as a whole. Null when the recipe has no such branch. */
  semantic: z.number().nullable(),
  /** How unlike the picture is almost everywhere: three of its four quarters are at least so. Absent: not measured. */
  whole: z.number().optional(),
})
export type Layers = z.infer<typeof Layers>

/** One part that was found in a picture, with its own verdict. */
export const Part = z.object({
  box: Box,
  /** Its outline as points [x, y], shares of the picture's width and height; closed by itself. */
  outline: z.array(z.tuple([z.number(), z.number()])).max(200),
  /** How far it lies turned from the reference, degrees clockwise, 0 to 360. */
  angle: z.number(),
  /** It reaches the border of what was looked at: some of it may not be seen. */
  cut: z.boolean().default(false),
  verdict: VerdictWord,
  reason: z.string().nullable(),
  score: z.number().min(0).max(1).nullable(),
  regions: z.array(Region),
  layers: Layers.nullable(),
})
export type Part = z.infer<typeof Part>

/** What a person said of a verdict afterwards. */
export const Feedback = z.object({
  label: z.enum(['good', 'bad']),
  /** The kind of defect, in the person's own word. */
  kind: z.string().nullable(),
  at: z.int(),
  /** Who said so; null on a box without accounts. */
  by: z.string().nullable(),
})
export type Feedback = z.infer<typeof Feedback>

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
  /** The parts that were found; empty when the picture was judged as a whole. The verdict is that of the worst. */
  parts: z.array(Part),
  layers: Layers.nullable(),
  /** The kind of defect that it looks like; null when it passed or none is known. */
  kind: z.object({ name: z.string(), confidence: z.number().min(0).max(1) }).nullable(),
  /** Of a station with several products: which one it was taken for. */
  productId: z.uuid().nullable(),
  feedback: Feedback.nullable(),
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
  ms: z.object({ decode: z.number(), locate: z.number(), model: z.number(), total: z.number() }).nullable(),
})
export type Verdict = z.infer<typeof Verdict>
