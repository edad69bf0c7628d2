import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { bankMt940 } from './index.ts'

const statement = (...entries: string[]) =>
  `:20:X\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C260101EUR1,00\n${entries.join('\n')}\n:62F:C260131EUR1,00\n-\n`
const told = async (text: string) =>
  (await readWith(bankMt940, statement(`:61:2601050105D12,34NTRFNONREF\n:86:${text}`))).traces[0]

test.each([
  [
    'ABN AMRO',
    '/TRTP/SEPA INCASSO/CSID/NL01/NAME/Moneybird B.V./MARF/1/REMI/Abonnement/IBAN/NL91ABNA0417164300/BIC/X',
    'Moneybird B.V.',
  ],
  [
    'ABN AMRO, columns',
    'SEPA INCASSO ALGEMEEN DOORLOPEND INCASSANT: NL01ZZZ\nNAAM: MONEYBIRD B.V.                MACHTIGING: 1\nOMSCHRIJVING: Abonnement',
    'MONEYBIRD B.V.',
  ],
  [
    'ING',
    '/EREF/NOTPROVIDED//MARF/1//CSID/NL01//CNTP/NL00BANK0000000001/BANKNL2A/Moneybird B.V.\n///REMI/USTD//Abonnement/',
    'Moneybird B.V.',
  ],
  ['Rabobank', '/BENM//NAME/MONEYBI\nRD BV/REMI/Abonnement/ISDT/2026-01-05', 'MONEYBIRD BV'],
  ['Knab', 'ABONNEMENT JANUARI\nREK: NL65INGB0123456789/NAAM: MONEYBIRD', 'MONEYBIRD'],
  ['Triodos', '000>100987654321\n>20Abonnement>21 januari>32Moneybird', 'Moneybird'],
  ['a German bank', '166?00SEPA?20SVWZ+Abo?30XX?32Moneybird?33 BV', 'Moneybird BV'],
  ['ASN', 'NL47INGB0000000000 moneybird bv\n\nabonnement januari', 'moneybird bv'],
  ['a card', 'BEA, Betaalpas     ADOBE,PAS123\nNR:1', 'ADOBE'],
])('Whom %s says was paid', async (_, text, name) => {
  const trace = await told(text)
  expect(trace?.name).toBe(name)
  expect(trace?.payment).toEqual({ amountMinor: 1234, currency: 'EUR', date: '2026-01-05' })
  expect(JSON.stringify(trace)).not.toMatch(/NL\d\d[A-Z]{4}\d{6}/)
})

test('A debit taken back is a refund, a credit taken back is none', async () => {
  const read = await readWith(
    bankMt940,
    statement(
      ':61:260105RD5,00NTRF',
      ':86:/NAME/Slack/REMI/x/',
      ':61:260105C7,00NTRF',
      ':86:/NAME/Klant/REMI/factuur/',
    ),
  )
  expect(read.traces.map(({ name, payment }) => [name, payment?.amountMinor])).toEqual([['Slack', -500]])
  expect(read.ignored).toEqual({ 'money received': 1 })
})

test('Text about tags is no statement', () => {
  expect(sureness(bankMt940, 'A line with :61: in it\nand more\n')).toBe(0)
})
