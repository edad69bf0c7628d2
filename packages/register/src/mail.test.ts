import { expect, test } from 'vitest'
import { mailHost, spfIncludes } from './mail.ts'

const nothing = { mx: [], spf: [], dkim: [], autodiscover: [], txt: [] }

test('believes the MX where it names who keeps mailboxes', () => {
  expect(mailHost({ ...nothing, mx: ['acme-nl.mail.protection.outlook.com'] })).toMatchObject({
    provider: 'microsoft',
    by: 'mx',
    gateway: null,
  })
  // Both: the filter is shown and seen through by what stands beside it.
  const both = { ...nothing, mx: ['x.fortimailcloud.com', 'lv-nl.mail.protection.outlook.com'] }
  expect(mailHost(both)).toMatchObject({ provider: 'microsoft', by: 'mx', gateway: { name: 'FortiMail Cloud' } })
})

test.each([
  [
    'dkim',
    { dkim: ['selector1-acme-nl._domainkey.acme.onmicrosoft.com'], spf: ['v=spf1 include:_spf.google.com -all'] },
  ],
  ['autodiscover', { autodiscover: ['autodiscover.outlook.com'], txt: ['MS=ms1'] }],
  ['spf', { spf: ['v=spf1 include:servers.mcsv.net include:spf.protection.outlook.com -all'] }],
  ['txt', { txt: ['MS=ms12345678'] }],
])('sees through a filter by %s', (by, facts) => {
  const mail = mailHost({ ...nothing, mx: ['de-smtp-inbound-1.mimecast.com'], ...facts })
  expect(mail).toMatchObject({ provider: 'microsoft', by, gateway: { name: 'Mimecast' } })
})

test('does not make a tenant, a sender or autodiscover beside an own mail server its mail host', () => {
  const facts = { spf: ['v=spf1 mx include:spf.protection.outlook.com'], autodiscover: ['autodiscover.outlook.com'] }
  const mail = mailHost({ ...nothing, ...facts, mx: ['mx1.acme.nl'], txt: ['MS=ms1'] })
  expect(mail).toMatchObject({ provider: null, name: 'mx1.acme.nl', by: null })
  expect(mail.perhaps.map(({ by }) => by)).toEqual(['autodiscover', 'spf'])
})

test('a domain that takes no mail has no mail host, and a look-alike is nobody', () => {
  expect(mailHost({ ...nothing, txt: ['MS=ms1'] })).toMatchObject({ provider: null, name: null, by: null })
  expect(mailHost({ ...nothing, mx: ['mail.notoutlook.com', 'mimecast.com.evil.nl'] })).toMatchObject({
    provider: null,
    gateway: null,
  })
})

test('lists what SPF includes, without macros', () => {
  expect(
    spfIncludes('v=spf1 a include:A.com. ?include:b.com exists:%{i}.x.nl include:%{i}.y.nl redirect=c.com'),
  ).toEqual(['a.com', 'b.com', 'c.com'])
})
