import { expect, test } from 'vitest'
import { samples } from '../testing/samples.ts'
import { tinyKnowledge } from '../testing/tiny-knowledge.ts'
import { readEvidence } from './read-evidence.ts'

const index = tinyKnowledge()
const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (name: string, text: string) =>
  JSON.stringify(await readEvidence({ name, bytes: bytes(text) }, { index, rules: [] }))

test('Account numbers, passwords and addresses of people come out of no sample', async () => {
  for (const { name, text } of Object.values(samples)) {
    // A database cannot be made of text: it has a test of its own.
    if (text.startsWith('SQLite')) continue
    const said = await read(name, text)
    expect(said).not.toMatch(/geheim|jan@|NL00BANK|inkoop@/i)
  }
})

test('Of a statement only payments to vendors are left, and nothing of people', async () => {
  const rows = [
    ['Moneybird B.V.', 'Factuur 12, t.n.v. Geertruida Planter'],
    ['G. Planter', 'Salaris moneybird oktober'],
    ['Hr P Planter e/o Mw Q Planter', 'terugbetaling zoom'],
    ['Karin Planter', 'voorgeschoten: microsoft 365'],
    ['Slack', 'NL20INGB0001234567 planter@example.nl'],
  ].map(
    ([payee, told], at) =>
      `"2026100${at + 1}";"${payee}";"NL91ABNA0417164300";"NL20INGB0001234567";"GT";"Af";"1${at},00";"x";"${told}"`,
  )
  const head =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"'
  const said = await read('ing.csv', [head, ...rows].join('\n'))
  expect(said).toContain('moneybird')
  expect(said).toContain('microsoft-365')
  expect(said).not.toMatch(/planter|NL91ABNA|NL20INGB|salaris/i)
})
