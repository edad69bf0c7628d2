import { expect, test } from 'vitest'
import { readWith } from '../../testing/read.ts'
import { bankCamt } from './index.ts'

const entry = (inner: string, amount = '10.00', way = 'DBIT', currency = 'EUR') =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-01</Dt></BookgDt>${inner}</Ntry>`
const details = (name: string, more = '') =>
  `<TxDtls>${more}<RltdPties><Dbtr><Nm>Eigen Bedrijf</Nm></Dbtr><Cdtr><Nm>${name}</Nm></Cdtr></RltdPties></TxDtls>`
const wrap = (entries: string, prefix = '') =>
  `${prefix}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Ownr><Nm>Piet Prive</Nm></Ownr></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`
const paid = ({ traces }: Awaited<ReturnType<typeof readWith>>) =>
  traces.map(({ name, payment }) => `${name} ${payment?.amountMinor} ${payment?.currency}`)

test('A batch that says its parts is taken apart; one that does not is counted', async () => {
  const part = (name: string, amount: string) =>
    details(name, `<AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>`)
  const whole = entry(`<NtryDtls>${part('Slack', '4.00')}${part('Moneybird B.V.', '6.00')}</NtryDtls>`)
  expect(paid(await readWith(bankCamt, wrap(whole)))).toEqual(['Slack 400 EUR', 'Moneybird B.V. 600 EUR'])
  const read = await readWith(bankCamt, wrap(entry(`<NtryDtls>${details('A')}${details('B')}</NtryDtls>`)))
  expect(read).toMatchObject({ traces: [], records: 1, ignored: { 'batch without amounts': 1 } })
})

test('A reversal is subtracted, other receipts are not told', async () => {
  const back = entry(`<RvslInd>true</RvslInd><NtryDtls>${details('Adobe')}</NtryDtls>`, '3.00', 'CRDT')
  const received = entry(
    '<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Klant Jansen</Nm></Dbtr></RltdPties></TxDtls></NtryDtls>',
    '9.00',
    'CRDT',
  )
  const read = await readWith(bankCamt, wrap(back + received), { piece: 11 })
  expect(paid(read)).toEqual(['Adobe -300 EUR'])
  expect(read.ignored).toEqual({ 'money received': 1 })
  expect(JSON.stringify(read.traces)).not.toContain('Jansen')
})

test('Currencies keep their own minor units; what is not booked yet is no payment', async () => {
  const yen = entry(`<NtryDtls>${details('Zoom')}</NtryDtls>`, '2700', 'DBIT', 'JPY')
  const pending = entry(`<NtryDtls>${details('Zoom')}</NtryDtls>`).replace(
    '<Sts>BOOK</Sts>',
    '<Sts><Cd>PDNG</Cd></Sts>',
  )
  const read = await readWith(bankCamt, wrap(yen + pending))
  expect(paid(read)).toEqual(['Zoom 2700 JPY'])
  expect(read.ignored).toEqual({ 'not booked yet': 1 })
})

test('Nobody but the payee is named', async () => {
  const read = await readWith(bankCamt, wrap(entry(`<NtryDtls>${details('Slack')}</NtryDtls>`)))
  expect(JSON.stringify(read.traces)).not.toMatch(/Piet|Eigen/)
})

test.each([
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
  '<!DOCTYPE a SYSTEM "http://example.com/a.dtd" [ ]>',
])('%s is refused', async (prefix) => {
  const text = wrap(entry(`<NtryDtls>${details('&x;')}</NtryDtls>`), prefix)
  await expect(readWith(bankCamt, text)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_HOSTILE' })
})

test('A payout that is more than was ever paid is no refund', async () => {
  const out = entry(`<NtryDtls>${details('Amazon')}</NtryDtls>`)
  const receipt = (amount: string) =>
    entry('<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>AMAZON</Nm></Dbtr></RltdPties></TxDtls></NtryDtls>', amount, 'CRDT')
  const read = await readWith(bankCamt, wrap(receipt('500.00') + out + receipt('4.00')))
  expect(paid(read)).toEqual(['Amazon 1000 EUR', 'AMAZON -400 EUR'])
  expect(read.ignored).toEqual({ 'money received': 1 })
})

test('Who was paid may stand in the entry’s own text', async () => {
  const told = entry('<AddtlNtryInf>/TRTP/SEPA INCASSO/NAME/Moneybird B.V./REMI/Abonnement/</AddtlNtryInf>')
  expect(paid(await readWith(bankCamt, wrap(told)))).toEqual(['Moneybird B.V. 1000 EUR'])
})

test('A statement that breaks off says so', async () => {
  const entry =
    '<Ntry><Amt Ccy="EUR">8.75</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-01</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Slack</Nm></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>'
  const start = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>'
  const whole = `${start}${entry}${entry}</Stmt></BkToCstmrStmt></Document>`
  expect((await readWith(bankCamt, whole)).ignored).toEqual({})
  const cut = await readWith(bankCamt, whole.slice(0, start.length + entry.length + 60))
  expect([cut.records, cut.ignored]).toEqual([1, { 'rest of a file that breaks off': 1 }])
})
