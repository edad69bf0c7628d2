import type { Language, OwnView, Service } from '@nabij/base'
import { csvText, separators } from './csv-text.ts'

/** All services as CSV, a line for each; amounts with the decimal sign of the language. */
export function servicesCsv(services: Service[], language: Language): string {
  const { decimal } = separators[language]
  const money = (minor: number) => (minor / 100).toFixed(2).replace('.', decimal)
  const rows = services.map((service) => {
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
    ]
  })
  return csvText([columns, ...rows], language)
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
]

/** What the knowledge says of a vendor of whom the company states something else. */
function packSays({ country, ultimateParent: { value, status } }: OwnView['pack']): string {
  const owner = value ? `${value.name} (${value.country ?? '?'}, ${value.control}, ${status})` : status
  return `country: ${country.value ?? '?'} (${country.status}) | owner: ${owner}`
}
