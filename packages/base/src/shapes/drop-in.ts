import { z } from 'zod'

/** The wire formats that old clients speak; each is a folder of `@nabij/dialects`. */
export const DialectId = z.enum(['lookout-vision', 'custom-vision', 'rekognition', 'kserve', 'sagemaker'])
export type DialectId = z.infer<typeof DialectId>

/** A cloud service whose programs the box can answer. */
export const DialectFacts = z.object({
  id: DialectId,
  name: z.string(),
  /** Path below the box's own address that a program is given instead of the cloud's. */
  path: z.string(),
  /** How a program shows its key: an AWS signature, a header of this name, or a bearer token. */
  key: z.enum(['signature', 'header', 'bearer']),
})
export type DialectFacts = z.infer<typeof DialectFacts>

export const DropInConfig = z.strictObject({
  dialect: DialectId,
  /** What the program calls the model: project, published name, endpoint. */
  model: z.string().trim().min(1).max(200),
  stationId: z.uuid(),
  /** What the program expects a good part and a bad one to be called. */
  names: z
    .strictObject({ good: z.string().trim().min(1).max(100), bad: z.string().trim().min(1).max(100) })
    .default({ good: 'good', bad: 'anomaly' }),
  /** Requests a second at most. */
  perSecond: z.number().min(0.1).max(1000).default(50),
})
export type DropInConfig = z.infer<typeof DropInConfig>

/** A model that old programs find at the box: a route. The key itself comes out once, when it is made. */
export const DropInRoute = DropInConfig.extend({
  id: z.uuid(),
  /** Of a signature: the public half of the key. */
  accessKey: z.string().nullable(),
  createdAt: z.int(),
  /** Epoch milliseconds of the last request that was answered; null: none since the box started. */
  lastAt: z.int().nullable(),
  /** Requests since the box started, and those that ended in an error. */
  answered: z.int(),
  refused: z.int(),
})
export type DropInRoute = z.infer<typeof DropInRoute>
