import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { dnsZone } from './index.ts'

const zone = `$ORIGIN bakkerij-voorbeeld.nl.
$TTL 3600
@   IN SOA ns0.transip.net. hostmaster.bakkerij-voorbeeld.nl. (
        2026112501 ; serial
        14400 3600 604800 300 )
    IN NS ns0.transip.net.
    IN NS ns1.transip.nl.
@   86400 IN MX 10 d1234.a.ess.de.barracudanetworks.com.
    IN TXT "v=spf1 include:spf.protection.outlook.com include:servers.mcsv.net " "ip4:1.2.3.4 -all"
    IN TXT "MS=ms12345678"
    IN TXT "google-site-verification=s3cr3tt0k3n"
www IN CNAME acme.webflow.io.
intranet IN A 10.0.0.4
api IN A 52.95.110.1
support CNAME acme.zendesk.com.
shop CNAME www
autodiscover CNAME autodiscover.outlook.com.
selector1._domainkey CNAME selector1-bakkerij-voorbeeld-nl._domainkey.bakkerij.onmicrosoft.com.
k1._domainkey TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQ"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:jan.devries@rua.dmarcian-eu.com"
`

test('sees through a filter to the real mail host, and keeps tokens and names to itself', async () => {
  expect(sureness(dnsZone, zone)).toBeGreaterThan(0.9)
  const { traces, records } = await readWith(dnsZone, zone, { piece: 11 })
  expect(records).toBe(16)
  expect(traces.map(({ kind, name, text, locator }) => `${kind} ${name} | ${text} | ${locator}`)).toEqual([
    'mail-host d1234.a.ess.de.barracudanetworks.com | bakkerij-voorbeeld.nl: MX d1234.a.ess.de.barracudanetworks.com | line 8',
    'mail-host selector1-bakkerij-voorbeeld-nl._domainkey.bakkerij.onmicrosoft.com | bakkerij-voorbeeld.nl: behind Barracuda, by DKIM selector1-bakkerij-voorbeeld-nl._domainkey.bakkerij.onmicrosoft.com | line 18',
    'mail-sender spf.protection.outlook.com | bakkerij-voorbeeld.nl: SPF spf.protection.outlook.com | line 9',
    'mail-sender servers.mcsv.net | bakkerij-voorbeeld.nl: SPF servers.mcsv.net | line 9',
    'mail-sender selector1-bakkerij-voorbeeld-nl._domainkey.bakkerij.onmicrosoft.com | bakkerij-voorbeeld.nl: DKIM selector1-bakkerij-voorbeeld-nl._domainkey.bakkerij.onmicrosoft.com | line 18',
    'dns autodiscover.outlook.com | bakkerij-voorbeeld.nl: autodiscover autodiscover.outlook.com | line 17',
    'dns ms= | bakkerij-voorbeeld.nl: TXT ms= | line 10',
    'dns google-site-verification= | bakkerij-voorbeeld.nl: TXT google-site-verification= | line 11',
    'dns ns0.transip.net | bakkerij-voorbeeld.nl: NS ns0.transip.net | line 6',
    'dns ns1.transip.nl | bakkerij-voorbeeld.nl: NS ns1.transip.nl | line 7',
    'dns acme.webflow.io | bakkerij-voorbeeld.nl: CNAME acme.webflow.io | line 12',
    'dns amazonaws.com | bakkerij-voorbeeld.nl: address in a network of amazonaws.com | line 14',
    'dns acme.zendesk.com | bakkerij-voorbeeld.nl: CNAME acme.zendesk.com | line 15',
    'dns rua.dmarcian-eu.com | bakkerij-voorbeeld.nl: DMARC rua.dmarcian-eu.com | line 20',
  ])
  expect(JSON.stringify(traces)).not.toMatch(/s3cr3t|ms12345678|jan\.devries|MIIB/)
})

const dig = `
; <<>> DiG 9.18.28 <<>> acme.nl AXFR
;; global options: +cmd
acme.nl.		3600	IN	SOA	ns1.acme.nl. hostmaster.acme.nl. 1 2 3 4 5
acme.nl.		3600	IN	MX	20 aspmx2.googlemail.com.
acme.nl.		3600	IN	MX	10 aspmx.l.google.com.
other.nl.		3600	IN	MX	10 mx.transip.email.
sip.acme.nl.	3600	IN	CNAME	sipdir.online.lync.com.
;; Query time: 12 msec
`

test('reads what dig prints, with several domains', async () => {
  expect(sureness(dnsZone, dig)).toBeGreaterThan(0.9)
  const { traces } = await readWith(dnsZone, dig)
  expect(traces.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'mail-host aspmx.l.google.com',
    'mail-host aspmx2.googlemail.com',
    'dns sipdir.online.lync.com',
    'mail-host mx.transip.email',
  ])
})

test('a gateway’s SPF alone makes a mail host likely at most, while a signature has no such limit', async () => {
  const behind = 'acme.nl. IN MX 10 acme-nl.mail.eo.outlook.mx.mimecast.com.\n'
  const spf = await readWith(dnsZone, `${behind}acme.nl. IN TXT "v=spf1 include:spf.protection.outlook.com -all"\n`)
  const hosts = ({ traces }: typeof spf) => traces.filter(({ kind }) => kind === 'mail-host')
  expect(hosts(spf).map(({ name, atMost }) => `${name} ${atMost}`)).toEqual([
    'acme-nl.mail.eo.outlook.mx.mimecast.com undefined',
    'spf.protection.outlook.com likely',
  ])
  const dkim = await readWith(
    dnsZone,
    `${behind}selector1._domainkey.acme.nl. IN CNAME selector1-acme._domainkey.acme.onmicrosoft.com.\n`,
  )
  expect(hosts(dkim).map(({ atMost }) => atMost)).toEqual([undefined, undefined])
})

test('ends with an error on text without records, and survives a parenthesis that never closes', async () => {
  await expect(readWith(dnsZone, 'hello world\n')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  const { traces } = await readWith(dnsZone, `@ IN SOA a. b. (\n${'x\n'.repeat(300)}acme.nl. IN MX 1 mx.zoho.eu.\n`)
  expect(traces.map(({ name }) => name)).toEqual(['mx.zoho.eu'])
})

test.each(['Datum;Naam;Bedrag\n1;2;3', 'The quick brown fox\nA story', '{"a": 1}', 'ii  adduser 3.118 all add users'])(
  'does not take other text for a zone: %s',
  (text) => expect(sureness(dnsZone, text)).toBe(0),
)
