import { z } from 'zod'
import { Day, ServiceKind } from './knowledge.ts'
import { Exposure, Origin } from './register.ts'

const Text = z.strictObject({ nl: z.string(), en: z.string() })

/** The objectives of the EU Cloud Sovereignty Framework. */
export const Objective = z.enum(['SOV-1', 'SOV-2', 'SOV-3', 'SOV-4', 'SOV-5', 'SOV-6', 'SOV-7', 'SOV-8'])
export type Objective = z.infer<typeof Objective>

/** What the facts say about one service. Never shown without its coverage. */
export const Assessment = z.strictObject({
  exposures: z.array(z.strictObject({ lawId: z.string(), exposure: Exposure, because: Text })),
  /**
   * SEAL 0–4 per objective; null: not enough facts, which is not zero. `weight` is the framework's, `known` the share of
   * the facts asked for that is known, both 0–1.
   */
  seal: z.array(
    z.strictObject({
      objective: Objective,
      weight: z.number(),
      level: z.int().min(0).max(4).nullable(),
      known: z.number().min(0).max(1),
      because: Text,
    }),
  ),
  /** The lowest level of those that are known; null when none is. */
  gated: z.int().min(0).max(4).nullable(),
  /** Weighted over what is known, 0–1; null when nothing is. */
  score: z.number().min(0).max(1).nullable(),
  /** Share of the framework's weight that rests on facts, 0–1. */
  coverage: z.number().min(0).max(1),
})
export type Assessment = z.infer<typeof Assessment>

/** Something that may happen. Shares are fractions (0.1: 10 %). */
export const Scenario = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('price-rise'),
    share: z.number().min(-1).max(100),
    vendorId: z.string().nullable(),
  }),
  /** A levy or tariff on what is paid to vendors whose ultimate parent sits in this country. */
  z.strictObject({ kind: z.literal('levy'), share: z.number().min(0).max(100), country: z.string() }),
  /** The dollar becomes dearer by this share: what is charged in dollars, or by a vendor whose parent sits in the US. */
  z.strictObject({ kind: z.literal('exchange-rate'), share: z.number().min(-1).max(100) }),
  /** The basis on which personal data may go to this country falls away. */
  z.strictObject({ kind: z.literal('transfer-basis-falls'), country: z.string() }),
  z.strictObject({ kind: z.literal('vendor-stops'), vendorId: z.string(), days: z.int().min(0).max(3650) }),
  z.strictObject({ kind: z.literal('service-retired'), serviceId: z.string(), days: z.int().min(0).max(3650) }),
  /** This vendor gets an ultimate parent in that country. */
  z.strictObject({ kind: z.literal('take-over'), vendorId: z.string(), country: z.string() }),
])
export type Scenario = z.infer<typeof Scenario>

export const ScenarioResult = z.strictObject({
  /** Euro cents a year that it costs more (negative: less), over the services whose cost is known. */
  costPerYear: z.int(),
  /** Services that it touches. */
  hit: z.int(),
  crucialHit: z.int(),
  /** Processes (as named by hand) that it touches. */
  processes: z.array(z.string()),
  /** Services touched whose cost nobody knows: they are not in the sum. */
  costUnknown: z.int(),
  rows: z.array(
    z.strictObject({
      serviceId: z.string(),
      name: z.string(),
      crucial: z.boolean().nullable(),
      costPerYear: z.int().nullable(),
      extraPerYear: z.int().nullable(),
      why: Text,
    }),
  ),
})
export type ScenarioResult = z.infer<typeof ScenarioResult>

/** One parent, country or process and what hangs on it. */
export const Concentrated = z.strictObject({
  key: z.string(),
  name: z.string(),
  services: z.int(),
  crucial: z.int(),
  processes: z.array(z.string()),
  /** Euro cents a year, of the services whose cost is known. */
  cost: z.int(),
  /** Share of all known cost, 0–1; null when nothing is known. */
  costShare: z.number().min(0).max(1).nullable(),
  serviceIds: z.array(z.string()),
})
export type Concentrated = z.infer<typeof Concentrated>

