import { z } from 'zod'
import { Box } from './verdict.ts'

/** Something that comes true over a row of verdicts ("three fails in a row"). */
export const Rule = z.strictObject({
  id: z.uuid(),
  verdict: z.enum(['fail', 'unsure', 'not-pass']),
  /** `count` of the last `of` verdicts. */
  count: z.int().min(1).max(1000),
  of: z.int().min(1).max(1000),
})
export type Rule = z.infer<typeof Rule>

/** What a person may set about how a station works. Every field has a usual value. */
export const StationSettings = z.strictObject({
  /** How parts are found. Taken along when the station is taught again. */
  locate: z
    .strictObject({
      /** auto: as the photos suggest; on: look for parts; off: judge the picture as a whole (webs, sheets, tiles). */
      mode: z.enum(['auto', 'on', 'off']).default('auto'),
      /** Exactly this many parts belong in each picture; another number is "unsure". */
      exactly: z.int().min(1).max(100).nullable().default(null),
      region: Box.nullable().default(null),
      ignore: z.array(Box).max(20).default([]),
    })
    .prefault({}),
  /** The limit: from the photos, set by hand, or by what mistakes cost (euro cents; needs photos of bad parts). */
  limit: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('photos') }),
      z.strictObject({ by: z.literal('hand'), value: z.number().min(0).max(1) }),
      z.strictObject({ by: z.literal('cost'), miss: z.int().min(0), falseAlarm: z.int().min(0) }),
    ])
    .prefault({ by: 'photos' }),
  /** Scores this close to the limit (as a share of it) are "unsure". */
  band: z.number().min(0).max(0.5).default(0.02),
  /** How a station with several products knows which one it sees. */
  choose: z.enum(['name', 'code', 'looking']).default('looking'),
  rules: z.array(Rule).max(20).default([]),
  /** When shifts begin, in minutes after midnight; the last one lasts until the first of the next day. */
  shifts: z
    .array(z.int().min(0).max(1439))
    .min(1)
    .max(12)
    .default([6 * 60, 14 * 60, 22 * 60]),
  /** What the box draws and what power costs, to say what a thousand pictures cost here. Null: unknown. */
  watt: z.number().min(0).max(10_000).nullable().default(null),
  centsPerKwh: z.number().min(0).max(1000).nullable().default(null),
  /** For the AI card. */
  card: z
    .strictObject({
      purpose: z.string().max(2000).default(''),
      oversight: z.string().max(2000).default(''),
      responsible: z.string().max(200).default(''),
    })
    .prefault({}),
})
export type StationSettings = z.infer<typeof StationSettings>

export const usualSettings: StationSettings = StationSettings.parse({})
