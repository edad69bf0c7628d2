import { ColumnChoice } from '@nabij/base'
import { expect, test } from 'vitest'
import { choiceText, headerKey } from '../readers/bank-csv/columns.ts'
import { tinyKnowledge } from '../testing/tiny-knowledge.ts'
import { type ReadOptions, readEvidence } from './read-evidence.ts'

const index = tinyKnowledge()
const header = 'When,Who,What,How much,Where'
const strange = [
  header,
  '05/01/2026,SLACK T02AB1234X DUBLIN,Team plan,-8.75,NL91ABNA0417164300',
  '05/13/2026,J. Jansen,huur,-900.00,NL69INGB0123456789',
  '06/01/2026,SLACK T02AB1234X DUBLIN,Team plan,-8.75,NL91ABNA0417164300',
].join('\n')

async function read(text: string, options: Partial<ReadOptions> = {}, name = 'a.csv') {
  const bytes = new TextEncoder().encode(text)
  const [one] = await readEvidence({ name, bytes }, { index, rules: [], ...options })
  if (!one) throw new Error('nothing was read')
  return one
}

test('a table of an unknown bank is read at a look only, by what stands in its columns', async () => {
  const { table, findings } = await read(strange, { look: true })
  expect(table).toMatchObject({
    header: header.split(','),
    from: 'content',
    enough: true,
    columns: { date: 1, name: 2, description: [3], amount: 4, account: 5, monthFirst: true },
    faults: [],
  })
  expect(table?.rows).toHaveLength(3)
  expect(findings.map(({ payment }) => payment)).toEqual([
    { amountMinor: 875, currency: 'EUR', date: '2026-05-01' },
    { amountMinor: 875, currency: 'EUR', date: '2026-06-01' },
  ])
  await expect(read(strange)).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_COLUMNS',
    params: { proposal: 'date=When,amount=How much,name=Who,account=Where,description=What,monthFirst' },
  })
})

test('what a person chose is read, by name or by place, and holds for each file with that header', async () => {
  const columns = ColumnChoice.parse({ date: 'when', amount: 4, name: 'Who', fixed: 'USD', monthFirst: true })
  const chosen = await read(strange, { columns })
  expect(chosen.table?.from).toBe('chosen')
  expect(chosen.findings.map(({ payment }) => payment?.currency)).toEqual(['USD', 'USD'])
  const knownColumns = [{ header: headerKey(header.toUpperCase().split(',')), columns }]
  const again = await read(strange.replace('When', 'WHEN'), { knownColumns })
  expect(again).toMatchObject({ table: { from: 'remembered' }, findings: [{}, {}] })
  expect(choiceText(columns, null)).toBe('date=when,amount=4,name=Who,fixed=USD,monthFirst')
  await expect(read(strange, { columns: { ...columns, name: 'Wie' } })).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_COLUMN',
    params: { column: 'Wie' },
  })
  await expect(read(strange, { columns: { ...columns, date: null } })).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_COLUMNS',
  })
})

test('amounts without a sign or a direction are asked about, unless the column says who was paid', async () => {
  const unsigned = 'Datum,Naam,Bedrag\n2026-01-05,Slack,87.50\n2026-02-05,Slack,87.50\n'
  await expect(read(unsigned)).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_COLUMNS',
    params: { proposal: 'date=Datum,amount=Bedrag,name=Naam,paidIsPlus' },
  })
  const looked = await read(unsigned, { look: true })
  expect(looked).toMatchObject({ table: { from: 'content', columns: { paidIsPlus: true } }, findings: [{}, {}] })
  const chosen = await read(unsigned, { columns: looked.table?.columns })
  expect(chosen.findings.map(({ payment }) => payment?.amountMinor)).toEqual([8750, 8750])
  const suppliers = await read(unsigned.replace('Naam', 'Leverancier'))
  expect(suppliers.findings.map(({ payment }) => payment?.amountMinor)).toEqual([8750, 8750])
  const mixed = await read(`${unsigned}2026-03-05,Klant,-5.00\n`)
  expect(mixed.table?.from).toBe('names')
})

