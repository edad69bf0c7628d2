import { z } from 'zod'
import { Box } from './verdict.ts'

/** A share with its 95 % interval (Clopper-Pearson), from `of` cases. */
export const Rate = z.object({ value: z.number(), low: z.number(), high: z.number(), of: z.int() })
export type Rate = z.infer<typeof Rate>

/** What was normal in the good photos, so that a picture unlike all of them is not judged silently. */
export const Normal = z.object({
  brightness: z.tuple([z.number(), z.number()]),
  contrast: z.tuple([z.number(), z.number()]),
  sharpness: z.tuple([z.number(), z.number()]),
  /** Layers.whole above which nothing like it was ever seen. */
  unlike: z.number(),
})
export type Normal = z.infer<typeof Normal>

/** What a taught recipe says about itself; the same text stands in the metadata of its ONNX file. */
export const RecipeFacts = z.object({
  /** A file of format 1 is read too: what it does not say has its usual value. */
  format: z.literal(['nabij-inspection/1', 'nabij-inspection/2']),
  /** Pixels on a side that the graph takes. */
  size: z.int(),
  /** still: the part lies alike; turned: it is found and turned to the reference; rotating: turned references. */
  mode: z.enum(['still', 'turned', 'rotating']),
  /** Good photos taught. */
  photos: z.int(),
  /** Rows in the bank of the local and of the semantic branch. */
  rows: z.object({ local: z.int(), semantic: z.int() }),
  /** Anomaly score above which a part fails; null when there are too few photos to say (one). */
  limit: z.number().min(0).max(1).nullable(),
  /** The same for one place of the map. */
  mapLimit: z.number().min(0).max(1),
  /** Leave-one-out scores of the good photos, in the order in which they were given. */
  goodScores: z.array(z.number()),
  /** Photos (by index) that look unlike the others: in the bank, but left out of the limit. */
  oddOnes: z.array(z.int()),
  /** At most this share of good parts is refused, with this confidence; null when nothing can be promised. */
  promise: z.object({ atMost: z.number(), confidence: z.number() }).nullable(),
  /** How parts are found in the picture; null: the picture is judged as a whole. `model` is vision's own. */
  locate: z
    .object({
      /** Turned to the reference before it is judged. */
      turns: z.boolean(),
      /** How many parts the good photos show. */
      parts: z.object({ least: z.int(), most: z.int() }),
      model: z.record(z.string(), z.unknown()),
    })
    .nullable()
    .default(null),
  /** Why the recipe looks for parts, or does not: a code that the page puts into words. */
  located: z
    .enum(['found', 'texture', 'fills', 'unclear', 'in-place', 'switched-off', 'region'])
    .default('switched-off'),
  /** Where the technician wants it to look, and where not (locate settings of the station when it was taught). */
  region: Box.nullable().default(null),
  ignore: z.array(Box).default([]),
  normal: Normal.nullable().default(null),
  /** Scores of the bad photos that were there, in the order in which they were given. */
  badScores: z.array(z.number()).default([]),
  /** Good parts refused and bad parts missed at the limit, where photos of bad parts allow to say so. */
  errors: z.object({ falseAlarms: Rate, misses: Rate }).nullable().default(null),
  /** Kinds of defects that it can name, with the number of photos. */
  kinds: z.array(z.object({ name: z.string(), photos: z.int() })).default([]),
  /** Corrections by a person since it was taught. */
  corrections: z.object({ good: z.int(), bad: z.int() }).default({ good: 0, bad: 0 }),
  /** How many more good photos would bring the promise to which share. */
  next: z.object({ photos: z.int(), atMost: z.number() }).nullable(),
  /** Name and sha256 of the model whose features it uses. */
  model: z.object({ name: z.string(), sha256: z.string() }),
})
export type RecipeFacts = z.infer<typeof RecipeFacts>

export const Recipe = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  /** 1, 2, 3 … within the station. */
  version: z.int(),
  active: z.boolean(),
  createdAt: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  facts: RecipeFacts,
  productId: z.uuid().nullable(),
  made: z.enum(['taught', 'corrected', 'imported']),
  /** Of a corrected one: the taught version that it builds on. */
  baseId: z.uuid().nullable(),
})
export type Recipe = z.infer<typeof Recipe>
