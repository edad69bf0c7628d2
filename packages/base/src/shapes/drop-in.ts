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

/** box: only here. cloud-first: the cloud answers, the box in its shadow. box-first: the box answers, a sample goes to the cloud. */
export const RouteMode = z.enum(['box', 'cloud-first', 'box-first'])
export type RouteMode = z.infer<typeof RouteMode>

/** The company's own key of the cloud: of a signature its two halves, else one text. It goes in and never comes out. */
export const CloudKey = z.union([
  z.strictObject({ accessKey: z.string().min(1).max(200), secret: z.string().min(1).max(500) }),
  z.strictObject({ key: z.string().min(1).max(2000) }),
])
export type CloudKey = z.infer<typeof CloudKey>

/** Where the cloud itself is. */
export const CloudConfig = z.strictObject({
  address: z.url({ protocol: /^https?$/ }).max(500),
  /** Of a signature. */
  region: z.string().trim().min(1).max(60).nullable().default(null),
  /** Left out: the key that there is stays. */
  key: CloudKey.optional(),
  /** How long an answer may take before the box answers in its place. */
  seconds: z.number().min(0.1).max(60).default(10),
})
export type CloudConfig = z.infer<typeof CloudConfig>

const LabelName = z.string().trim().min(1).max(200)

export const DropInConfig = z.strictObject({
  dialect: DialectId,
  /** What the program calls the model: project, published name, endpoint. */
  model: z.string().trim().min(1).max(200),
  /** Who answers: a station … */
  stationId: z.uuid().optional(),
  /** … or a model that was brought along. */
  modelId: z.uuid().optional(),
  /** What the program expects a good part and a bad one to be called. */
  names: z
    .strictObject({ good: z.string().trim().min(1).max(100), bad: z.string().trim().min(1).max(100) })
    .default({ good: 'good', bad: 'anomaly' }),
  /** Requests a second at most. */
  perSecond: z.number().min(0.1).max(1000).default(50),
  mode: RouteMode.default('box'),
  cloud: CloudConfig.nullable().default(null),
  /** Of box-first: the share that goes to the cloud as well. The same picture always gives the same answer to this. */
  sample: z.number().min(0).max(1).default(0.05),
  /** The share of what goes to the cloud that goes twice, to know how often it agrees with itself. It is billed too. */
  twice: z.number().min(0).max(1).default(0.02),
  /** What the cloud calls a thing → what the box calls it, where that differs. */
  labelMap: z.record(LabelName, LabelName).default({}),
  /** From this score on a label counts. */
  limit: z.number().min(0).max(1).default(0.5),
  /** Defects that may never be missed; null: all of them. */
  critical: z.array(LabelName).max(100).nullable().default(null),
  /** What the cloud asks for it: a price of the price book. */
  priceId: z.string().max(160).nullable().default(null),
  /** The service in the register that it belongs to; null: the dialect's own. */
  serviceId: z.string().max(200).nullable().default(null),
})
export type DropInConfig = z.infer<typeof DropInConfig>
/** As it is sent: what is left out is as usual. */
export type DropInRequest = z.input<typeof DropInConfig>

/** A model that old programs find at the box: a route. The key itself comes out once, when it is made. */
export const DropInRoute = DropInConfig.extend({
  id: z.uuid(),
  cloud: CloudConfig.omit({ key: true }).extend({ keyIsSet: z.boolean() }).nullable(),
  /** Of a signature: the public half of the key. */
  accessKey: z.string().nullable(),
  createdAt: z.int(),
  /** Epoch milliseconds of the last request that was answered; null: none since the box started. */
  lastAt: z.int().nullable(),
  /** Requests since the box started, and those that ended in an error. */
  answered: z.int(),
  refused: z.int(),
  /** What is beside the answers, since the box started. Dropped: the queue was full, so that no answer had to wait. */
  shadow: z.object({
    waiting: z.int(),
    compared: z.int(),
    dropped: z.int(),
    /** Answered by the other side, because the first one could not. */
    fellBack: z.int(),
    cloudFailed: z.int(),
    /** Answers of either side that nobody here can make sense of. */
    unreadable: z.int(),
  }),
})
export type DropInRoute = z.infer<typeof DropInRoute>
