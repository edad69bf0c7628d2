import { plainName } from '../../table/index.ts'

/** Where what stands in a table of payments; -1: nowhere. */
export interface Columns {
  date: number
  amount: number
  /** Paid and received in columns of their own. */
  paid: number
  received: number
  /** `Af` / `Bij`, `D` / `C`. */
  sign: number
  name: number
  told: number[]
  currency: number
}

const names = {
  date: 'datum transactiedatum boekdatum boekingsdatum date bookingdate transactiondate completeddate starteddate valutadatum rentedatum created buchungstag buchungsdatum'.split(
    ' ',
  ),
  amount: 'bedrageur bedrag transactiebedrag amount amounteur bedragineur amountinaccountcurrency betrag value'.split(
    ' ',
  ),
  paid: 'af debet debit paidout uitgaven'.split(' '),
  received: 'bij credit paidin inkomsten'.split(' '),
  sign: 'afbij creditdebet debetcredit debitcredit bijaf dc afbijschrijving creditdebit'.split(' '),
  name: 'naamomschrijving naamtegenpartij tegenrekeninghouder naamtegenrekeninghouder tegenpartij name counterpartyname counterparty payee payeename naam naambegunstigde begunstigde merchant merchantname beneficiary partnername targetname transactiontitle auftraggeberempfanger'.split(
    ' ',
  ),
  currency: 'munt muntsoort valutacode valuta currency transactiecurrency sourcecurrency wahrung'.split(' '),
}
const told =
  /^(?:mededelingen|omschrijving\d?|description|reference|betalingskenmerk|kenmerk|paymentreference|memo|notes?|remittance\w*|verwendungszweck|subject|details)$/

/** The columns of a header, by the names that banks give them; null when it is no table of payments. */
export function columnsIn(header: readonly string[]): Columns | null {
  const place = (wanted: readonly string[]) => {
    for (const name of wanted) if (header.includes(name)) return header.indexOf(name)
    return -1
  }
  const columns: Columns = {
    date: place(names.date),
    amount: place(names.amount),
    paid: place(names.paid),
    received: place(names.received),
    sign: place(names.sign),
    name: place(names.name),
    told: header.flatMap((name, at) => (told.test(name) ? [at] : [])),
    currency: place(names.currency),
  }
  const money = columns.amount >= 0 || columns.paid >= 0
  return columns.date >= 0 && money && (columns.name >= 0 || columns.told.length > 0) ? columns : null
}

/** Tables without header, by what stands in their cells: ABN AMRO, Triodos, ASN and SNS. */
export function columnsByContent(cells: readonly string[]): Columns | null {
  const none = { paid: -1, received: -1, sign: -1, currency: -1 }
  const at = (place: number) => cells[place] ?? ''
  const amount = /^[+-]?[\d.]*\d,\d{2}$|^[+-]?\d+\.\d{2}$/
  if (/^\d{6,10}$/.test(at(0)) && /^[A-Z]{3}$/.test(at(1)) && /^\d{8}$/.test(at(2)) && amount.test(at(6)))
    return { ...none, date: 2, amount: 6, name: -1, told: [7], currency: 1 }
  if (/^\d{1,2}-\d{1,2}-\d{4}$/.test(at(0)) && amount.test(at(2)) && /^(?:debet|credit|debit)$/i.test(at(3)))
    return { ...none, date: 0, amount: 2, sign: 3, name: 4, told: [7] }
  if (/^\d{1,2}-\d{1,2}-\d{4}$/.test(at(0)) && /^[A-Z]{2}\d{2}/.test(at(1)) && amount.test(at(10)))
    return { ...none, date: 0, amount: 10, name: 3, told: [17], currency: 9 }
  return null
}

/** The header, or the first row that shows what it is, among the first lines. */
export function recognised(
  rows: readonly (readonly string[])[],
): { columns: Columns; header: boolean; row: number } | null {
  for (const [row, cells] of rows.entries()) {
    const named = columnsIn(cells.map(plainName))
    if (named) return { columns: named, header: true, row }
    const shown = columnsByContent(cells)
    if (shown) return { columns: shown, header: false, row }
  }
  return null
}
