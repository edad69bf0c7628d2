import { z } from 'zod'

/** ISO 3166-1 alpha-2, capitals. */
export const Country = z.string().regex(/^[A-Z]{2}$/)

/** YYYY-MM-DD. */
export const Day = z.iso.date()

/** As much of a day as a source says: YYYY-MM-DD, YYYY-MM or YYYY. */
export const PartialDay = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

/** Only `confirmed` counts in an assessment; `reported` is shown in grey. */
export const FactStatus = z.enum(['confirmed', 'reported', 'unknown', 'disputed'])
export type FactStatus = z.infer<typeof FactStatus>

/** Where a fact was really read. */
export const FactSource = z.strictObject({
  /** Address of the page, or `dataset:NAME` for a public data set. */
  address: z.string().min(1).max(500),
  readOn: Day,
  /** The words that it rests on, short. */
  quote: z.string().max(300).optional(),
  /** Licence of a data set, where the fact was taken over from one. */
  licence: z.string().max(60).optional(),
  /** Somebody in the company says so: `address` is what they gave for it. No pack has this. */
  own: z.literal(true).optional(),
})
export type FactSource = z.infer<typeof FactSource>

/** A value that nobody knows is null, with status `unknown` and no source. */
function fact<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ value: value.nullable(), status: FactStatus, source: FactSource.nullable() })
}

/** Who controls a vendor in the end. */
export const Control = z.enum([
  'listed',
  'private-equity',
  'founder-or-family',
  'majority',
  'foundation',
  'state',
  'community',
  'unknown',
])
export type Control = z.infer<typeof Control>

export const Parent = z.strictObject({
  name: z.string().min(1).max(200),
  country: Country.nullable(),
  control: Control,
  /** As of when this was so, by the source's own word; null when it names no date. */
  asOf: PartialDay.nullable(),
})
export type Parent = z.infer<typeof Parent>

export const ServiceKind = z.enum([
  'bookkeeping',
  'payroll-hr',
  'office-mail',
  'payments',
  'banking',
  'web-shop',
  'erp-production',
  'cad-engineering',
  'crm-sales',
  'marketing',
  'communication',
  'telephony',
  'ai',
  'backup-storage',
  'hosting-cloud',
  'domain-dns',
  'security',
  'identity',
  'development',
  'library',
  'monitoring-analytics',
  'design-media',
  'project-collaboration',
  'support-desk',
  'logistics',
  'operating-system',
  'hardware',
  'other',
])
export type ServiceKind = z.infer<typeof ServiceKind>

/** By what a trace is known to belong to a product. All lower case unless said. */
export const Signatures = z.strictObject({
  /** Words as they stand on statements, invoices and app lists; matched as whole words. */
  names: z.array(z.string()).default([]),
  /** Names that are also common words or other companies' names: these alone never suffice. */
  weakNames: z.array(z.string()).default([]),
  /** Registrable domains or hosts below them. */
  domains: z.array(z.string()).default([]),
  /** Package URLs without version; `*` at the end matches any ending: pkg:npm/@aws-sdk/client-s3, pkg:pypi/boto3 */
  packages: z.array(z.string()).default([]),
  /** Container images without tag. */
  images: z.array(z.string()).default([]),
  /** Terraform providers and resource types (`aws_*`), GitHub actions (`owner/name`), prefixes of environment names (`STRIPE_`). */
  terraform: z.array(z.string()).default([]),
  actions: z.array(z.string()).default([]),
  env: z.array(z.string()).default([]),
  /** DNS: host suffixes of MX, SPF include, DKIM CNAME, NS, CNAME; beginnings of TXT. */
  mx: z.array(z.string()).default([]),
  spf: z.array(z.string()).default([]),
  dns: z.array(z.string()).default([]),
  txt: z.array(z.string()).default([]),
})
export type Signatures = z.infer<typeof Signatures>

export const KnownProduct = z.strictObject({
  /** Unique over all vendors, kebab-case: microsoft-365. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1).max(100),
  kind: ServiceKind,
  ai: z.boolean().default(false),
  signatures: Signatures.prefault({}),
})
export type KnownProduct = z.infer<typeof KnownProduct>

/** One file in packages/knowledge/vendors: everything known about one vendor. */
export const Vendor = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1).max(100),
  /** The vendor's own domains (registrable). One domain belongs to one vendor. */
  domains: z.array(z.string()).default([]),
  /** Country of the registered office. */
  country: fact(Country),
  /** Who sends the bill in Europe. */
  contractingEntity: fact(z.strictObject({ name: z.string(), country: Country })).optional(),
  ultimateParent: fact(Parent),
  products: z.array(KnownProduct).default([]),
  /** Names and weak names as for products, when only the vendor is meant (a bill of "Microsoft Ireland"). */
  signatures: Signatures.prefault({}),
})
export type Vendor = z.infer<typeof Vendor>

/** A sentence in both languages, with where it was read; without a source it is not told. */
export const SourcedText = z.strictObject({ nl: z.string().min(1), en: z.string().min(1), source: FactSource })
export type SourcedText = z.infer<typeof SourcedText>

/** Something that could take a product's place. */
export const Alternative = z.strictObject({
  /** Vendor or product id when it is known itself. */
  id: z.string(),
  name: z.string(),
  kind: ServiceKind,
  country: Country.nullable(),
  parent: z.string().nullable(),
  openSource: z.boolean(),
  licence: z.string().nullable(),
  selfHosted: z.enum(['yes', 'no', 'both', 'unknown']),
  /** As of the day that its source names; null when it names none. */
  price: z.strictObject({ text: z.string(), asOf: PartialDay.nullable(), source: FactSource }).nullable(),
  /** Product ids. */
  replaces: z.array(z.string()),
  /** One short sentence; null: no source says so (shown as unknown). */
  weakerIn: SourcedText.nullable(),
  effort: z.enum(['hours', 'days', 'weeks', 'months', 'unknown']),
  guides: z.array(z.string()).default([]),
  /** Its own dependencies outside Europe, in words; null: unknown. */
  ownDependencies: SourcedText.nullable(),
  source: FactSource,
})
export type Alternative = z.infer<typeof Alternative>

/** What a vendor or a law did or will do, with its date. */
export const KnownEvent = z.strictObject({
  id: z.string(),
  kind: z.enum(['retirement', 'price-rise', 'take-over', 'law', 'other']),
  /** Product or vendor ids that it touches; none for a law. */
  about: z.array(z.string()),
  date: Day.nullable(),
  text: z.strictObject({ nl: z.string(), en: z.string() }),
  status: FactStatus,
  source: FactSource,
})
export type KnownEvent = z.infer<typeof KnownEvent>

/** A law that can compel a vendor from outside Europe. */
export const KnownLaw = z.strictObject({
  id: z.string(),
  country: Country,
  name: z.string(),
  text: z.strictObject({ nl: z.string(), en: z.string() }),
  extraterritorial: z.boolean(),
  source: FactSource,
})
export type KnownLaw = z.infer<typeof KnownLaw>
