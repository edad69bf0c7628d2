import { z } from 'zod'
import { Day, FactSource, PartialDay } from './knowledge.ts'

/** An exact decimal number of nought or more, as text: no price passes through a floating number. */
export const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,12})?$/)

export const Currency = z.string().regex(/^[A-Z]{3}$/)

const Id = z
  .string()
  .max(160)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)

/** What is counted. An image on which two features are used counts twice where a provider bills by feature. */
export const PriceUnit = z.enum([
  'image',
  'hour',
  'millisecond',
  'month',
  'piece',
  'kilowatt-hour',
  'gigabyte',
  'gigabyte-month',
  'request',
  'page',
  'transaction',
  'token',
  'credit',
])
export type PriceUnit = z.infer<typeof PriceUnit>

/** As `FactStatus`; `unconfirmed` has no source that anybody read, and is said so wherever it is used. */
export const PriceStatus = z.enum(['confirmed', 'reported', 'unconfirmed', 'unknown'])
export type PriceStatus = z.infer<typeof PriceStatus>

export const Tier = z.strictObject({
  /** Up to and with this many units a month and region; null: all above. */
  upTo: z.int().min(1).max(1e15).nullable(),
  /** For `per` units. */
  price: Decimal,
})
export type Tier = z.infer<typeof Tier>

/** What one thing costs, in one region, without VAT. */
export const Price = z.strictObject({
  id: Id,
  /** Who asks it. */
  provider: z.string().min(1).max(80),
  /** A product id of the knowledge, where it is known as one. */
  product: z.string().max(100).nullable(),
  kind: z.enum(['cloud-ai', 'hosting', 'storage', 'traffic', 'hardware', 'electricity']),
  name: z.strictObject({ nl: z.string().min(1).max(160), en: z.string().min(1).max(160) }),
  /** What is counted, in the provider's own words. */
  meter: z.string().min(1).max(200),
  /** The provider's own word for it; null: the same everywhere. */
  region: z.string().min(1).max(60).nullable(),
  currency: Currency,
  unit: PriceUnit,
  /** The price is for this many units. */
  per: z.int().min(1).max(1e9),
  /** Each part of a month's units at the price of its own tier; null: nobody knows. */
  tiers: z.array(Tier).min(1).max(30).nullable(),
  /** So many units of each month cost nothing, for ever. They count for the tiers. */
  freeTier: z.strictObject({ units: z.int().min(1).max(1e12) }).nullable(),
  /** No call counts for fewer units than this. */
  leastPerCall: z.int().min(1).max(1e9).optional(),
  /** Once, at the beginning. */
  setUp: Decimal.optional(),
  /** What it draws at work, where a source says so. */
  watts: z
    .strictObject({ low: Decimal, high: Decimal, status: PriceStatus, source: z.string().min(1).max(300) })
    .optional(),
  /** From when the price holds, as far as the source says; null when it names no day. */
  validFrom: PartialDay.nullable(),
  /** The announced last day of the service; null: none was announced. */
  ends: Day.nullable(),
  source: FactSource.omit({ readOn: true, own: true }).nullable(),
  /** The day on which the source said so. */
  checkedOn: Day,
  status: PriceStatus,
})
export type Price = z.infer<typeof Price>
