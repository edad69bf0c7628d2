import { NabijError, type Trace } from '@nabij/base'
import { dayOf, minorOf } from '../../bank/amount.ts'
import type { EvidenceReader } from '../../reader.ts'
import { readXml } from '../../software/read-xml.ts'

/** Electronic invoices and credit notes: UBL 2, Peppol BIS Billing, SI-UBL / NLCIUS. */
export const booksUbl: EvidenceReader = {
  id: 'books-ubl',
  recognise: ({ text }) => (/oasis:names:specification:ubl:schema:xsd:(?:Invoice|CreditNote)-2/.test(text) ? 1 : 0),
  async read(file, emit, signal) {
    let invoices = 0
    let bill: {
      credit: boolean
      line: number
      values: Map<string, string>
      items: string[]
      currency: string
      depth: number
    } | null = null
    await readXml(file, signal, {
      open({ name, line, path }) {
        if (!bill && (name === 'Invoice' || name === 'CreditNote'))
          bill = {
            credit: name === 'CreditNote',
            line,
            values: new Map(),
            items: [],
            currency: 'EUR',
            depth: path.length,
          }
      },
      close(element) {
        if (!bill) return
        const { name, path, text } = element
        if (path.length === bill.depth && (name === 'Invoice' || name === 'CreditNote')) {
          invoices += 1
          emit.record()
          const { values } = bill
          const date = dayOf(values.get('IssueDate') ?? '')
          const currency = /^[A-Z]{3}$/.exec(bill.currency)?.[0] ?? 'EUR'
          const minor = minorOf(values.get('total') ?? values.get('payable') ?? '', currency, '.')
          const supplier = values.get('name') ?? values.get('legal') ?? ''
          if (date) emit.day(date)
          if (supplier === '') emit.ignored('invoice without supplier')
          else if (date === null || minor === null) emit.ignored('invoice without day or amount')
          else {
            const trace: Trace = {
              kind: 'invoice',
              name: supplier.slice(0, 200),
              locator: `line ${bill.line}`,
              text: supplier.slice(0, 200),
              payment: { amountMinor: bill.credit ? -minor : minor, currency, date },
            }
            const legal = values.get('legal')
            const also = [...(legal && legal !== supplier ? [legal] : []), ...bill.items].join(' ').slice(0, 600)
            if (also !== '') trace.also = also
            const domain = values.get('domain')
            if (domain) trace.domain = domain
            emit.trace(trace)
          }
          bill = null
          return
        }
        if (text === '') return
        const { values, depth } = bill
        const at = [...path.slice(depth + 1), name].join('/')
        const keep = (key: string) => void (values.has(key) || values.set(key, text))
        if (at === 'IssueDate') keep('IssueDate')
        else if (at === 'DocumentCurrencyCode') bill.currency = text
        else if (at === 'AccountingSupplierParty/Party/PartyName/Name') keep('name')
        else if (at === 'AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName') keep('legal')
        else if (
          at === 'AccountingSupplierParty/Party/WebsiteURI' ||
          at === 'AccountingSupplierParty/Party/Contact/ElectronicMail'
        ) {
          const host = hostOf(text)
          if (host && !values.has('domain')) values.set('domain', host)
        } else if (at === 'LegalMonetaryTotal/TaxInclusiveAmount') keep('total')
        else if (at === 'LegalMonetaryTotal/PayableAmount') keep('payable')
        else if (/^(?:Invoice|CreditNote)Line\/Item\/Name$/.test(at) && bill.items.length < 20)
          bill.items.push(text.slice(0, 100))
      },
    })
    if (invoices === 0)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: file.name,
        reason: 'no whole invoice in it',
        where: 'line 1',
      })
  },
}

/** The host of an address; of mail only what stands after the @. Mail of a provider for everybody says nothing. */
function hostOf(text: string): string | null {
  const host = /(?:@|\/\/|^)((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:?#]|$)/i
    .exec(text.trim())?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '')
  if (
    !host ||
    /^(?:gmail|hotmail|outlook|live|icloud|ziggo|kpnmail|xs4all|planet|home|upcmail|yahoo|proton(?:mail)?|gmx)\./.test(
      host,
    )
  )
    return null
  return host
}
