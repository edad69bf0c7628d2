import { type Entry, entriesOf, yearCost } from './entries.ts'
import { subscriptions } from './ledger.ts'

/** A file that a company could give, and what is true about the company. */
export interface CompanyFile {
  name: string
  text: string
}

export interface MadeUpCompany {
  name: string
  domain: string
  files: CompanyFile[]
  /** Of each payee of software what was paid in the year, in euro cents. */
  paid: Record<string, number>
}

/**
 * A made-up biscuit factory with real vendors and made-up amounts: a year of bank statements (CAMT.053), the DNS zone of its
 * domain, the applications of its sign-on, what its own web shop is built of.
 */
export function madeUpCompany({ year, seed }: { year: number; seed: number }): MadeUpCompany {
  const name = 'Koekfabriek De Gouden Kruimel'
  // Reserved for examples (RFC 2606): nobody's domain.
  const domain = 'goudenkruimel.example'
  return {
    name,
    domain,
    paid: Object.fromEntries(subscriptions.map((each) => [each.payee, yearCost(each, year)])),
    files: [
      { name: `bank-${year}.xml`, text: statement(name, entriesOf(year, seed)) },
      { name: `${domain}.zone`, text: zone(domain) },
      { name: 'aanmelden-apps.csv', text: signOn() },
      { name: 'webwinkel/package-lock.json', text: lockFile() },
    ],
  }
}

function statement(name: string, entries: Entry[]): string {
  const days = entries.map(({ day }) => day)
  const lines = entries.map(
    ({ day, payee, account, remittance, amount }, n) =>
      `<Ntry><Amt Ccy="EUR">${euros(amount)}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${n + 1}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>${xml(payee)}</Nm></Cdtr><CdtrAcct><Id><Othr><Id>${account}</Id></Othr></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>${xml(remittance)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>SAMPLE</MsgId><CreDtTm>${days.at(-1)}T23:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>${days.at(-1)}T23:00:00</CreDtTm><Acct><Id><Othr><Id>NL00XXXX0000000000</Id></Othr></Id><Ccy>EUR</Ccy><Ownr><Nm>${xml(name)}</Nm></Ownr></Acct>
${lines.join('\n')}
</Stmt></BkToCstmrStmt></Document>
`
}

function zone(domain: string): string {
  return `$ORIGIN ${domain}.
$TTL 3600
@ IN SOA ns0.transip.net. hostmaster.transip.nl. 2026010101 14400 1800 604800 86400
@ IN NS ns0.transip.net.
@ IN NS ns1.transip.nl.
@ IN MX 10 goudenkruimel-example.mail.protection.outlook.com.
@ IN TXT "v=spf1 include:spf.protection.outlook.com include:servers.mcsv.net -all"
autodiscover IN CNAME autodiscover.outlook.com.
selector1._domainkey IN CNAME selector1-goudenkruimel-example._domainkey.goudenkruimel.onmicrosoft.com.
shop IN CNAME shops.myshopify.com.
`
}

function signOn(): string {
  const apps = [
    ['Slack', 'https://slack.com', '2024-02-11'],
    ['Exact Online', 'https://start.exactonline.nl', '2023-05-02'],
    ['TOPdesk', 'https://www.topdesk.com', '2025-01-20'],
    ['Mailchimp', 'https://mailchimp.com', '2024-09-01'],
  ]
  const rows = apps.map(([name, page, day], n) =>
    [
      name,
      `00000000-0000-4000-8000-00000000000${n}`,
      `00000000-0000-4000-9000-00000000000${n}`,
      page,
      day,
      'Enterprise Application',
    ].join(','),
  )
  return `displayName,id,appId,homepage,createdDateTime,applicationType\n${rows.join('\n')}\n`
}

function lockFile(): string {
  const direct = {
    react: '19.1.0',
    '@stripe/stripe-js': '7.3.0',
    '@sentry/node': '9.20.0',
    '@aws-sdk/client-s3': '3.817.0',
  }
  const packages = Object.entries(direct).map(([name, version]) => [`node_modules/${name}`, { version }] as const)
  const lock = {
    name: 'webwinkel',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: 'webwinkel', version: '1.0.0', dependencies: direct }, ...Object.fromEntries(packages) },
  }
  return `${JSON.stringify(lock, null, 2)}\n`
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2)
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
