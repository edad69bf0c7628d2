import { z } from 'zod'
import { Country, FactSource, PartialDay } from './knowledge.ts'
import { PriceStatus } from './price.ts'

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const Bilingual = z.strictObject({ nl: z.string().min(1).max(600), en: z.string().min(1).max(600) })

/** Where it was read, on which day, and how sure that makes it. `unknown`: documented nowhere that was read. */
const rests = {
  status: PriceStatus,
  source: FactSource.omit({ readOn: true, own: true }).nullable(),
  checkedOn: z.iso.date(),
}

const told = <T extends z.ZodType>(value: T) => z.strictObject({ value: value.nullable(), ...rests })

const Among = z.array(z.union([z.string(), z.number()])).min(1)

/** A condition under which a chip runs an operator; `packages/chips/src/rules` has a function for each kind. */
export const ChipRule = z.discriminatedUnion('test', [
  /** An attribute (or what it is when it is left out) is one of these, or lies between. */
  z.strictObject({
    test: z.literal('attribute'),
    name: z.string(),
    usual: z.union([z.string(), z.number()]).nullable(),
    in: Among.optional(),
    least: z.number().optional(),
    within: z.number().optional(),
  }),
  /** Every number of a list attribute is this one. */
  z.strictObject({ test: z.literal('all-are'), name: z.string(), value: z.number() }),
  z.strictObject({ test: z.literal('no-attribute'), name: z.string() }),
  z.strictObject({ test: z.literal('no-input'), input: z.int() }),
  z.strictObject({ test: z.literal('most-outputs'), most: z.int() }),
  /** The input is a constant; with `value` every number of it; with `below` all less. */
  z.strictObject({
    test: z.literal('constant'),
    input: z.int(),
    value: z.number().optional(),
    below: z.number().optional(),
  }),
  z.strictObject({ test: z.literal('rank'), is: z.array(z.int()), of: z.enum(['first', 'all']) }),
  /** Lowest and highest value of a Clip. */
  z.strictObject({ test: z.literal('limits'), in: z.array(z.tuple([z.number(), z.number()])) }),
  /** Two values that fit: of the same size (and neither constant), a constant per channel, a single number. */
  z.strictObject({
    test: z.literal('elementwise'),
    same: z.boolean(),
    /** Whether both may be one and the same value. */
    twice: z.boolean(),
  }),
  /** Padding of a pooling: at most half a window where it is even, and counted in the mean. */
  z.strictObject({ test: z.literal('pooled-padding') }),
  z.strictObject({ test: z.literal('even-padding') }),
  /** Grouped convolutions: square, and the window with its dilation less than so many places. */
  z.strictObject({ test: z.literal('grouped'), below: z.int() }),
  /** Only before one of these operators, or at the very end. */
  z.strictObject({ test: z.literal('before'), operators: z.array(z.string()) }),
  z.strictObject({ test: z.literal('not-first') }),
  /** Changes nothing in the order of the axes. */
  z.strictObject({ test: z.literal('order-kept') }),
  /** Same shape, or [1, N, 1, 1] to [1, N]. */
  z.strictObject({ test: z.literal('shape-kept') }),
  z.strictObject({ test: z.literal('slope') }),
  z.strictObject({ test: z.literal('zero-padding'), channels: z.int() }),
  z.strictObject({ test: z.literal('slice'), channels: z.int() }),
  z.strictObject({ test: z.literal('enlarged') }),
  /** Only within an attention block of a kind that the vendor names: whether this is one, only its compiler can say. */
  z.strictObject({ test: z.literal('attention') }),
  /** A condition that the file alone does not show. */
  z.strictObject({ test: z.literal('ask') }),
])
export type ChipRule = z.infer<typeof ChipRule>

export const ChipOperator = z.strictObject({
  operator: z.string().regex(/^[A-Za-z0-9]+$/),
  /** All must hold; none: in any form. */
  rules: z.array(z.strictObject({ rule: ChipRule, say: Bilingual })).default([]),
  /** Instead of all of them it may also do this. */
  or: z.array(ChipRule).default([]),
  /** What to write in its place where a rule does not hold. */
  instead: Bilingual.optional(),
})
export type ChipOperator = z.infer<typeof ChipOperator>

/** One published or measured speed. */
const ChipSpeed = z.strictObject({
  model: z.string().min(1).max(80),
  perSecond: z.number().positive(),
  by: z.enum(['vendor', 'third-party']),
  ...rests,
})

