import {
  type Alternative,
  type Decision,
  type Evidence,
  type Finding,
  type KnowledgeState,
  type KnowledgeUpdate,
  type KnownEvent,
  type KnownLaw,
  type Letter,
  type OwnRule,
  type OwnView,
  type PackInUse,
  type Question,
  type RegisterSnapshot,
  type RegisterSummary,
  type Service,
  ServiceNotes,
  type Vendor,
} from '@nabij/base'
import type { RegisterSettings } from '../../../workspace/register/setting.ts'

const sha256 = '9f2c1d7e4a80b35c6e19d2f7a4b8c0e35d6f7182934a5b6c7d8e9f0a1b2c3d4e'
const id = '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e10'
const morning = 1_763_971_200_000
const source = { address: 'https://vendor.example/legal', readOn: '2026-11-25', quote: 'Example B.V., Utrecht' }
const parent = { name: 'Example Group N.V.', country: 'NL', control: 'listed' as const, asOf: '2026-11-25' }

export const finding: Finding = {
  id: 'b7c1d90a',
  evidence: sha256,
  kind: 'payment',
  locator: 'entry 12',
  text: 'Example Books B.V. € 39.00',
  confidence: 'confirmed',
  productId: 'example-books',
  vendorId: 'example',
  name: 'Example Books B.V.',
  domain: null,
  why: 'name on the statement',
  payment: { amountMinor: 3900, currency: 'EUR', date: '2026-11-03' },
  location: null,
}

export const notes: ServiceNotes = ServiceNotes.parse({ crucial: true, process: 'Invoicing' })

export const service: Service = {
  id: 'example-books',
  name: 'Example Books',
  kind: 'bookkeeping',
  domain: 'books.example',
  vendor: {
    id: 'example',
    name: 'Example',
    country: 'NL',
    countryStatus: 'confirmed',
    ultimateParent: { ...parent, source, status: 'confirmed' },
  },
  confidence: 'confirmed',
  origin: 'europe',
  findings: [finding],
  cost: { amountMinor: 46_800, currency: 'EUR', period: 'year', from: 'payments' },
  lastPaid: '2026-11-03',
  priceChange: null,
  notes,
  exposures: [],
  dataLocations: [],
  merged: [],
}

export const evidence: Evidence = {
  id: sha256,
  path: 'bank-2026.xml',
  reader: 'bank-camt',
  sha256,
  addedAt: morning,
  records: 412,
  findings: 61,
  ignored: [{ reason: 'no known vendor', count: 351 }],
  from: '2026-01-01',
  to: '2026-11-24',
}

export const question: Question = {
  id: 'c01a77',
  evidence: sha256,
  locator: 'entry 31',
  text: 'Slack & Zn.',
  words: 'slack zn',
  kind: 'payment',
  candidates: [{ productId: 'example-chat', vendorId: 'example', name: 'Example Chat' }],
  count: 3,
  total: { amountMinor: 21_000, currency: 'EUR' },
}

export const rule: OwnRule = { words: 'slack zn', productId: null, name: null, createdAt: morning }

export const summary: RegisterSummary = {
  services: 12,
  costPerYear: 3_148_000,
  costUnknown: 2,
  outside: 7,
  outsideCost: 2_486_900,
  europe: 3,
  europeCost: 600_000,
  unknownOwner: 2,
  unknownCost: 61_100,
  crucial: 6,
  crucialOutside: 4,
  coverage: 0.62,
}

export const snapshot: RegisterSnapshot = {
  day: '2026-11-25',
  services: 12,
  crucial: 6,
  crucialOutside: 4,
  costPerYear: 3_148_000,
  outsideCost: 2_486_900,
  coverage: 0.62,
}

export const vendor: Vendor = {
  id: 'example',
  name: 'Example',
  domains: ['vendor.example'],
  country: { value: 'NL', status: 'confirmed', source },
  ultimateParent: { value: parent, status: 'confirmed', source },
  products: [],
  signatures: {
    names: [],
    weakNames: [],
    domains: [],
    packages: [],
    images: [],
    terraform: [],
    actions: [],
    env: [],
    mx: [],
    spf: [],
    dns: [],
    txt: [],
  },
}

export const alternative: Alternative = {
  id: 'other-books',
  name: 'Other Books',
  kind: 'bookkeeping',
  country: 'DE',
  parent: null,
  openSource: false,
  licence: null,
  selfHosted: 'no',
  price: null,
  replaces: ['example-books'],
  weakerIn: null,
  effort: 'weeks',
  guides: [],
  ownDependencies: null,
  source,
}

export const event: KnownEvent = {
  id: 'example-price-2026',
  kind: 'price-rise',
  about: ['example-books'],
  date: '2026-03-01',
  status: 'confirmed',
  text: { nl: 'Prijs omhoog', en: 'Price rise' },
  source,
}

export const settings: RegisterSettings = {
  company: 'Example Bakery',
  domains: ['bakery.example'],
  europe: 'eea',
  reviewOn: '2027-05-01',
  goal: { year: 2031, text: 'Nothing crucial only outside Europe' },
}

export const letter: Letter = {
  id,
  serviceId: 'example-books',
  language: 'en',
  subject: 'Questions about Example Books',
  body: 'Dear supplier,',
  asks: ['location', 'export'],
  state: 'sent',
  createdAt: morning,
  sentAt: morning,
  answeredAt: null,
  answerBy: '2026-12-23',
  evidence: null,
}

export const decision: Decision = {
  id,
  asked: 'Example Chat',
  decision: 'later',
  reason: 'Asks first where the data are',
  createdAt: morning,
}

export const own: OwnView = {
  facts: [
    {
      vendorId: 'example',
      field: 'owner',
      value: 'Example Holding B.V.',
      source: 'Chamber of Commerce, extract',
      day: '2026-11-20',
      about: null,
      statedAt: morning,
    },
  ],
  idle: [],
  pack: { country: vendor.country, ultimateParent: vendor.ultimateParent },
}

export const law: KnownLaw = {
  id: 'example-act',
  country: 'US',
  name: 'Example Act',
  text: { nl: 'Voorbeeld van een wet', en: 'Example of a law' },
  extraterritorial: true,
  source,
}

const pack: PackInUse = { version: '2026.12.1', made: '2026-12-01', sha256, vendors: 2300, installedAt: morning }
const shipped: PackInUse = { ...pack, version: '2026.11.25', made: '2026-11-25', installedAt: null }

export const knowledge: KnowledgeState = {
  now: pack,
  back: shipped,
  alternatives: 210,
  events: 90,
  laws: 6,
  own: 1,
  credits: [{ name: 'Example list', licence: 'MIT', address: 'https://list.example' }],
}

export const update: KnowledgeUpdate = {
  now: pack,
  before: shipped,
  vendors: { added: 12, gone: 0, changed: 30 },
  changes: [
    {
      kind: 'owner',
      about: 'example',
      name: 'Example',
      serviceIds: ['example-books'],
      what: null,
      before: 'Example Group N.V. (NL)',
      after: 'Example Capital Inc (US)',
      text: null,
      source,
      own: false,
    },
  ],
  installed: true,
}
