import { z } from 'zod'
import { Day } from './knowledge.ts'
import { MoneyInput, Parameter } from './money-input.ts'
import { Currency, PriceStatus } from './price.ts'

const Text = z.strictObject({ nl: z.string(), en: z.string() })

/** Something that a case rests on, as it was given. */
export const MoneyFact = z.strictObject({
  id: z.string(),
  label: Text,
  /** A decimal number with its unit: 0.0012 USD per image. */
  value: z.string(),
  unit: z.string(),
  given: z.enum(['you', 'book', 'sent-along', 'usual']),
  source: z.string().nullable(),
  checkedOn: Day.nullable(),
  /** Days between that day and the first of the case. */
  age: z.int().nullable(),
  /** Null of what nobody can look up: your own word, or our judgement. */
  status: PriceStatus.nullable(),
})
export type MoneyFact = z.infer<typeof MoneyFact>

/** A number of the result, with what opens it. */
export const MoneyFigure = z.strictObject({
  id: z.string(),
  label: Text,
  kind: z.enum(['money', 'months', 'images']),
  /** Minor units for money; null: there is no such number, and `formula` says why. */
  value: z.int().nullable(),
  formula: Text,
  /** Ids of the facts and figures that it is made of. */
  from: z.array(z.string()),
  /** That of the least certain price that it rests on. */
  status: PriceStatus,
})
export type MoneyFigure = z.infer<typeof MoneyFigure>

/** One month, in minor units. `month` 0 is what is paid at the beginning. */
export const MoneyMonth = z.strictObject({
  month: z.int(),
  cloud: z.int(),
  here: z.int(),
  /** What was saved less what was bought, up to and with this month; the second as it is worth at the beginning. */
  cumulative: z.int(),
  discounted: z.int(),
})
export type MoneyMonth = z.infer<typeof MoneyMonth>

const Bar = z.strictObject({ id: z.string(), label: Text, amountMinor: z.int() })

export const TornadoBar = z.strictObject({
  parameter: Parameter,
  label: Text,
  /** The factor of the expected value, and the net present value over 60 months with it. */
  low: z.strictObject({ factor: z.string(), npvMinor: z.int() }),
  high: z.strictObject({ factor: z.string(), npvMinor: z.int() }),
})
export type TornadoBar = z.infer<typeof TornadoBar>

const Percentiles = z.strictObject({ p5: z.int(), p50: z.int(), p95: z.int() })

export const MonteCarlo = z.strictObject({
  seed: z.int(),
  draws: z.int(),
  /** Share of the draws in which it pays back before the hardware is worn out. */
  paysBack: z.number(),
  npv36: Percentiles,
  npv60: Percentiles,
  /** Draws by their net present value over 60 months: [from, to) in minor units. */
  histogram: z.array(z.strictObject({ from: z.int(), to: z.int(), count: z.int() })),
})
export type MonteCarlo = z.infer<typeof MonteCarlo>

export const MoneyResult = z.strictObject({
  input: MoneyInput,
  currency: Currency,
  /** False while something is missing without which no answer can be given. */
  complete: z.boolean(),
  missing: z.array(z.enum(['labour'])),
  verdict: z.strictObject({
    word: z.enum(['pays-back', 'never', 'incomplete']),
    /** Discounted pay-back. */
    months: z.int().nullable(),
    /** Of never: nothing is saved; too little before it is worn out. */
    reason: z.enum(['no-saving', 'worn-out-first']).nullable(),
    text: Text,
    /** What may be a reason to do it all the same. */
    anyway: z.array(Text),
  }),
  remarks: z.array(z.strictObject({ id: z.string(), text: Text })),
  facts: z.array(MoneyFact),
  figures: z.array(MoneyFigure),
  months: z.array(MoneyMonth),
  /** From what the cloud would have cost over 36 months to what is left, all as worth at the beginning. */
  waterfall: z.array(Bar),
  tornado: z.array(TornadoBar),
  monteCarlo: MonteCarlo,
})
export type MoneyResult = z.infer<typeof MoneyResult>
