import { type Alternative, countryText, type ExitState, type Language, type Service } from '@nabij/base'
import { csvText } from './csv-text.ts'

const texts = {
  nl: {
    columns:
      'bedrijf|stand van|dienst|leverancier|land van de leverancier|uiteindelijke eigenaar|land van de eigenaar|bron van de eigenaar|gebruikt voor|persoonsgegevens|waar de gegevens staan|onderaannemers|contract loopt af|opzegtermijn in dagen|vertrekplan|alternatieven',
    unknown: 'onbekend',
    personal: { none: 'geen', customers: 'van klanten', staff: 'van personeel', both: 'van klanten en personeel' },
    exit: {
      open: 'geen',
      considered: 'overwogen',
      planned: 'gepland',
      shadowing: 'op proef ernaast',
      switched: 'overgestapt',
      gone: 'weg',
    },
  },
  en: {
    columns:
      'company|as of|service|supplier|supplier’s country|ultimate owner|owner’s country|source of the owner|used for|personal data|where the data is|sub-processors|contract ends|days of notice|exit plan|alternatives',
    unknown: 'unknown',
    personal: { none: 'none', customers: 'of customers', staff: 'of staff', both: 'of customers and staff' },
    exit: {
      open: 'none',
      considered: 'considered',
      planned: 'planned',
      shadowing: 'on trial beside it',
      switched: 'switched',
      gone: 'gone',
    },
  },
} as const

/**
 * What a bank or a large customer asks of its suppliers, as CSV: a line for each crucial service. Only a confirmed owner is
 * named; what is not known says so.
 */
export function customerSheet(about: {
  company: string | null
  /** YYYY-MM-DD */
  today: string
  services: readonly Service[]
  exits: Readonly<Record<string, ExitState>>
  alternativesFor(service: Service): readonly Alternative[]
  language: Language
}): string {
  const { company, today, services, exits, alternativesFor, language } = about
  const { columns, unknown, personal, exit } = texts[language]
  const country = (code: string | null | undefined): string => (code ? countryText(code, language) : unknown)
  const rows = services
    .filter(({ notes }) => notes.crucial === true)
    .map((service) => {
      const { name, vendor, notes, dataLocations, findings } = service
      const parent = vendor?.ultimateParent?.status === 'confirmed' ? vendor.ultimateParent : null
      const state = exits[service.id]?.state ?? null
      const below = [...new Set(findings.filter(({ kind }) => kind === 'sub-processor').map((one) => one.name))].sort()
      return [
        company ?? unknown,
        today,
        name,
        vendor?.name ?? unknown,
        country(vendor?.countryStatus === 'confirmed' ? vendor.country : null),
        parent?.name ?? unknown,
        country(parent?.country),
        parent?.source?.address ?? unknown,
        notes.process ?? unknown,
        notes.personalData === null ? unknown : personal[notes.personalData],
        dataLocations.join(' ') || unknown,
        below.join(', ') || unknown,
        notes.contractEnd ?? unknown,
        notes.noticeDays === null ? unknown : String(notes.noticeDays),
        exit[state ?? 'open'],
        alternativesFor(service)
          .map((alternative) => alternative.name)
          .join(', ') || unknown,
      ]
    })
  return csvText([columns.split('|'), ...rows], language)
}
