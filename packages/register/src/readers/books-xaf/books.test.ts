import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { booksUbl } from '../books-ubl/index.ts'
import { booksXaf } from './index.ts'

const line = (account: string, amount: string, way: string, supplier = '', desc = '') =>
  `<trLine><nr>1</nr><accID>${account}</accID><effDate>2026-03-01</effDate><desc>${desc}</desc><amnt>${amount}</amnt><amntTp>${way}</amntTp>${supplier && `<custSupID>${supplier}</custSupID>`}</trLine>`
const booking = (...lines: string[]) => `<transaction><nr>1</nr><trDt>2026-03-01</trDt>${lines.join('')}</transaction>`
const books = (namespace: string, journal: string, type = 'P') => `<?xml version="1.0"?><auditfile xmlns="${namespace}">
<header><startDate>2026-01-01</startDate><endDate>2026-12-31</endDate><curCode>EUR</curCode></header><company>
<customersSuppliers><customerSupplier><custSupID>7</custSupID><custSupName>Moneybird B.V.</custSupName><custSupTp>S</custSupTp><eMail>jan@prive.nl</eMail></customerSupplier></customersSuppliers>
<transactions><journal><jrnID>20</jrnID><desc>Inkoop</desc><jrnTp>${type}</jrnTp>${journal}</journal></transactions></company></auditfile>`

test.each(['http://www.auditfiles.nl/XAF/3.2', 'http://www.odb.belastingdienst.nl/x/XmlauditfileXAF_4.0'])(
  'What suppliers billed: %s',
  async (namespace) => {
    const text = books(
      namespace,
      booking(line('1600', '47.19', 'C', '7', 'Abonnement'), line('4400', '39.00', 'D'), line('1520', '8.19', 'D')) +
        booking(line('1600', '7.19', 'D', '7', 'Creditnota'), line('4400', '7.19', 'C')) +
        booking(line('1600', '12.10', 'C', '7'), line('4400', '12.10', 'D', '7')),
    )
    expect(sureness(booksXaf, text)).toBe(1)
    const { traces, days } = await readWith(booksXaf, text, { piece: 17 })
    expect(traces.map(({ name, payment }) => [name, payment?.amountMinor])).toEqual([
      ['Moneybird B.V.', 4719],
      ['Moneybird B.V.', -719],
      ['Moneybird B.V.', 1210],
    ])
    expect(traces[0]).toMatchObject({ kind: 'invoice', also: 'Abonnement' })
    expect(days).toContain('2026-12-31')
    expect(JSON.stringify(traces)).not.toContain('prive')
  },
)

test('Sales and bank books are counted and left', async () => {
  const { traces, ignored } = await readWith(booksXaf, books('XAF', booking(line('1600', '5.00', 'D', '7')), 'B'))
  expect(traces).toEqual([])
  expect(ignored).toEqual({ 'booking that is no purchase': 1 })
})

const bill = (
  kind: 'Invoice' | 'CreditNote',
  amount: string,
) => `<${kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${kind}-2" xmlns:cac="a" xmlns:cbc="b">
<cbc:IssueDate>2026-03-01</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>TransIP</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:RegistrationName>TransIP B.V.</cbc:RegistrationName></cac:PartyLegalEntity><cac:Contact><cbc:Name>Piet Prive</cbc:Name><cbc:ElectronicMail>piet.prive@transip.nl</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Eigen Bedrijf</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">1</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">${amount}</cbc:TaxInclusiveAmount></cac:LegalMonetaryTotal>
<cac:${kind}Line><cac:Item><cbc:Name>VPS</cbc:Name></cac:Item></cac:${kind}Line></${kind}>`

test('An invoice costs, a credit note gives back; people on it are not told', async () => {
  const { traces } = await readWith(booksUbl, bill('Invoice', '12.10'), { piece: 9 })
  expect(traces).toEqual([
    {
      kind: 'invoice',
      name: 'TransIP',
      also: 'TransIP B.V. VPS',
      domain: 'transip.nl',
      locator: 'line 1',
      text: 'TransIP',
      payment: { amountMinor: 1210, currency: 'EUR', date: '2026-03-01' },
    },
  ])
  expect((await readWith(booksUbl, bill('CreditNote', '2.10'))).traces[0]?.payment?.amountMinor).toBe(-210)
})

const folder = join(process.env['NABIJ_SETS'] ?? '/nowhere', 'sovereignty/fixtures/peppol')

describe.skipIf(!existsSync(folder))('invoices of Peppol', () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []
  test.each(names)('%s equals its total', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const total = Math.round(Number(/TaxInclusiveAmount[^>]*>([^<]+)</.exec(text)?.[1]) * 100)
    const { traces } = await readWith(booksUbl, text)
    expect(traces.map(({ payment }) => payment?.amountMinor)).toEqual([
      /<\w*:?CreditNote\b/.test(text) ? -total : total,
    ])
  })
})
