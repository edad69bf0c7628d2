import type { Service } from '@nabij/base'
import { formatNumber, formatShare } from '../format.ts'
import { table } from '../table.ts'
import type { Call } from '../verb.ts'
import { faultLines } from './mapping.ts'
import type { Scanned } from './scan.ts'

/** What a person reads: the figures first, then a line a service. */
export function scanLines({ read, register, failed, ignored }: Scanned, call: Call): string[] {
  const { summary, services, questions } = register
  const head =
    services.length === 0
      ? [call.say('Niets gevonden.', 'Nothing found.')]
      : [
          ...summaryLines(summary, call),
          '',
          ...table(
            [
              call.say('dienst', 'service'),
              call.say('van', 'by'),
              call.say('land', 'country'),
              call.say('€ per jaar', '€ a year'),
              call.say('zekerheid', 'certainty'),
              call.say('vondsten', 'findings'),
            ],
            services.map((service) => rowOf(service, call)),
          ),
        ]
  const left = ignored.reduce((sum, { count }) => sum + count, 0)
  return [
    ...head,
    '',
    call.say(
      `${read.length} bestanden gelezen, ${left} overgeslagen.`,
      `${read.length} files read, ${left} passed over.`,
    ),
    ...(questions.length > 0
      ? [call.say(`${questions.length} namen zijn niet zeker.`, `${questions.length} names are not certain.`)]
      : []),
    ...faultLines(
      read.flatMap(({ table }) => (table ? [table] : [])),
      call,
    ),
    ...failed.map(({ path, error }) => {
      const { proposal } = error.params
      return typeof proposal === 'string' ? `${path}: ${error.code}  --mapping "${proposal}"` : `${path}: ${error.code}`
    }),
  ]
}

export function summaryLines(summary: Scanned['register']['summary'], call: Call): string[] {
  const { costPerYear, outsideCost, coverage, unknownOwner, services } = summary
  const euros = formatNumber(costPerYear / 100, call)
  const share = costPerYear > 0 ? formatShare(outsideCost / costPerYear, call) : '–'
  const covered = coverage === null ? '–' : formatShare(coverage, call)
  return [
    call.say(
      `€ ${euros} per jaar, ${share} naar bedrijven buiten Europa. ${services} diensten, dekking ${covered}; van ${unknownOwner} kennen we de eigenaar niet.`,
      `€ ${euros} a year, ${share} to companies outside Europe. ${services} services, coverage ${covered}; of ${unknownOwner} we don’t know the owner.`,
    ),
  ]
}

export function rowOf(service: Service, call: Call): string[] {
  const { name, vendor, cost, confidence, findings } = service
  const parent = vendor?.ultimateParent
  const known = parent?.status === 'confirmed' ? parent : null
  const words = {
    confirmed: call.say('zeker', 'confirmed'),
    likely: call.say('waarschijnlijk', 'likely'),
    possible: call.say('mogelijk', 'possible'),
  }
  return [
    name,
    known
      ? `${known.name}${known.source?.own ? ` (${call.say('eigen opgave', 'your own')})` : ''}`
      : (vendor?.name ?? '?'),
    known?.country ?? '?',
    cost?.currency === 'EUR' ? formatNumber(cost.amountMinor / 100, call) : '?',
    words[confidence],
    String(findings.length),
  ]
}
