import { z } from 'zod'
import { Country, Day, FactSource, Parent, Vendor } from './knowledge.ts'

/** What a person may state of a vendor against, or beyond, what the knowledge says. */
export const FactField = z.enum(['country', 'owner', 'owner-country', 'control'])
export type FactField = z.infer<typeof FactField>

/** A fact of a vendor as somebody in the company states it. It survives every update of the knowledge. */
export const OwnFact = z.strictObject({
  vendorId: z.string().min(1).max(200),
  field: FactField,
  /** A country (NL), a kind of control (listed), or the name of the owner. */
  value: z.string().min(1).max(200),
  /** An address, or in words where it comes from. */
  source: z.string().min(1).max(500),
  /** The day of that source. */
  day: Day,
  /** Country and control of an owner were said of this owner: of another one they say nothing. */
  about: z.string().max(200).nullable(),
  statedAt: z.int(),
})
export type OwnFact = z.infer<typeof OwnFact>

/** The facts of a vendor that can be corrected, as the knowledge has them. */
export const PackFacts = Vendor.pick({ country: true, ultimateParent: true })
export type PackFacts = z.infer<typeof PackFacts>

/** What was stated of a vendor, and what the knowledge says in its place: both stay visible. */
export const OwnView = z.strictObject({
  facts: z.array(OwnFact),
  /** Those of them that say nothing at present: the owner that they were said of is another one now. */
  idle: z.array(FactField),
  pack: PackFacts,
})
export type OwnView = z.infer<typeof OwnView>

/** Something that another version of the knowledge says of what this company uses. */
export const KnowledgeChange = z.strictObject({
  kind: z.enum([
    'owner',
    'owner-country',
    'control',
    'country',
    'status',
    'law',
    'alternative',
    'price',
    'retirement',
    'event',
    'unknown',
  ]),
  /** Vendor or product that it is about. */
  about: z.string(),
  name: z.string(),
  /** Services of the register that it touches. */
  serviceIds: z.array(z.string()),
  /** Which law, alternative, event or fact; null where the kind says it all. */
  what: z.string().nullable(),
  /** Codes (NL, confirmed, exposed), names and prices as they stand; null: was not there, or is not any more. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The sentence of an event. */
  text: z.strictObject({ nl: z.string(), en: z.string() }).nullable(),
  /** Where what is said now was read; what was said before when nothing is said now. */
  source: FactSource.nullable(),
  /** A statement of your own stands in front of it: for you nothing changes. */
  own: z.boolean(),
})
export type KnowledgeChange = z.infer<typeof KnowledgeChange>

/** One pack of knowledge: which, from when, and by what it can be told from any other. */
export const PackInUse = z.strictObject({
  version: z.string(),
  made: Day,
  sha256: z.string(),
  vendors: z.int(),
  /** Epoch milliseconds; null: it came with nabij. */
  installedAt: z.int().nullable(),
})
export type PackInUse = z.infer<typeof PackInUse>

/** What a pack in a file would change, or has changed. */
export const KnowledgeUpdate = z.strictObject({
  now: PackInUse,
  before: PackInUse,
  /** Vendors that are new, gone, or known otherwise, whether the company uses them or not. */
  vendors: z.strictObject({ added: z.int(), gone: z.int(), changed: z.int() }),
  /** What it changes for this company. */
  changes: z.array(KnowledgeChange),
  /** false: it was only looked at. */
  installed: z.boolean(),
})
export type KnowledgeUpdate = z.infer<typeof KnowledgeUpdate>

/** The knowledge that is in use. */
export const KnowledgeState = z.strictObject({
  now: PackInUse,
  /** What taking the last update back brings; null when there is nothing to take back. */
  back: PackInUse.nullable(),
  alternatives: z.int(),
  events: z.int(),
  laws: z.int(),
  /** How many facts people here stated themselves. */
  own: z.int(),
  credits: z.array(z.strictObject({ name: z.string(), licence: z.string(), address: z.string() })),
})
export type KnowledgeState = z.infer<typeof KnowledgeState>

/** What a value of each field must be. */
export const fieldShapes = {
  country: Country,
  owner: Parent.shape.name,
  'owner-country': Country,
  control: Parent.shape.control.exclude(['unknown']),
} as const satisfies Record<FactField, z.ZodType>
