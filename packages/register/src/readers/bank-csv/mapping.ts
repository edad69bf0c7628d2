import { plainName } from '../../table/index.ts'

/** Which column says what of a payment. Places count from 0. */
export interface BankMapping {
  date: number
  /** One column with a sign or a direction beside it … */
  amount: number | null
  /** … or one for what goes and one for what comes. */
  debit: number | null
  credit: number | null
  direction: number | null
  currency: number | null
  name: number | null
  /** Account of the other side. */
  account?: number | null
  /** Whom it was for in the end, where the bank tells that apart. */
  ultimate: number | null
  /** All columns with words about the payment. */
  description: number[]
  /** Says that a line is not booked, cancelled or declined. */
  state: number | null
  /** Currency of all amounts, where the header says it: `Bedrag (EUR)`. */
  fixed: string | null
  /** Dates are written month first. */
  monthFirst: boolean
  /** A plus means that money went out. */
  paidIsPlus?: boolean
  /** The bank, where its columns are known; null: proposed by the names of the columns. */
  bank: string | null
}

const words = {
  date: 'boekdatum transactiedatum datum date bookingdate transactiondate completeddate boekingsdatum uitvoeringsdatum valutadatum valuedate buchungstag buchungsdatum starteddate uitgevoerdop datumtransactie dateofpayment posteddate created datumafschrijving',
  amount:
    'bedrag bedrageur amount amounteur transactiebedrag transactionamount betrag betrageur montant importe bruto gross billingamount bedragineur mutatiebedrag paidoutamount sourceamountafterfees',
  debit:
    'af debet debit uitgaven withdrawal withdrawals paidout moneyout uit bedragaf soll uitgaand debitamount bedragdebet',
  credit: 'bij credit inkomsten deposit deposits paidin moneyin in bedragbij haben inkomend creditamount bedragcredit',
  direction:
    'afbij bijaf debitcredit creditdebet creditdebit debetcredit dc cd richting direction sollhaben creditdebitindicator boekingscode',
  currency: 'munt valuta valutacode muntsoort currency currencycode devise währung transactioncurrency',
  name: 'naamomschrijving namedescription naamtegenpartij naamtegenrekening tegenrekeninghouder counterpartyname tegenpartij naam name payee partnername beneficiary begünstigterzahlungspflichtiger beguenstigterzahlungspflichtiger merchant merchantname payeename omschrijvingtegenpartij begunstigde tegenrekeningnaam naamtegenrekeninghouder counterparty nameofcounterparty targetname zahlungsempfänger empfänger creditor relatie leverancier crediteur crediteurnaam ontvanger supplier vendor lieferant',
  description:
    'mededelingen notifications omschrijving omschrijving1 omschrijving2 omschrijving3 description paymentreference reference verwendungszweck communicatie mededeling betalingskenmerk kenmerk referentie remittanceinformation details memo note purpose',
  ultimate: 'naamuiteindelijkepartij ultimatecreditor uiteindelijkebegunstigde',
  state: 'state status',
}
type Column = keyof typeof words
const known = Object.fromEntries(Object.entries(words).map(([column, names]) => [column, names.split(' ')])) as Record<
  Column,
  string[]
>

/** Columns by which a bank's own export is known, as `plainName` writes them. */
const banks: readonly { bank: string; columns: string[] }[] = [
  { bank: 'ING', columns: ['naamomschrijving', 'afbij', 'mededelingen'] },
  { bank: 'ING', columns: ['namedescription', 'debitcredit', 'notifications'] },
  { bank: 'Rabobank', columns: ['ibanbban', 'naamtegenpartij', 'omschrijving1'] },
  { bank: 'Rabobank', columns: ['creditcardregel1', 'bedrag'] },
  { bank: 'ABN AMRO', columns: ['muntsoort', 'transactiebedrag', 'omschrijving'] },
  { bank: 'Knab', columns: ['creditdebet', 'tegenrekeninghouder', 'omschrijving'] },
  { bank: 'bunq', columns: ['interestdate', 'counterparty', 'name', 'description'] },
  { bank: 'bunq', columns: ['rentedatum', 'tegenrekening', 'naam', 'omschrijving'] },
]

