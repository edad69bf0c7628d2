import { type Language, type Origin, type RegisterSummary, type Service, yearlyCost } from '@nabij/base'
import { type Source, type SourceList, sourceList } from './source-list.ts'
import { type Texts, textsFor } from './texts.ts'
import { type Words, wordsFor } from './words.ts'

/** What page, print and PDF are made of. All texts are finished; `notes` are numbers of `sources`. */
export interface Report {
  language: Language
  sample: boolean
  title: string
  company: string
  madeOn: string
  /** Null with an empty register: then nothing is claimed. */
  headline: Headline | null
  actions: string[]
  byCountry: Share[]
  byParent: Share[]
  byProcess: Share[]
  services: Row[]
  gaps: string[]
  method: string[]
  /** Where each figure of the first pages comes from; `mark` stands beside the figure. */
  figures: { mark: Mark; text: string }[]
  sources: Source[]
}

/** a: euros, b: share, c: crucial, d: coverage. */
export type Mark = 'a' | 'b' | 'c' | 'd'

export interface Headline {
  costPerYear: string
  costSentence: string
  outsideShare: string
  sentence: string
  crucialOutside: string
  crucialSentence: string
  coverage: string
  coverageSentence: string
  /** Euro cents a year, for the bar. */
  bar: Record<Origin, number>
  /** What the bar says, for who cannot see it. */
  barText: string
  barLabels: Record<Origin, string>
}

export interface Share {
  name: string
  services: number
  crucial: number
  /** Euro cents a year, of the services whose cost is known. */
  cost: number
  costText: string
  origin: Origin
}

export interface Row {
  id: string
  name: string
  kind: string
  vendor: string
  parent: string
  country: string
  origin: Origin
  originText: string
  cost: string
  /** From payments, invoices, a cloud's bill, or said by hand; empty when unknown. */
  costFrom: string
  crucial: boolean
  confidence: string
  evidence: string
  notes: number[]
}

export interface ReportInput {
  company: string | null
  language: Language
  /** YYYY-MM-DD */
  today: string
  sample?: boolean
  summary: RegisterSummary
  services: Service[]
  /** Next steps, in words already. */
  actions?: string[]
}

/** The register as a paper: two pages for who decides, an annex with every service and every source. */
export function buildReport(input: ReportInput): Report {
  const { language, today, summary, services } = input
  const [words, texts] = [wordsFor(language), textsFor(language)]
  const sources = sourceList(words)
  const rows = [...services].sort(byCost).map((service) => rowOf(service, words, sources))
  return {
    language,
    sample: input.sample ?? false,
    title: texts.title,
    company: input.company ?? texts.noCompany,
    madeOn: words.day(today),
    headline: services.length === 0 ? null : headlineOf(summary, words),
    actions: input.actions ?? [],
    byCountry: sharesBy(services, words, (service) => countryOf(service, words)),
    byParent: sharesBy(services, words, (service) => parentOf(service) ?? texts.unknownOwner),
    byProcess: sharesBy(
      services.filter(({ notes }) => notes.process !== null),
      words,
      ({ notes }) => notes.process ?? words.unknown,
    ),
    services: rows,
    gaps: gapsOf(summary, services, words),
    method: texts.method,
    figures: services.length === 0 ? [] : figuresOf(services, texts),
    sources: sources.all(),
  }
}

/** As the bar is drawn, and its legend is read. */
export const barOrder = ['outside', 'europe', 'unknown'] as const satisfies readonly Origin[]

function figuresOf(services: readonly Service[], texts: Texts): Report['figures'] {
  const counts = (['payments', 'invoices', 'cloud-bill', 'hand'] as const).flatMap((from) => {
    const count = services.filter((service) => yearlyCost(service) !== null && service.cost?.from === from).length
    return count > 0 ? [`${count} × ${texts.costFrom[from]}`] : []
  })
  return [
    { mark: 'a', text: texts.figures.cost(counts.join(', ')) },
    { mark: 'b', text: texts.figures.share },
    { mark: 'c', text: texts.figures.crucial },
    { mark: 'd', text: texts.figures.coverage },
  ]
}

