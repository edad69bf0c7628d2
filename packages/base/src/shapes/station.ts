import { z } from 'zod'
import { Product } from './product.ts'
import { Recipe } from './recipe.ts'
import { StationSettings } from './settings.ts'
import { Verdict } from './verdict.ts'

/** A folder is named from its root on: where the box itself was started means nothing to who asks. */
const wholePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => /^(\/|[a-z]:[\\/]|\\\\)/i.test(path), { params: { rule: 'whole-path' } })

/** Control characters, and what turns the direction of text: neither may pass for a name in a page, a file or a terminal. */
// oxlint-disable-next-line no-control-regex -- these characters are what may not be there
const visible = /^[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/

/** Where a station's pictures come from. */
export const StationSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('http') }),
  z.strictObject({ kind: z.literal('folder'), path: wholePath }),
  z.strictObject({
    kind: z.literal('camera'),
    /** rtsp://… , http(s)://… (MJPEG), or the device of a USB camera: /dev/video0, or its name on Windows and macOS. */
    address: z.string().trim().min(1).max(1000).regex(visible),
    perSecond: z.number().min(0.05).max(30),
    /** time: it looks all the time; message: one picture for each message that says so (HTTP, or MQTT when given). */
    trigger: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('time') }),
      z.strictObject({
        by: z.literal('message'),
        mqtt: z.strictObject({ address: z.string().max(1000), topic: z.string().min(1).max(500) }).nullable(),
      }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('simulator'),
    scene: z.enum(['biscuits', 'loose-biscuits', 'cookie-photos']),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1),
    /** Pictures a second. */
    perSecond: z.number().min(0.05).max(60),
    /** Share of parts with a defect. */
    defectRate: z.number().min(0).max(1),
  }),
])
export type StationSource = z.infer<typeof StationSource>

/** What a person may set. */
export const StationConfig = z.strictObject({
  name: z.string().trim().min(1).max(80).regex(visible),
  source: StationSource,
})
export type StationConfig = z.infer<typeof StationConfig>

export const Counts = z.object({ pass: z.int(), fail: z.int(), unsure: z.int(), dropped: z.int() })
export type Counts = z.infer<typeof Counts>

export const Drift = z.object({
  /** What drifted. */
  of: z.enum(['brightness', 'contrast', 'sharpness', 'score']),
  direction: z.enum(['up', 'down']),
  since: z.int(),
})
export type Drift = z.infer<typeof Drift>

export const Station = z.object({
  id: z.uuid(),
  name: z.string(),
  source: StationSource,
  /** untaught: has no recipe yet; degraded: works, but something is wrong (see reason). */
  state: z.enum(['untaught', 'starting', 'learning', 'judging', 'degraded', 'stopped']),
  /** Error code that explains "degraded"; null otherwise. */
  reason: z.string().nullable(),
  createdAt: z.int(),
  recipe: Recipe.nullable(),
  /** Since midnight, on the box's clock. */
  today: Counts,
  /** Pictures that wait now. */
  waiting: z.int(),
  lastVerdict: Verdict.nullable(),
  settings: StationSettings,
  /** Empty at a station with one product. */
  products: z.array(Product),
  /** Light or camera has drifted away from what was taught; null when not. */
  drift: Drift.nullable(),
  /** A rule that came true and that nobody has seen yet. */
  alarm: z.object({ rule: z.uuid(), at: z.int(), verdictId: z.uuid() }).nullable(),
})
export type Station = z.infer<typeof Station>

/** One bucket of the score line: the verdicts whose `recordedAt` falls in [at, at + width). */
export const ScorePoint = z.object({
  at: z.int(),
  n: z.int(),
  mean: z.number().nullable(),
  max: z.number().nullable(),
  fail: z.int(),
  unsure: z.int(),
})
export type ScorePoint = z.infer<typeof ScorePoint>
