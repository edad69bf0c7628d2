import { expect, test } from 'vitest'
import { chooseReader } from '../../evidence/choose.ts'
import { readWith, sureness } from '../../testing/read.ts'
import { dayOf } from './day.ts'
import { supplierAnswer } from './index.ts'

const sheet = (rows: string[], separator = ';') =>
  [['nabij-answer/1', 'service', 'ask', 'question', 'answer'], ...rows.map((row) => row.split('|'))]
    .map((cells) => cells.join(separator))
    .join('\r\n')

test('Reads what a supplier filled in, service by service, with its day', async () => {
  const text = sheet([
    '||answered-on|Op welke dag?|1-12-2026',
    'l1|microsoft-365|parent|Wie is de eigenaar?|Microsoft Corporation, VS, sinds 1975',
    'l1|microsoft-365|location|Waar?|',
    'l1|microsoft-365|keys|Wie heeft de sleutels?|onbekend',
    'l1|slack|price|Wat kost het?|"€ 8,25 per gebruiker; per maand"',
    'l1|slack|weather|Regent het?|ja',
  ])
  expect(sureness(supplierAnswer, text)).toBe(1)
  const { traces, records, ignored, days } = await readWith(supplierAnswer, text, { piece: 11 })
  const claims = traces.map(({ claim }) => claim)
  expect(claims).toEqual([
    {
      letter: 'l1',
      serviceId: 'microsoft-365',
      ask: 'parent',
      value: 'Microsoft Corporation, VS, sinds 1975',
      saidOn: '2026-12-01',
    },
    { letter: 'l1', serviceId: 'slack', ask: 'price', value: '€ 8,25 per gebruiker; per maand', saidOn: '2026-12-01' },
  ])
  expect([records, days]).toEqual([3, ['2026-12-01']])
  expect(ignored).toEqual({ 'answered with unknown': 1, 'line that answers no question': 1 })
})

test('Reads the same as JSON, and the parties that a supplier names', async () => {
  const answers = { 'sub-processors': '- Twilio Inc. (United States)\nMollie B.V., Nederland\nan@persoon.nl' }
  const services = [{ id: 'slack', answers }]
  const json = JSON.stringify({ format: 'nabij-answer/1', letter: null, answeredOn: '2026-12-01', services })
  expect(chooseReader({ name: 'x', bytes: new Uint8Array(0), text: json })?.id).toBe('supplier-answer')
  const { traces } = await readWith(supplierAnswer, json)
  expect(traces.map(({ kind, name, location = '' }) => `${kind} ${name} ${location}`)).toEqual([
    'answer slack ',
    'sub-processor Twilio Inc. United States',
    'sub-processor Mollie B.V. ',
  ])
})

test('Refuses a sheet that is none, and says where', async () => {
  const wrong = { format: 'nabij-answer/1', letter: null, answeredOn: '2026-02-31', services: [] }
  await expect(readWith(supplierAnswer, JSON.stringify(wrong))).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_UNREADABLE',
    params: { where: 'answeredOn' },
  })
  await expect(readWith(supplierAnswer, '{"format":"nabij-answer/1",')).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_UNREADABLE',
  })
  expect(sureness(supplierAnswer, 'nabij-answer/2;service\n')).toBe(0)
  expect(sureness(supplierAnswer, '{"letter":"nabij-answer/1"}')).toBe(0)
})

test('Takes a day as people and spreadsheets write it, and none that does not exist', () => {
  expect(['2026-12-01', '1-12-2026', '01/12/2026'].map(dayOf)).toEqual(Array(3).fill('2026-12-01'))
  expect(['31-02-2026', '12-2026', 'morgen', ''].map(dayOf)).toEqual([null, null, null, null])
})