/**
 * Proposes which column says what, by the header alone; a person may correct it (`bankCsvWith`). Null when there is no
 * day, no amount or nobody who was paid.
 */
export function proposeMapping(header: readonly string[]): BankMapping | null {
  const names = header.map(plainName)
  const place = (column: Column) => {
    for (const name of known[column]) {
      const at = names.indexOf(name)
      if (at >= 0) return at
    }
    return null
  }
  const date = place('date')
  const amount = place('amount') ?? startingWith(names, 'bedrag', 'amount', 'betrag')
  const debit = place('debit')
  const credit = place('credit')
  const bank = banks.find(({ columns }) => columns.every((column) => names.includes(column)))?.bank ?? null
  let name = place('name')
  // bunq and others put the account number under `Counterparty` and whose it is under `Name`.
  for (const better of ['name', 'naam']) if (names.includes(better)) name = names.indexOf(better)
  const description = known.description.map((word) => names.indexOf(word)).filter((at) => at >= 0 && at !== name)
  if (date === null || (amount === null && debit === null) || (name === null && description.length === 0)) return null
  return {
    date,
    amount,
    debit: amount === null ? debit : null,
    credit: amount === null ? credit : null,
    direction: place('direction'),
    currency: place('currency'),
    name,
    ultimate: place('ultimate'),
    description,
    state: place('state'),
    fixed: /\(([A-Z]{3})\)/.exec(header[amount ?? debit ?? 0] ?? '')?.[1] ?? null,
    monthFirst: false,
    bank,
  }
}

const payees = new Set(
  'leverancier crediteur crediteurnaam begunstigde ontvanger payee payeename beneficiary merchant merchantname supplier vendor creditor targetname zahlungsempfänger empfänger lieferant'.split(
    ' ',
  ),
)

/** The name's column holds those who were paid, whoever stands there. */
export function saysPayee({ name }: BankMapping, header: readonly string[]): boolean {
  return name !== null && payees.has(plainName(header[name] ?? ''))
}

function startingWith(names: readonly string[], ...beginnings: string[]): number | null {
  const at = names.findIndex((name) => beginnings.some((beginning) => name.startsWith(beginning)))
  return at < 0 ? null : at
}

const base = {
  debit: null,
  credit: null,
  direction: null,
  currency: null,
  ultimate: null,
  state: null,
  fixed: null,
  monthFirst: false,
}
const account = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/
const number = /^[+-]?[\d.]+(?:,\d+)?$|^[+-]?\d+(?:\.\d+)?$/
const date = /^\d{1,2}[-/]\d{1,2}[-/]\d{4}$/

/** Exports without a header are known by what stands in their columns: ABN AMRO's TAB, Triodos, ASN and SNS. */
export function mappingOfRow(cells: readonly string[]): BankMapping | null {
  const [a = '', b = '', c = '', d = '', , f = '', g = '', h = ''] = cells
  if (
    /^\d{9,10}$|^[A-Z]{2}\d{2}/.test(a) &&
    /^[A-Z]{3}$/.test(b) &&
    /^\d{8}$/.test(c) &&
    /^\d{8}$/.test(f) &&
    number.test(g) &&
    h !== ''
  )
    return { ...base, date: 2, amount: 6, currency: 1, name: null, description: [7], bank: 'ABN AMRO' }
  if (date.test(a) && account.test(b.replace(/\s/g, '')) && number.test(c) && /^(?:debet|credit)$/i.test(d))
    return { ...base, date: 0, amount: 2, direction: 3, name: 4, description: [7], fixed: 'EUR', bank: 'Triodos' }
  if (
    date.test(a) &&
    account.test(b) &&
    cells.length >= 17 &&
    /^[A-Z]{3}$/.test(cells[7] ?? '') &&
    number.test(cells[10] ?? '')
  )
    return { ...base, date: 0, amount: 10, currency: 9, name: 3, description: [17], bank: 'ASN Bank or SNS' }
  return null
}
