import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { bankCsv, bankCsvWith } from './index.ts'
import { proposeMapping } from './mapping.ts'

const own = 'NL91ABNA0417164300'
const exports: Record<string, string> = {
  ING: `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"\n"20260301";"Moneybird B.V.";"${own}";"";"IC";"Af";"1.234,56";"Incasso";"Naam: Moneybird B.V. Omschrijving: Abonnement IBAN: ${own} Kenmerk: 1"\n`,
  'ING in English': `Date,"Name / Description",Account,Counterparty,Code,"Debit/credit","Amount (EUR)","Transaction type",Notifications\n20260301,"Moneybird B.V.",${own},,IC,Debit,"1234,56","SEPA direct debit",Abonnement\n`,
  Rabobank: `"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3"\n"${own}","EUR","RABONL2U","1","2026-03-01","2026-03-01","-1234,56","+1,00","NL00","Moneybird B.V.","","Piet Prive","","ei","","","","","","Abonnement"," ",""\n`,
  'ABN AMRO': `Rekeningnummer;Muntsoort;Transactiedatum;Rentedatum;Beginsaldo;Eindsaldo;Transactiebedrag;Omschrijving\n${own};EUR;20260301;20260301;1,00;2,00;-1234,56;/TRTP/SEPA INCASSO/NAME/Moneybird B.V./MARF/1/REMI/Abonnement/IBAN/NL00\n`,
  'ABN AMRO, TAB': `417164300\tEUR\t20260301\t1,00\t2,00\t20260301\t-1234,56\tSEPA INCASSO NAAM: Moneybird B.V. OMSCHRIJVING: Abonnement\n`,
  bunq: `"Date","Interest Date","Amount","Account","Counterparty","Name","Description"\n"2026-03-01","2026-03-01","-1,234.56","${own}","NL00BANK0000000001","Moneybird B.V.","Abonnement"\n`,
  Knab: `KNAB EXPORT;;;;\nRekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;\n"${own}";"01-03-2026";"EUR";"D";"1234,56";"NL00";"Moneybird B.V.";"01-03-2026";"Incasso";"Abonnement";"";"";"";"";"";"01-03-2026";\n`,
  Triodos: `"01-03-2026","${own}","1.234,56","Debet","Moneybird B.V.","NL00BANK0000000001","IC","Abonnement","1,00"\n`,
  'ASN Bank': `01-03-2026,${own},NL00BANK0000000001,Moneybird B.V.,,,,EUR,100.00,EUR,-1234.56,01-03-2026,01-03-2026,9722,IDE,1,,'Abonnement',1\n`,
  'own list': `Boekdatum;Begunstigde;Bij/Af;Bedrag;Toelichting\n01-03-2026;Moneybird B.V.;Af;1234,56;Abonnement\n`,
  Revolut: `Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\nCARD_PAYMENT,Current,2026-03-01 10:00:00,2026-03-01 12:00:00,Moneybird B.V.,-1234.56,0.00,EUR,COMPLETED,1.00\n`,
}

test.each(Object.entries(exports))('%s', async (_, text) => {
  expect(sureness(bankCsv, text)).toBeGreaterThanOrEqual(0.55)
  const { traces, records } = await readWith(bankCsv, text, { piece: 13 })
  expect(records).toBe(1)
  expect(traces).toMatchObject([
    { kind: 'payment', name: 'Moneybird B.V.', payment: { amountMinor: 123_456, currency: 'EUR', date: '2026-03-01' } },
  ])
  expect(JSON.stringify(traces)).not.toMatch(/0417164300|Piet/)
})

test('Other encodings and delimiters', async () => {
  const text = 'Datum;Naam;Bedrag;Omschrijving\n01-03-2026;Café Été;-5,00;thé\n'
  const codes = Array.from(text, (char) => char.charCodeAt(0))
  const utf16 = Uint8Array.from([0xff, 0xfe, ...codes.flatMap((code) => [code & 255, code >> 8])])
  const latin1 = Uint8Array.from(codes)
  for (const bytes of [
    utf16,
    latin1,
    new TextEncoder().encode(text.replaceAll(';', '\t')),
    new TextEncoder().encode(text.replaceAll(';', '|')),
  ]) {
    const { traces } = await readWith(bankCsv, bytes)
    expect(traces).toMatchObject([{ name: 'Café Été', payment: { amountMinor: 500 } }])
  }
})

test('An unknown bank’s mapping is proposed, and can be corrected', async () => {
  const header = ['When', 'Who', 'What', 'How much']
  expect(proposeMapping(header)).toBeNull()
  const corrected = {
    date: 0,
    amount: 3,
    debit: null,
    credit: null,
    direction: null,
    currency: null,
    name: 1,
    ultimate: null,
    description: [2],
    state: null,
    fixed: 'USD',
    monthFirst: true,
    bank: null,
  }
  const { traces, ignored } = await readWith(
    bankCsvWith(corrected),
    'When,Who,What,How much\n03/01/2026,Slack,Team plan,-8.75\n',
  )
  expect(traces).toMatchObject([{ name: 'Slack', payment: { amountMinor: 875, currency: 'USD', date: '2026-03-01' } }])
  expect(ignored).toEqual({})
  expect(proposeMapping(['Boekdatum', 'Begunstigde', 'Debet', 'Credit'])).toMatchObject({
    date: 0,
    name: 1,
    debit: 2,
    credit: 3,
  })
})

test('Declined payments, broken lines and receipts are counted, not told', async () => {
  const { traces, records, ignored } = await readWith(
    bankCsv,
    'Date,Name,Amount,Currency,State\n2026-03-01,Slack,-8.75,USD,DECLINED\n2026-03-01,Klant,9,EUR,COMPLETED\nx,Slack,-1,EUR,COMPLETED\n2026-03-01,Slack,veel,EUR,COMPLETED\nrommel\n2026-03-02,Slack,-5,EUR,COMPLETED\n2026-03-03,Slack,2,EUR,COMPLETED\n',
  )
  expect(traces.map(({ payment }) => payment?.amountMinor)).toEqual([500, -200])
  expect(records).toBe(7)
  expect(ignored).toEqual({
    'not booked, or declined': 1,
    'money received': 1,
    'line without date': 1,
    'line without amount': 1,
    'line with other columns': 1,
  })
})

test('Tables of other things are not taken for statements', () => {
  for (const header of [
    'folder,type,name,login_uri,login_password',
    'DisplayName,Publisher,Version',
    'a,b,c',
    'date,name,size',
  ])
    expect(sureness(bankCsv, `${header}\n1,2,3,4,5\n`)).toBe(0)
})

test('A statement of any length is read in bounded memory', async () => {
  const row = new TextEncoder().encode(`01-03-2026;Slack;-5,00;${'x'.repeat(200)}\n`.repeat(300))
  const size = process.env['NABIJ_SLOW'] ? 1_000_000_000 : 20_000_000
  let most = 0
  let count = 0
  const before = process.memoryUsage().rss
  const file = {
    name: 'large.csv',
    async *bytes() {
      yield new TextEncoder().encode('Datum;Naam;Bedrag;Omschrijving\n')
      for (let at = 0; at < size; at += row.length) yield row
    },
  }
  const emit = {
    record: () => {},
    trace: () => {
      count += 1
      if (count % 20_000 === 0) most = Math.max(most, process.memoryUsage().rss - before)
    },
    ignored: () => {},
    day: () => {},
  }
  await bankCsv.read(file, emit, new AbortController().signal)
  expect(count).toBe(Math.ceil(size / row.length) * 300)
  expect(most).toBeLessThan(400_000_000)
}, 300_000)
