import { expect, test } from 'vitest'
import { hostOf, siteOf, siteOfAddress } from './index.ts'

test.each([
  ['https://jan:geheim@acme.slack.com:8443/x/y?z#q', 'acme.slack.com'],
  ['slack.com/path', 'slack.com'],
  ['//cdn.example.com/x.js', 'cdn.example.com'],
  ['acme.nl:8080', 'acme.nl'],
  ['HTTPS://WWW.Example.NL.', 'www.example.nl'],
  ['https://evil.com\\@good.com', 'evil.com'],
  ['jan.devries@acme.nl', null],
  ['mailto:jan@acme.nl', null],
  ['javascript:alert(1)//a.nl', null],
  ['file:///etc/passwd', null],
  ['androidapp://com.slack', null],
  ['localhost:3000', null],
  ['just words', null],
  ['', null],
])('%s leads to %s', (address, host) => expect(hostOf(address)).toBe(host))

test.each([
  ['www.slack.com', 'slack.com'],
  ['acme.slack.com', 'slack.com'],
  ['docs.google.com', 'docs.google.com'],
  ['jan-devries.docs.google.com', 'docs.google.com'],
  ['eu-west-1.console.aws.amazon.com', 'console.aws.amazon.com'],
  ['acme-my.sharepoint.com', 'sharepoint.com'],
  ['foo.blob.core.windows.net', 'blob.core.windows.net'],
  ['shop.example.co.uk', 'shop.example.co.uk'],
])('of %s only %s is kept', (host, kept) => expect(siteOf(host)?.host).toBe(kept))

test.each([
  'nas.local',
  'printer.lan',
  '10.0.0.1',
  'x.internal',
  '5.1.168.192.in-addr.arpa',
  'com',
  'a b.nl',
  `${'a.'.repeat(200)}nl`,
])('%s is no public site', (host) => expect(siteOf(host)).toBeNull())

test('an address that is endless ends', () => {
  expect(siteOfAddress(`https://${'a'.repeat(1_000_000)}.nl`)).toBeNull()
})