/** Whatever executes a model, and what is documented of it. */
export const Chip = z.strictObject({
  id: Id,
  name: z.string().min(1).max(80),
  maker: z.string().min(1).max(80),
  /** Where the maker sits. */
  country: told(Country),
  /** A card of its own that is bought, a whole computer, or a part of the computer's processor. */
  kind: z.enum(['card', 'computer', 'processor']),
  /** Ids in the price book. */
  prices: z.array(z.string()).default([]),
  watts: told(z.strictObject({ low: z.number().positive(), high: z.number().positive() })),
  memory: told(z.int().positive()),
  /** In what numbers it computes. */
  precision: told(z.array(z.enum(['int4', 'int8', 'uint8', 'float16', 'bfloat16', 'float32'])).min(1)),
  opsets: told(z.strictObject({ least: z.int(), most: z.int().nullable() })),
  /** Largest batch, of a model with sizes that are known beforehand. */
  batch: told(z.int().positive()),
  /** Whether it takes sizes that are only known when it runs. */
  openSizes: told(z.enum(['yes', 'partly', 'no'])),
  /** What the list of operators is about: the chip itself, or only the program that reads the file for it. */
  operatorsOf: z.enum(['chip', 'reader']),
  operators: told(z.array(ChipOperator)),
  /** What becomes of an operator that is not on the list. */
  others: told(z.enum(['host-ends', 'host', 'refused'])),
  speeds: z.array(ChipSpeed).default([]),
  /** What a buyer must know, and what nobody documents. */
  remarks: z.array(z.strictObject({ text: Bilingual, ...rests })).default([]),
})
export type Chip = z.infer<typeof Chip>

/** A dated fact about chips from Europe, and what they are compared with. */
export const ChipFact = z.strictObject({
  id: Id,
  /** The maker, in its own name. */
  about: z.string().min(1).max(80),
  country: Country,
  kind: z.enum([
    'owner',
    'investors',
    'made-in',
    'on-sale',
    'announced',
    'tools',
    'licence',
    'speed',
    'rules',
    'other',
  ]),
  /** When it happened or was so, as far as the source says. */
  date: PartialDay.nullable(),
  text: Bilingual,
  ...rests,
})
export type ChipFact = z.infer<typeof ChipFact>

/** What another pack says otherwise. */
export const ChipFactChange = z.object({
  change: z.enum(['new', 'changed', 'gone']),
  fact: ChipFact,
  before: ChipFact.nullable(),
})
export type ChipFactChange = z.infer<typeof ChipFactChange>

/** fits: all of it; partly: a part runs elsewhere; no; unknown: not documented. */
export const ChipAnswer = z.enum(['fits', 'partly', 'no', 'unknown'])
export type ChipAnswer = z.infer<typeof ChipAnswer>

/** One thing that was looked at. */
export const ChipPoint = z.object({
  about: z.enum(['opset', 'sizes', 'batch', 'precision', 'memory', 'operator', 'cut']),
  answer: ChipAnswer,
  operator: z.string().nullable(),
  /** How many operators it concerns, and some of them by name. */
  count: z.int(),
  nodes: z.array(z.string()),
  text: Bilingual,
  instead: Bilingual.nullable(),
  ...rests,
})
export type ChipPoint = z.infer<typeof ChipPoint>

/** What a model is, as far as its file says. */
export const ModelSummary = z.object({
  opset: z.int(),
  inputs: z.array(z.object({ name: z.string(), type: z.string(), dims: z.array(z.int().nullable()).nullable() })),
  outputs: z.array(z.string()),
  operators: z.record(z.string(), z.int()),
  parameters: z.int(),
  /** Multiplications for one picture; null: sizes that are not known beforehand. */
  multiplications: z.number().nullable(),
  precision: z.string(),
})
export type ModelSummary = z.infer<typeof ModelSummary>

export const ChipCheck = z.object({
  chip: z.object({ id: z.string(), name: z.string() }),
  answer: ChipAnswer,
  sentence: Bilingual,
  /** Share of the multiplications that would run on the chip; null: not known. */
  share: z.number().min(0).max(1).nullable(),
  /** How many operators run before, on and after the chip; null where there is nothing to cut. */
  parts: z.object({ before: z.int(), chip: z.int(), after: z.int(), cutAt: z.array(z.string()) }).nullable(),
  points: z.array(ChipPoint),
})
export type ChipCheck = z.infer<typeof ChipCheck>

export const ChipChecks = z.object({ model: ModelSummary, checks: z.array(ChipCheck) })
export type ChipChecks = z.infer<typeof ChipChecks>

/** What a chip would do for one station. */
export const ChipOption = z.object({
  chip: z.object({ id: z.string(), name: z.string(), maker: z.string() }),
  prices: z.array(
    z.object({
      id: z.string(),
      name: Bilingual,
      amount: z.string().nullable(),
      currency: z.string(),
      checkedOn: z.string(),
      status: PriceStatus,
      source: z.string().nullable(),
    }),
  ),
  watts: Chip.shape.watts,
  speeds: Chip.shape.speeds,
  unknown: z.array(Bilingual),
})
export type ChipOption = z.infer<typeof ChipOption>

export const ChipNeed = z.object({
  answer: z.enum(['no', 'tight', 'yes', 'no-help', 'unmeasured']),
  sentence: Bilingual,
  /** Pictures a second that one core does, and that are wanted; null: not measured, not known. */
  canPerSecond: z.number().nullable(),
  wantedPerSecond: z.number().nullable(),
  /** Milliseconds of one picture: all of it, and the part that a chip could take over. */
  ms: z.object({ total: z.number(), model: z.number(), rest: z.number(), pictures: z.int() }).nullable(),
  wantedFrom: z.enum(['given', 'camera', 'seen', 'unknown']),
  /** What comes before buying. */
  first: z.array(Bilingual),
  options: z.array(ChipOption),
})
export type ChipNeed = z.infer<typeof ChipNeed>
