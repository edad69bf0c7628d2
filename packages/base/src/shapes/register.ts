import { z } from 'zod'
import { Country, Day, FactSource, FactStatus, Parent, ServiceKind } from './knowledge.ts'
import { Claim } from './letter.ts'
import { OwnView } from './own-fact.ts'

/** Integer minor units of a currency (euro cents). */
export const Money = z.strictObject({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof Money>

export const Confidence = z.enum(['confirmed', 'likely', 'possible'])
export type Confidence = z.infer<typeof Confidence>

/** What kind of evidence a finding rests on. Two of different kinds make a service more certain. */
export const FindingKind = z.enum([
  'manual',
  'payment',
  'invoice',
  'mail-host',
  'mail-sender',
  'dns',
  'sign-on',
  'bookmark',
  'history',
  'password-entry',
  'package',
  'container',
  'infrastructure',
  'environment',
  'cloud-bill',
  'website',
  'installed',
  'dns-log',
  'meter',
  'sub-processor',
  'answer',
])
export type FindingKind = z.infer<typeof FindingKind>

/**
 * What a reader reads, before anybody asked what it means. `name` is what identifies it in its kind: payee, host, app name,
 * package URL, image, terraform type, variable name, bill's service.
 */
export interface Trace {
  kind: FindingKind
  name: string
  /** More words that may say whose it is: description of a payment, publisher of an app. Never stored. */
  also?: string
  /** Where in the file: line 12, entry 3, /path/in/zip:line. */
  locator: string
  /** What a person is shown; without personal data. */
  text: string
  /** Hosts and domains in it, where there are any. */
  domain?: string
  payment?: Money & { date: string }
  /** Country or region where data stands, as the bill says. */
  location?: string
  /** Of sub-processors: whose they are (vendor or product name). */
  of?: string
  /** Of a supplier's answer: what it said about which service. */
  claim?: Claim
  /** The sign itself is too weak for more than this, whatever it is recognised by. */
  atMost?: Confidence
}

/** One thing read out of a piece of evidence. */
export const Finding = z.strictObject({
  /** Same evidence, same place, same words: same id. */
  id: z.string(),
  evidence: z.string(),
  kind: FindingKind,
  locator: z.string(),
  text: z.string(),
  confidence: Confidence,
  /** Known product, or only its vendor; both null for a made-up or unknown name (`name` then says it). */
  productId: z.string().nullable(),
  vendorId: z.string().nullable(),
  name: z.string(),
  domain: z.string().nullable(),
  /** By what it was recognised: `domain moneybird.com`, `name on the statement`, `rule of your own`. */
  why: z.string(),
  payment: Money.extend({ date: Day }).nullable(),
  location: z.string().nullable(),
  /** Of a sub-processor: whose (product or vendor id, else the name as it stood). It is no service of our own. */
  of: z.string().nullable().optional(),
  /** What a supplier said. It shows no service, and is never more than reported. */
  claim: Claim.nullable().optional(),
})
export type Finding = z.infer<typeof Finding>

/** A doubt that a person can settle with one click; answered ones become own rules. */
export const Question = z.strictObject({
  id: z.string(),
  evidence: z.string(),
  locator: z.string(),
  text: z.string(),
  /** As an own rule will know it: the name, normalised. */
  words: z.string(),
  kind: FindingKind,
  /** What it may be, likeliest first. */
  candidates: z.array(
    z.strictObject({ productId: z.string().nullable(), vendorId: z.string().nullable(), name: z.string() }),
  ),
  count: z.int(),
  total: Money.nullable(),
})
export type Question = z.infer<typeof Question>

export const OwnRule = z.strictObject({
  /** The words as they stood, normalised. */
  words: z.string().min(1).max(300),
  /** null: this is no service (a butcher). */
  productId: z.string().nullable(),
  name: z.string().nullable(),
  createdAt: z.int(),
})
export type OwnRule = z.infer<typeof OwnRule>

/** A file or answer that somebody gave us. */
export const Evidence = z.strictObject({
  id: z.string(),
  /** Name of the file, or what was typed. */
  path: z.string(),
  reader: z.string(),
  sha256: z.string(),
  addedAt: z.int(),
  records: z.int(),
  findings: z.int(),
  ignored: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  /** First and last day that it covers, where it says so. */
  from: Day.nullable(),
  to: Day.nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** What a person says about a service. Null: not said (unknown). */
export const ServiceNotes = z.strictObject({
  crucial: z.boolean().nullable().default(null),
  /** Euro cents a month; null: unknown. */
  costPerMonth: z.int().min(0).nullable().default(null),
  process: z.string().max(200).nullable().default(null),
  owner: z.string().max(200).nullable().default(null),
  contractEnd: Day.nullable().default(null),
  noticeDays: z.int().min(0).max(3650).nullable().default(null),
  personalData: z.enum(['none', 'customers', 'staff', 'both']).nullable().default(null),
  data: z.string().max(500).nullable().default(null),
  dataLocation: z.string().max(100).nullable().default(null),
  ai: z.boolean().nullable().default(null),
  remark: z.string().max(2000).nullable().default(null),
})
export type ServiceNotes = z.infer<typeof ServiceNotes>

export const ServiceVendor = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: Country.nullable(),
  countryStatus: FactStatus,
  ultimateParent: Parent.extend({ source: FactSource.nullable(), status: FactStatus }).nullable(),
  /** Where somebody in the company stated facts of it: what, and what the knowledge says in their place. */
  own: OwnView.optional(),
})
export type ServiceVendor = z.infer<typeof ServiceVendor>

/** exposed: the law can reach whoever controls it; unknown is never "no indication". Never "illegal". */
export const Exposure = z.enum(['exposed', 'possibly', 'no-indication', 'unknown'])
export type Exposure = z.infer<typeof Exposure>

/** europe: controlled from a country that the setting calls European; outside; unknown. Only confirmed facts count. */
export const Origin = z.enum(['europe', 'outside', 'unknown'])
export type Origin = z.infer<typeof Origin>

/** A piece of software or cloud that the company uses: all findings about it in one row. */
export const Service = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: ServiceKind,
  domain: z.string().nullable(),
  vendor: ServiceVendor.nullable(),
  confidence: Confidence,
  origin: Origin,
  findings: z.array(Finding),
  /** A year, from payments and bills, or what was said by hand; null: unknown. */
  cost: Money.extend({
    period: z.literal('year'),
    from: z.enum(['payments', 'invoices', 'cloud-bill', 'hand']),
  }).nullable(),
  lastPaid: Day.nullable(),
  /** Share by which the latest regular payment is above the first (0.18: +18 %), and since when. */
  priceChange: z.strictObject({ share: z.number(), since: Day }).nullable(),
  notes: ServiceNotes,
  exposures: z.array(z.strictObject({ lawId: z.string(), exposure: Exposure, because: z.string() })),
  dataLocations: z.array(z.string()),
  /** Why findings of several sources are one service. */
  merged: z.array(z.string()),
})
export type Service = z.infer<typeof Service>

/** The figures of the first screen. Euro cents a year. */
export const RegisterSummary = z.strictObject({
  services: z.int(),
  costPerYear: z.int(),
  /** Services whose cost nobody knows. */
  costUnknown: z.int(),
  outside: z.int(),
  outsideCost: z.int(),
  europe: z.int(),
  europeCost: z.int(),
  unknownOwner: z.int(),
  unknownCost: z.int(),
  crucial: z.int(),
  crucialOutside: z.int(),
  /** Share of the services (0–1) of which vendor and ultimate parent are confirmed; null with an empty register. */
  coverage: z.number().min(0).max(1).nullable(),
})
export type RegisterSummary = z.infer<typeof RegisterSummary>

/** Which countries count as European. */
export const Europe = z.enum(['eu', 'eea', 'eea-ch', 'eea-ch-uk'])
export type Europe = z.infer<typeof Europe>
