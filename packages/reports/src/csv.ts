import type { Language, Service } from '@nabij/base'

const separators = { nl: { field: ';', decimal: ',' }, en: { field: ',', decimal: '.' } } as const

/**
 * All services as CSV that a spreadsheet opens by a double click: UTF-8 with its mark, CRLF, in Dutch semicolons and decimal
 * commas. Text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function servicesCsv(services: Service[], language: Language): string {
  const { field, decimal } = separators[language]
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
    ]
  })
  return `\ufeff${[columns, ...rows].map((row) => row.map((text) => cell(text, field)).join(field)).join('\r\n')}\r\n`
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
]

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
function cell(text: string, separator: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["\r\n]/.test(harmless) || harmless.includes(separator) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