test('a column is called by its place where its name is not its own', () => {
  const columns = ColumnChoice.parse({ date: 1, amount: 2, name: 3, description: [4] })
  expect(choiceText(columns, ['Datum', '2024', 'Naam', 'naam'])).toBe('date=Datum,amount=2,name=Naam,description=4')
})

test('wrong columns are told line by line, and counted', async () => {
  const columns = ColumnChoice.parse({ date: 2, amount: 4, name: 2 })
  const { table, ignored, findings } = await read(strange, { columns, look: true })
  expect(table?.faults).toEqual([2, 3, 4].map((line) => ({ line, reason: 'line without date' })))
  expect(ignored).toContainEqual({ reason: 'line without date', count: 3 })
  expect(findings).toEqual([])
  const others = { ...columns, date: 1, amount: 3, monthFirst: true }
  const amounts = await read(strange, { columns: others, look: true })
  expect(amounts.table?.faults.map(({ reason }) => reason)).toEqual(Array(3).fill('line without amount'))
  await expect(read(strange, { columns: others })).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_UNREADABLE',
    params: { reason: 'line without amount', where: 'line 2, and each of 3' },
  })
})

test('columns proposed by their names can be corrected too; those of a known bank are not asked about', async () => {
  const text =
    'Datum;Naam;Bedrag;Omschrijving\n01-03-2026;Slack Technologies Limited;8,75;x\n02-03-2026;Klant;-1,00;x\n'
  const proposed = await read(text)
  expect(proposed).toMatchObject({ findings: [], table: { from: 'names', columns: { date: 1, name: 2, amount: 3 } } })
  expect(proposed.ignored).toContainEqual({ reason: 'money received', count: 1 })
  const columns = ColumnChoice.parse({ ...proposed.table?.columns, paidIsPlus: true })
  expect((await read(text, { columns })).findings).toMatchObject([{ payment: { amountMinor: 875 } }])
  const ing = `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"\n"20260301";"Slack Technologies Limited";"NL91ABNA0417164300";"";"IC";"Af";"8,75";"Incasso";"x"\n`
  expect((await read(ing)).table).toBeUndefined()
})

test('a table without a header, and one below a title', async () => {
  const bare =
    '2026-03-01\tSlack Technologies Limited\t-8,75\tEUR\n2026-04-01\tSlack Technologies Limited\t-8,75\tEUR\n'
  const seen = await read(bare, { look: true })
  expect(seen).toMatchObject({ records: 2, findings: [{}, {}], table: { header: null, columns: { currency: 4 } } })
  const titled = `Overzicht van Jansen\n\nWanneer;Wie;Hoeveel\n01-03-2026;Slack Technologies Limited;-8,75\n`
  const { table, findings, records } = await read(titled, { look: true })
  expect(table).toMatchObject({ header: ['Wanneer', 'Wie', 'Hoeveel'], columns: { date: 1, name: 2, amount: 3 } })
  expect([records, findings.length]).toEqual([1, 1])
})

test('money back from an account that was paid is the same payee’s, whatever the name; the account stays here', async () => {
  const text =
    'Day;Who;Sum;IBAN of them\n01-03-2026;Slack Technologies Limited;-8,75;NL91ABNA0417164300\n02-03-2026;SLCK REF;3,00;NL91 ABNA 0417 1643 00\n'
  const { findings, table } = await read(text, { look: true })
  expect(findings.map(({ payment }) => payment?.amountMinor)).toEqual([875, -300])
  expect(JSON.stringify(findings)).not.toContain('0417')
  expect(table?.columns.account).toBe(4)
})

test.each([
  'name,pincode,created,price\nx,1234,2026-01-01,1.00\n',
  'package,version,date\nslack,1.2,2026-01-01\nzoom,1.3,2026-01-02\n',
  'id,when,count\na,2026-01-01,5\nb,2026-01-02,6\n',
  'a story, of some, length\nwith, commas, here\n',
])('no table of payments is nobody’s: %s', async (text) => {
  await expect(read(text, { look: true })).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNKNOWN' })
})
