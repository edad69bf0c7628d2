import { z } from 'zod'

/** What a taught recipe says about itself; the same text stands in the metadata of its ONNX file. */
export const RecipeFacts = z.object({
  format: z.literal('nabij-inspection/1'),
  /** Pixels on a side that the graph takes. */
  size: z.int(),
  mode: z.enum(['still', 'rotating']),
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
})
export type Recipe = z.infer<typeof Recipe>
