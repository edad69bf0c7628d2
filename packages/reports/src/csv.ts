import type { Assessment, Language, OwnView, Service } from '@nabij/base'
import { csvText, separators } from './csv-text.ts'

/**
 * All services as CSV, a line for each; numbers with the decimal sign of the language. Whatever the page reckons can be
 * reckoned again from it: sums and shares, coverage, each level and score, each scenario.
 */
export function servicesCsv(
  services: Service[],
  language: Language,
  assess: (service: Service) => Pick<Assessment, 'seal' | 'gated' | 'score' | 'coverage'> | null = () => null,
): string {
  const { decimal } = separators[language]
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value).replace('.', decimal)
  const assessed = services.map(assess)
  const objectives = assessed.find((one) => one !== null)?.seal ?? []
  const sealColumns = objectives.flatMap(({ objective, weight }) => [
    `${objective} level (weight ${share(weight)})`,
    `${objective} known`,
  ])
  const money = (minor: number) => (minor / 100).toFixed(2).replace('.', decimal)
  const rows = services.map((service, at) => {
    const assessment = assessed[at]
    const parent = service.vendor?.ultimateParent ?? null
    return [
      service.id,
      service.name,
      service.kind,
      service.confidence,
      service.origin,
      service.vendor?.name ?? '',
      service.vendor?.country ?? '',
      service.vendor?.countryStatus ?? '',
      parent?.name ?? '',
      parent?.country ?? '',
      parent?.control ?? '',
      parent?.status ?? '',
      parent?.asOf ?? '',
      parent?.source?.address ?? '',
      service.cost ? money(service.cost.amountMinor) : '',
      service.cost?.currency ?? '',
      service.cost?.from ?? '',
      service.lastPaid ?? '',
      service.notes.crucial === null ? '' : String(service.notes.crucial),
      service.notes.process ?? '',
      service.notes.contractEnd ?? '',
      service.notes.noticeDays === null ? '' : String(service.notes.noticeDays),
      service.dataLocations.join(' '),
      service.exposures.map(({ lawId, exposure }) => `${lawId}: ${exposure}`).join(' | '),
      String(service.findings.length),
      [...new Set(service.findings.map(({ kind }) => kind))].join(' '),
      (service.vendor?.own?.facts ?? [])
        .map(({ field, value, source, day }) => `${field}: ${value} (${source}, ${day})`)
        .join(' | '),
      service.vendor?.own ? packSays(service.vendor.own.pack) : '',
      service.notes.personalData ?? '',
      [...new Set(service.findings.flatMap(({ payment }) => (payment ? [payment.currency] : [])))].sort().join(' '),
      ...(assessment?.seal ?? []).flatMap(({ level, known }) => [share(level), share(known)]),
      share(assessment?.gated),
      share(assessment?.score),
      share(assessment?.coverage),
    ]
  })
  const head = [...columns, ...sealColumns, 'sealGated', 'sealScore', 'sealCoverage']
  return csvText([head, ...rows], language)
}

const columns = [
  'id',
  'service',
  'kind',
  'confidence',
  'origin',
  'vendor',
  'vendorCountry',
  'vendorCountryStatus',
  'ultimateParent',
  'parentCountry',
  'control',
  'parentStatus',
  'parentAsOf',
  'parentSource',
  'costPerYear',
  'currency',
  'costFrom',
  'lastPaid',
  'crucial',
  'process',
  'contractEnd',
  'noticeDays',
  'dataLocations',
  'exposures',
  'findings',
  'seenIn',
  // What the company states itself of the vendor, and what the knowledge says in its place.
  'ownStatements',
  'knowledgeSays',
  'personalData',
  'paidIn',
]

/** What the knowledge says of a vendor of whom the company states something else. */
function packSays({ country, ultimateParent: { value, status } }: OwnView['pack']): string {
  const owner = value ? `${value.name} (${value.country ?? '?'}, ${value.control}, ${status})` : status
  return `country: ${country.value ?? '?'} (${country.status}) | owner: ${owner}`
}
