import { NabijError } from '@nabij/base'
import { dayOf, emitEntry, minorOf } from '../../bank/index.ts'
import type { EvidenceReader } from '../../reader.ts'
import { beginningOf } from '../../table/index.ts'
import { cellsOf, csvOf, delimiterOf } from '../../text/index.ts'
import { recognised } from './columns.ts'

const looked = 12

/** Payments as a table: of ING, Rabobank, ABN AMRO, bunq, Knab, Triodos, ASN, Revolut, and any with columns of these names. */
export const bankCsv: EvidenceReader = {
  id: 'bank-csv',
  recognise: ({ text }) => {
    const found = find(text)
    if (!found) return 0
    return found.header && found.columns.sign < 0 && found.columns.name < 0 ? 0.6 : 0.9
  },
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const found = find(text)
    if (!found)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: source.name,
        reason: 'no table of payments',
        where: 'header',
      })
    const { columns, delimiter } = found
    let begun = !found.header
    for await (const { line, cells } of csvOf(file, { delimiter, signal })) {
      if (!begun) {
        begun = recognised([cells])?.header === true
        continue
      }
      const at = (place: number) => (place < 0 ? '' : (cells[place] ?? ''))
      const date = dayOf(at(columns.date))
      if (date === '') {
        emit.ignored('line without date')
        continue
      }
      const { minor, out } = amountOf(at(columns.amount), at(columns.paid), at(columns.received), at(columns.sign))
      const currency = at(columns.currency).toUpperCase()
      emitEntry(
        {
          name: columns.name < 0 ? nameIn(columns.told.map(at).join(' ')) : at(columns.name),
          description: columns.told.map(at).join(' '),
          minor,
          currency: /^[A-Z]{3}$/.test(currency) ? currency : 'EUR',
          date,
          out,
          locator: `line ${line}`,
        },
        emit,
      )
    }
  },
}

function find(text: string) {
  const lines = text.split(/\r\n|\n|\r/, looked + 1).filter((line) => line.trim() !== '')
  const delimiter = delimiterOf(lines.slice(-6).join('\n'))
  const found = recognised(lines.slice(0, looked).map((line) => cellsOf(line, delimiter)))
  return found && { ...found, delimiter }
}

function amountOf(amount: string, paid: string, received: string, sign: string): { minor: number; out: boolean } {
  if (amount === '') {
    const out = minorOf(paid)
    return out ? { minor: Math.abs(out), out: true } : { minor: Math.abs(minorOf(received)), out: false }
  }
  const minor = minorOf(amount)
  const out = sign === '' ? minor < 0 : /^(?:af|d|deb\w*|debit|-)$/i.test(sign.trim())
  return { minor: Math.abs(minor), out }
}

/** ABN AMRO: all in one cell, between slashes or after `Naam:`. */
function nameIn(told: string): string {
  const slashed = /\/NAME\/([^/]+)\//.exec(told)
  const named = /\bNaam:\s*(.+?)(?:\s{2,}|\s+(?:Omschrijving|Kenmerk|Machtiging|IBAN|BIC)\b|$)/.exec(told)
  return (slashed?.[1] ?? named?.[1] ?? '').trim()
}
