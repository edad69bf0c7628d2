import { NabijError } from '@nabij/base'
import { dayOf, minorOf } from '../../bank/amount.ts'
import { detailsOf } from '../../bank/details.ts'
import { type BankEntry, entriesInto, faultOf } from '../../bank/entries.ts'
import type { EvidenceReader } from '../../reader.ts'
import { cellsOf, csvOf, delimiterOf } from '../../text/index.ts'
import { type BankMapping, mappingOfRow, proposeMapping } from './mapping.ts'

/** Lines before the header: a title, the name of the export. */
const mostBefore = 20

/** Statements as delimited text: ING, Rabobank, ABN AMRO, bunq, Knab, Triodos, ASN, and others by the names of their columns. */
export const bankCsv: EvidenceReader = bankCsvWith(null)

export interface WithMapping {
  /** Line of the header; null: there is none. Left out: the first line that has as many columns. */
  headerAt?: number | null
  /** Hears of each line that cannot be read. */
  onFault?: (line: number, reason: string) => void
}

/** The same with a mapping that a person corrected. */
export function bankCsvWith(corrected: BankMapping | null, { headerAt, onFault }: WithMapping = {}): EvidenceReader {
  return {
    id: 'bank-csv',
    recognise({ text }) {
      const found = beginningOf(text)
      if (!found) return 0
      if (found.bank !== null) return 0.95
      return found.name !== null && (found.currency !== null || found.fixed !== null || found.direction !== null)
        ? 0.7
        : 0.55
    },
    async read(file, emit, signal) {
      const entries = entriesInto(emit)
      let mapping: BankMapping | null = headerAt === undefined ? null : corrected
      let width = mapping === null ? 0 : largestOf(mapping) + 1
      let before = 0
      for await (const { line, cells } of csvOf(file, { signal })) {
        if (typeof headerAt === 'number' && line <= headerAt) continue
        if (mapping === null) {
          const named = corrected && cells.length > largestOf(corrected) ? corrected : proposeMapping(cells)
          mapping = named ?? mappingOfRow(cells)
          width = cells.length
          if (mapping === null) {
            before += 1
            if (before > mostBefore) break
            continue
          }
          if (named) continue
        }
        if (cells.length < width - 3 || cells.length <= mapping.date) {
          emit.record()
          emit.ignored('line with other columns')
          onFault?.(line, 'line with other columns')
          continue
        }
        const entry = entryOf(cells, mapping, line)
        if (entry) {
          const fault = onFault && faultOf(entry)
          if (fault) onFault(line, fault)
          entries.add(entry)
        } else {
          emit.record()
          emit.ignored('not booked, or declined')
        }
      }
      entries.finish()
      if (mapping === null)
        throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
          path: file.name,
          reason: 'no columns of a statement',
          where: 'line 1',
        })
    },
  }
}

const declined =
  /^(?:declined|reverted|failed|cancelled|canceled|pending|geweigerd|geannuleerd|mislukt|in behandeling|denied)$/i

/** Null when the line itself says that it is no payment. */
function entryOf(cells: readonly string[], mapping: BankMapping, line: number): BankEntry | null {
  const cell = (place: number | null) => (place === null ? '' : (cells[place] ?? ''))
  if (declined.test(cell(mapping.state))) return null
  const said = cell(mapping.currency).toUpperCase()
  const currency = /^[A-Z]{3}$/.test(said) ? said : (mapping.fixed ?? 'EUR')
  const told = mapping.description
    .map((place) => cell(place))
    .filter(Boolean)
    .join(' ')
    .slice(0, 2000)
  const name = cell(mapping.name)
  const within = name === '' ? detailsOf([told]) : { name, description: told }
  // ING repeats the name in its words: `Naam: X Omschrijving: Y IBAN: …`.
  const description =
    /\b(?:Omschrijving|Description):\s*(.+?)(?=\s+(?:IBAN|Kenmerk|Machtiging ID|Mandate ID|Reference|Datum\/Tijd|Date\/time|Incassant ID|Creditor ID|Valutadatum|Value date|Doorlopende):?|$)/i.exec(
      within.description,
    )?.[1]
  const ultimate = cell(mapping.ultimate)
  const purpose = description ?? within.description
  return {
    locator: `line ${line}`,
    date: dayOf(cell(mapping.date), mapping.monthFirst),
    minor: amountOf(cell, mapping, currency),
    currency,
    name: within.name,
    ...(mapping.account === undefined || mapping.account === null
      ? {}
      : { account: cell(mapping.account).replaceAll(/\s/g, '') }),
    description: ultimate === '' ? purpose : `Begunstigde: ${ultimate}, ${purpose}`,
  }
}

function amountOf(cell: (place: number | null) => string, mapping: BankMapping, currency: string): number | null {
  if (mapping.amount === null) {
    const debit = minorOf(cell(mapping.debit), currency)
    const credit = minorOf(cell(mapping.credit), currency)
    if (debit === null && credit === null) return null
    return (credit ?? 0) - Math.abs(debit ?? 0)
  }
  const amount = minorOf(cell(mapping.amount), currency)
  if (amount === null) return null
  if (mapping.direction === null) return mapping.paidIsPlus && amount !== 0 ? -amount : amount
  const direction = cell(mapping.direction).trim()
  if (
    /^(?:af|d|debet|debit|soll|s|uit|out|dbit|-|uitgaven?|afschrijving|betaling|betaald|payment|paid|withdrawal)$/i.test(
      direction,
    )
  )
    return -Math.abs(amount)
  return /^(?:bij|c|credit|haben|h|in|crdt|\+|inkomsten?|bijschrijving|ontvangst|ontvangen|received|deposit)$/i.test(
    direction,
  )
    ? Math.abs(amount)
    : amount
}

function largestOf({ date, amount, debit, credit, direction, name, description }: BankMapping): number {
  return Math.max(date, amount ?? 0, debit ?? 0, credit ?? 0, direction ?? 0, name ?? 0, ...description)
}

function beginningOf(text: string): BankMapping | null {
  const lines = text.split(/\r\n|\n|\r/, 30).filter((line) => line.trim() !== '')
  if (lines.length === 0 || /^\s*[<{[]/.test(text)) return null
  const delimiter = delimiterOf(lines.slice(0, 20).join('\n'))
  for (const line of lines.slice(0, mostBefore)) {
    if (line.length > 10_000) return null
    const cells = cellsOf(line, delimiter)
    const found = cells.length > 2 ? (proposeMapping(cells) ?? mappingOfRow(cells)) : null
    if (found) return found
  }
  return null
}
