import { z } from 'zod'
import { Day } from './knowledge.ts'
import { Currency, Decimal, Price } from './price.ts'

const Words = z.string().trim().min(1).max(160)

/** A share of one: 0.08 is eight percent. */
const Share = z.string().regex(/^(0(\.\d{1,12})?|1(\.0{1,12})?)$/)

/** How much is used a month: so many units for each image, or so many whatever the volume (hours that an endpoint runs). */
export const Use = z.union([z.strictObject({ perImage: Decimal }), z.strictObject({ perMonth: Decimal })])
export type Use = z.infer<typeof Use>

/** One meter on a bill that can be avoided, or that comes with doing it here. */
export const MeterLine = z.strictObject({
  /** Id of a price in the book, or of one that was sent along. */
  price: z.string().min(1).max(160),
  use: Use,
  /** Share of the calls that fail. They are not billed, unless `failedBilled`. */
  failed: Share.default('0'),
  failedBilled: z.boolean().default(false),
})
export type MeterLine = z.infer<typeof MeterLine>

/** An amount that somebody states themselves. */
export const Stated = z.strictObject({
  name: Words,
  amount: Decimal,
  currency: Currency,
  /** Where it comes from, in words: a quotation, a bill. */
  source: z.string().trim().max(300).optional(),
})
export type Stated = z.infer<typeof Stated>

/** Low and high as a factor of the expected value. */
const Range = z.strictObject({ low: Decimal, high: Decimal })

export const parameters = ['volume', 'price', 'rate', 'kwh', 'labour', 'lifetime'] as const
export const Parameter = z.enum(parameters)
export type Parameter = z.infer<typeof Parameter>

/** What a case of money is worked out from: a cloud service at so many images a month against doing it here. */
export const MoneyInput = z.strictObject({
  /** First day of the first month. */
  start: Day,
  /** In which everything is shown. */
  currency: Currency.default('EUR'),
  /** What one unit of another currency is worth in it. Needed for each currency that occurs. */
  rates: z
    .array(z.strictObject({ currency: Currency, worth: Decimal, on: Day, source: Words }))
    .max(10)
    .default([]),
  imagesPerMonth: z.int().min(0).max(1e12),
  /** Growth a year; each year has one volume. */
  growth: Share.default('0'),
  /** What is no longer paid once it is done here. */
  cloud: z.array(MeterLine).min(1).max(10),
  /** Announced last day of the service, where you know one. */
  cloudEnds: Day.nullable().default(null),
  here: z.strictObject({
    hardware: z
      .array(
        z.union([z.strictObject({ price: z.string().min(1).max(160), count: z.int().min(1).max(10_000) }), Stated]),
      )
      .max(20)
      .default([]),
    /** Share of the hardware that is bought as spare. */
    spare: Share.default('0'),
    installation: Decimal.default('0'),
    /** Moving over, and proving that it answers as well. */
    migration: Decimal.default('0'),
    /** Upkeep by people, the first thing that is forgotten. Null: not known, and then the case stays incomplete. */
    labour: z.strictObject({ hoursPerMonth: Decimal, perHour: Decimal }).nullable(),
    power: z
      .strictObject({
        watts: Decimal,
        how: z.enum(['stated', 'measured']),
        hoursPerMonth: Decimal.default('730'),
        /** Id of a price for kilowatt-hours. */
        price: z.string().min(1).max(160),
      })
      .nullable()
      .default(null),
    /** Licences, support, an uplink, a month. */
    software: Decimal.default('0'),
    /** Storage, traffic, a rented machine. */
    lines: z.array(MeterLine).max(10).default([]),
    /** Months that the hardware is used. After that it is bought again. */
    lifetime: z.int().min(1).max(120).default(60),
    /** What it still brings at the end of its life. */
    residual: Decimal.default('0'),
  }),
  /** What money costs a year. */
  discount: Share.default('0.08'),
  /** Prices beside those of the book: imported, or your own. */
  prices: z.array(Price).max(200).default([]),
  ranges: z.partialRecord(Parameter, Range).default({}),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  draws: z.int().min(100).max(2000).default(1000),
})
export type MoneyInput = z.infer<typeof MoneyInput>
