import type { DnsAnswer } from '@nabij/base'
import { expect, test } from 'vitest'
import { dnsZone } from '../readers/dns-zone/index.ts'
import { readWith } from '../testing/read.ts'
import { dnsQuestions, domainMeant } from './questions.ts'
import { includedIn, quotedText, zoneText } from './zone.ts'

test.each([
  ['bakkerij-voorbeeld.nl', 'bakkerij-voorbeeld.nl'],
  ['https://www.Bakkerij-Voorbeeld.nl/contact', 'bakkerij-voorbeeld.nl'],
  ['info@shop.bakkerij.co.uk ', 'bakkerij.co.uk'],
  ['café.nl', 'xn--caf-dma.nl'],
])('%s means %s', (typed, domain) => expect(domainMeant(typed)).toBe(domain))

test.each(['', 'localhost', '10.0.0.1', 'nl', 'a b.nl', 'x;y.nl', '../etc'])('%s is no domain', (typed) =>
  expect(() => domainMeant(typed)).toThrow(expect.objectContaining({ code: 'NABIJ_DNS_DOMAIN' })),
)

test('every question is about the domain itself, once', () => {
  const questions = dnsQuestions('acme.nl')
  expect(questions.every(({ name }) => name === 'acme.nl' || name.endsWith('.acme.nl'))).toBe(true)
  expect(new Set(questions.map(({ name, type }) => `${type} ${name}`)).size).toBe(questions.length)
})

const answers: DnsAnswer[] = [
  { name: 'acme.nl', type: 'NS', outcome: 'answered', records: ['ns0.transip.net.'] },
  { name: 'acme.nl', type: 'MX', outcome: 'answered', records: ['10 acme-nl.mail.protection.outlook.com.'] },
  {
    name: 'acme.nl',
    type: 'TXT',
    outcome: 'answered',
    records: [quotedText(['v=spf1 include:spf.host', 'er.nl -all']), quotedText(['MS=ms1"\n$INCLUDE x'])],
  },
  { name: 'www.acme.nl', type: 'CNAME', outcome: 'no-such-name', records: [] },
  {
    name: 'spf.hoster.nl',
    type: 'TXT',
    outcome: 'answered',
    records: [quotedText(['v=spf1 include:servers.mcsv.net ~all']), quotedText(['hoster-verification=1'])],
  },
]

test('answers become a zone that the reader of zones reads as it reads any other', async () => {
  expect(includedIn(answers.slice(0, 4)).map(({ name }) => name)).toEqual(['spf.hoster.nl'])
  const zone = zoneText('acme.nl', answers)
  expect(zoneText('acme.nl', answers.toReversed())).toBe(zone)
  const { traces } = await readWith(dnsZone, zone)
  expect(traces.map(({ kind, text }) => `${kind} | ${text}`)).toEqual([
    'mail-host | acme.nl: MX acme-nl.mail.protection.outlook.com',
    'mail-sender | acme.nl: SPF spf.hoster.nl',
    'mail-sender | acme.nl: SPF of spf.hoster.nl servers.mcsv.net',
    'dns | acme.nl: TXT ms=',
    'dns | acme.nl: NS ns0.transip.net',
  ])
  expect(zone).not.toContain('hoster-verification')
})
