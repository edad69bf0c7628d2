import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { focus } from './index.ts'

const header =
  '"BilledCost","BillingAccountName","BillingCurrency","BillingPeriodEnd","ChargePeriodStart","InvoiceIssuerName","ProviderName","PublisherName","RegionId","RegionName","ResourceId","ServiceName","Tags"'
const row = (cost: string, service: string, region: string, more = '') =>
  `${cost},"Acme jan","EUR","2026-10-01 00:00:00","2026-09-18 22:00:00","Amazon Web Services EMEA","AWS","Amazon Web Services","${region}","EU (Frankfurt)","arn:aws:geheim","${service}","{""owner"": ""jan""}"${more}`
const bill = [
  header,
  ...Array.from({ length: 1000 }, () => row('0.00000500000', 'Amazon Simple Queue Service', 'eu-central-1')),
  row('12.345', 'Amazon RDS', 'eu-central-1'),
  row('1e-2', 'Amazon RDS', 'eu-central-1'),
  row('-2.355', 'Amazon RDS', 'eu-central-1'),
  row('5', 'Amazon RDS', 'us-east-1'),
  row('NULL', 'Amazon RDS', 'us-east-1'),
  row('1', 'Amazon RDS', 'us-east-1', ',"x"'),
].join('\n')

test('adds up a bill per service, region and month, exact to the cent', async () => {
  expect(sureness(focus, bill)).toBeGreaterThan(0.9)
  const { traces, records, ignored, days } = await readWith(focus, bill)
  expect(records).toBe(1006)
  expect(ignored).toEqual({ 'row without an amount': 1, 'row of another length': 1 })
  expect(traces.map(({ name, location, payment, locator }) => [name, location, payment, locator])).toEqual([
    [
      'Amazon Simple Queue Service',
      'EU (Frankfurt) (eu-central-1)',
      { amountMinor: 1, currency: 'EUR', date: '2026-09-30' },
      'line 2 and 999 more',
    ],
    [
      'Amazon RDS',
      'EU (Frankfurt) (eu-central-1)',
      { amountMinor: 1000, currency: 'EUR', date: '2026-09-30' },
      'line 1002 and 2 more',
    ],
    [
      'Amazon RDS',
      'EU (Frankfurt) (us-east-1)',
      { amountMinor: 500, currency: 'EUR', date: '2026-09-30' },
      'line 1005',
    ],
  ])
  expect([...new Set(days)]).toEqual(['2026-09-18', '2026-09-30'])
  expect(JSON.stringify(traces)).not.toMatch(/jan|geheim|arn:/i)
})

test('services of less than a cent add up to the bill', async () => {
  const small = [header, ...['A', 'B', 'C'].map((service) => row('0.004', service, 'eu-central-1'))].join('\n')
  const { traces } = await readWith(focus, small)
  expect(traces.map(({ payment }) => payment?.amountMinor)).toEqual([0, 1, 0])
})

test('a bill without its columns is refused', async () => {
  await expect(readWith(focus, 'a,b\n1,2\n')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
})