function headlineOf(summary: RegisterSummary, words: Words): Headline {
  const texts = textsFor(words.language)
  const { costPerYear, outsideCost, europeCost, unknownCost, crucial, crucialOutside, unknownOwner, coverage } = summary
  const share = costPerYear === 0 ? words.unknown : words.percent(outsideCost / costPerYear)
  const bar = { europe: europeCost, outside: outsideCost, unknown: unknownCost }
  return {
    costPerYear: costPerYear === 0 && summary.costUnknown > 0 ? words.unknown : words.euro(costPerYear),
    costSentence: texts.cost(summary.services, summary.costUnknown),
    outsideShare: share,
    sentence: texts.outside,
    crucialOutside: crucial === 0 ? words.unknown : texts.ofCrucial(crucialOutside, crucial),
    crucialSentence: crucial === 0 ? texts.noneCrucial : texts.crucial,
    coverage: coverage === null ? words.unknown : words.percent(coverage),
    coverageSentence: texts.coverage(unknownOwner),
    bar,
    barText: barOrder.map((origin) => `${texts.origins[origin]}: ${words.euro(bar[origin])}`).join('; '),
    barLabels: texts.origins,
  }
}

function rowOf(service: Service, words: Words, sources: SourceList): Row {
  const texts = textsFor(words.language)
  const parent = parentOf(service)
  const kinds = [...new Set(service.findings.map(({ kind }) => texts.findingKinds[kind]))]
  return {
    id: service.id,
    name: service.name,
    kind: texts.serviceKinds[service.kind],
    vendor: service.vendor?.name ?? words.unknown,
    parent: parent === null ? words.unknown : isOwn(service) ? `${parent} (${texts.own})` : parent,
    country: countryOf(service, words),
    origin: service.origin,
    originText: texts.origins[service.origin],
    cost: service.cost ? costText(service, words) : words.unknown,
    costFrom: service.cost ? texts.costFrom[service.cost.from] : '',
    crucial: service.notes.crucial === true,
    confidence: texts.confidences[service.confidence],
    evidence: kinds.join(', '),
    notes: sources.ofOwner(service.vendor),
  }
}

function costText({ cost }: Service, words: Words): string {
  if (!cost) return words.unknown
  return cost.currency === 'EUR'
    ? words.euro(cost.amountMinor)
    : `${cost.currency} ${(cost.amountMinor / 100).toFixed(2)}`
}

/** Only what is confirmed; what is merely reported is no answer in a paper. */
function parentOf({ vendor }: Service): string | null {
  const parent = vendor?.ultimateParent
  return parent && parent.status === 'confirmed' ? parent.name : null
}

/** The company says itself whose it is. */
function isOwn({ vendor }: Service): boolean {
  return vendor?.ultimateParent?.source?.own === true
}

function countryOf({ vendor }: Service, words: Words): string {
  const parent = vendor?.ultimateParent
  return words.country(parent?.status === 'confirmed' ? parent.country : null)
}

function sharesBy(services: Service[], words: Words, nameOf: (service: Service) => string): Share[] {
  const shares = new Map<string, Share & { known: boolean }>()
  for (const service of services) {
    const name = nameOf(service)
    const share = shares.get(name) ?? {
      name,
      services: 0,
      crucial: 0,
      cost: 0,
      costText: '',
      origin: service.origin,
      known: false,
    }
    share.services += 1
    share.crucial += service.notes.crucial === true ? 1 : 0
    share.cost += yearlyCost(service) ?? 0
    share.known ||= service.cost?.currency === 'EUR'
    if (share.origin !== service.origin) share.origin = 'unknown'
    shares.set(name, share)
  }
  return [...shares.values()]
    .map(({ known, ...share }) => ({ ...share, costText: known ? words.euro(share.cost) : words.unknown }))
    .sort((a, b) => b.cost - a.cost || b.services - a.services || (a.name < b.name ? -1 : 1))
}

function gapsOf(summary: RegisterSummary, services: Service[], words: Words): string[] {
  const texts = textsFor(words.language)
  const unlocated = services.filter(
    ({ dataLocations, notes }) => dataLocations.length === 0 && !notes.dataLocation,
  ).length
  const own = services.filter(isOwn).length
  const unsaid = services.filter(({ notes }) => notes.crucial === null).length
  return [
    summary.unknownOwner > 0 ? texts.gapOwner(summary.unknownOwner) : null,
    own > 0 ? texts.gapOwn(own) : null,
    summary.costUnknown > 0 ? texts.gapCost(summary.costUnknown) : null,
    unlocated > 0 ? texts.gapLocation(unlocated) : null,
    unsaid > 0 ? texts.gapCrucial(unsaid) : null,
  ].filter((gap) => gap !== null)
}

function byCost(a: Service, b: Service): number {
  return (yearlyCost(b) ?? 0) - (yearlyCost(a) ?? 0) || (a.name < b.name ? -1 : 1)
}
