import { dayOf, emitEntry, minorOf } from '../../bank/index.ts'
import type { EvidenceReader } from '../../reader.ts'
import { readXml } from '../../software/read-xml.ts'

/** An invoice or credit note as UBL 2 (Peppol BIS Billing, SI-UBL). */
export const booksUbl: EvidenceReader = {
  id: 'books-ubl',
  recognise: ({ text }) => (/urn:oasis:names:specification:ubl:schema:xsd:(?:Invoice|CreditNote)-2/.test(text) ? 1 : 0),
  async read(file, emit, signal) {
    let [legal, trade, day, amount, currency, credit, supplierMail] = ['', '', '', '', 'EUR', false, '']
    const items: string[] = []
    let started = 1
    const done = () => {
      const total = minorOf(amount)
      emitEntry(
        {
          date: dayOf(day),
          minor: Math.abs(total),
          out: credit ? total < 0 : total >= 0,
          currency,
          name: legal || trade,
          description: [trade, supplierMail, ...items.slice(0, 20)].filter(Boolean).join(' ').slice(0, 1000),
          locator: `line ${started}`,
          back: true,
        },
        emit,
        'invoice',
      )
    }
    await readXml(file, signal, {
      open(element) {
        if (element.path.length === 0 || element.name === 'Invoice' || element.name === 'CreditNote') {
          started = element.line
          credit = element.name === 'CreditNote'
        }
        if (element.name === 'PayableAmount') currency = element.attribute('currencyID') ?? currency
      },
      close({ name, path, text }) {
        const value = text.trim()
        const supplier = path.includes('AccountingSupplierParty')
        if (name === 'IssueDate' && path.length === 1) day = value
        else if (name === 'PayableAmount') amount = value
        else if (name === 'RegistrationName' && supplier) legal = value
        else if (name === 'Name' && supplier && path.at(-1) === 'PartyName') trade = value
        else if (name === 'WebsiteURI' && supplier) supplierMail = value
        else if (name === 'Name' && path.at(-1) === 'Item') items.push(value)
        else if ((name === 'Invoice' || name === 'CreditNote') && path.length <= 1) done()
      },
    })
  },
}