/** A party behind a supplier: it does part of the supplier's work. */
export const FourthParty = z.strictObject({
  /** Vendor id, or the name as it stood. */
  id: z.string(),
  name: z.string(),
  origin: Origin,
  /** Services (ids) or suppliers (names) that lean on it. */
  behind: z.array(z.string()),
})
export type FourthParty = z.infer<typeof FourthParty>

export const Concentration = z.strictObject({
  byParent: z.array(Concentrated),
  byCountry: z.array(Concentrated),
  byProcess: z.array(Concentrated),
  fourthParties: z.array(FourthParty),
})
export type Concentration = z.infer<typeof Concentration>

/** What is different between two states of the register. other-owner: by a statement of your own, or by taking it back. */
export const RegisterChange = z.strictObject({
  kind: z.enum(['new', 'gone', 'reopened', 'dearer', 'cheaper', 'taken-over', 'other-owner', 'other-mail-host']),
  serviceId: z.string(),
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** dearer and cheaper: share of the old price (0.18: +18 %). */
  share: z.number().nullable(),
})
export type RegisterChange = z.infer<typeof RegisterChange>

/** What to do next, the most worthwhile first; the page has a sentence for each id. */
export const NextAction = z.strictObject({
  id: z.enum([
    'tick-services',
    'say-what-is-crucial',
    'add-bank-statement',
    'add-dns',
    'add-costs',
    'answer-questions',
    'name-the-owner',
    'ask-supplier',
    'remind-supplier',
    'plan-exit',
    'give-notice',
    'service-ends',
    'renew-evidence',
    'review-due',
    'review',
  ]),
  serviceId: z.string().nullable(),
  /** A number or day that the sentence needs: how many, by when. */
  count: z.int().nullable(),
  day: Day.nullable(),
})
export type NextAction = z.infer<typeof NextAction>

/** One state of the register as it was stored, by which progress is measured. */
export const RegisterSnapshot = z.strictObject({
  day: Day,
  services: z.int(),
  crucial: z.int(),
  crucialOutside: z.int(),
  costPerYear: z.int(),
  outsideCost: z.int(),
  coverage: z.number().min(0).max(1).nullable(),
})
export type RegisterSnapshot = z.infer<typeof RegisterSnapshot>

export const PathGoal = z.strictObject({ year: z.int().min(2000).max(2100), text: z.string().max(300) })
export type PathGoal = z.infer<typeof PathGoal>

/** How far along the path: from stored snapshots only. */
export const PathProgress = z.strictObject({
  from: RegisterSnapshot.nullable(),
  now: RegisterSnapshot.nullable(),
  /** Share of the crucial services outside Europe at the beginning that is gone, 0–1; null: nothing to measure yet. */
  done: z.number().min(0).max(1).nullable(),
  /** Share of the time that has passed, 0–1. */
  elapsed: z.number().min(0).max(1).nullable(),
  /** Crucial services outside Europe to leave each year from now on; null without a goal or when it is reached. */
  neededPerYear: z.number().nullable(),
  state: z.enum(['no-goal', 'nothing-measured', 'reached', 'on-course', 'behind', 'too-late']),
})
export type PathProgress = z.infer<typeof PathProgress>

/** What is known about a product that somebody considers. */
export const PurchaseCheck = z.strictObject({
  asked: z.string(),
  product: z.strictObject({ id: z.string(), name: z.string(), kind: ServiceKind, ai: z.boolean() }).nullable(),
  vendor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  origin: Origin,
  parent: z.strictObject({ name: z.string(), country: z.string().nullable() }).nullable(),
  /** Others that it may also be. */
  also: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  alternatives: z.array(z.string()),
  questions: z.array(
    z.strictObject({
      id: z.enum(['owner', 'law', 'data', 'keys', 'sub-processors', 'leaving', 'price', 'open']),
      text: Text,
      /** What we know already; null: ask. */
      known: Text.nullable(),
    }),
  ),
})
export type PurchaseCheck = z.infer<typeof PurchaseCheck>

/** A trace that a person took from a service: which, of what, and where it stood. */
export const SetApart = z.strictObject({
  serviceId: z.string(),
  findingId: z.string(),
  /** Of the service. */
  name: z.string(),
  text: z.string(),
  /** Path of the evidence. */
  evidence: z.string(),
})
export type SetApart = z.infer<typeof SetApart>
