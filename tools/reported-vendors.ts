// Makes packages/knowledge/reported/*.json from public data sets: node tools/reported-vendors.ts FOLDER-WITH-THE-DATA-SETS
// What they say is only ever "reported": they name wrong owners where it matters. Names in them never suffice alone.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FactStatus, Vendor } from '@nabij/base'

const folder = process.argv[2]
if (!folder) throw new Error('which folder holds the data sets?')
const day = '2026-11-25'
const target = join(import.meta.dirname, '..', 'packages', 'knowledge', 'reported')

interface DataSet {
  dataset: string
  licence: string
  asOf: string
}

interface Owner {
  name: string
  country: string | null
}

interface Company {
  name: string
  domains: string[]
  country: string | null
  parent?: Owner | null
  quote: string
}

const countries: Record<string, string> = {
  USA: 'US',
  'United States': 'US',
  UK: 'GB',
  'United Kingdom': 'GB',
  Germany: 'DE',
  France: 'FR',
  Netherlands: 'NL',
  Canada: 'CA',
  Sweden: 'SE',
  Norway: 'NO',
  Poland: 'PL',
  Belgium: 'BE',
  Switzerland: 'CH',
  Israel: 'IL',
  Italy: 'IT',
  China: 'CN',
  Australia: 'AU',
  Austria: 'AT',
  Denmark: 'DK',
  Finland: 'FI',
  India: 'IN',
  Spain: 'ES',
  Lithuania: 'LT',
  'Czech Republic': 'CZ',
  Japan: 'JP',
  Croatia: 'HR',
  Russia: 'RU',
  Ireland: 'IE',
  'South Korea': 'KR',
  Estonia: 'EE',
  Serbia: 'RS',
  Cyprus: 'CY',
  Greece: 'GR',
  'New Zealand': 'NZ',
  Portugal: 'PT',
  Bulgaria: 'BG',
  Ukraine: 'UA',
  Taiwan: 'TW',
  'Hong Kong': 'HK',
  UAE: 'AE',
  Hungary: 'HU',
  'South Africa': 'ZA',
  Brazil: 'BR',
  Romania: 'RO',
  Slovenia: 'SI',
  Vietnam: 'VN',
  Panama: 'PA',
  Singapore: 'SG',
  Turkey: 'TR',
  Malaysia: 'MY',
  Luxembourg: 'LU',
  Slovakia: 'SK',
  Gibraltar: 'GI',
  Kuwait: 'KW',
  'Saudi Arabia': 'SA',
}

/** ISO code of a country as a list writes it; two countries at once are nobody's. */
function iso(text: string | null | undefined): string | null {
  const plain = (text ?? '')
    .replace(/[^\p{L} /()]/gu, '')
    .replace(/\(.*\)/, '')
    .trim()
  return countries[plain] ?? null
}

/** The owner where one is named; "Independent", "Private" and investors without a name say nothing. */
function owner(text: string | null, country: string | null): Owner | null {
  const match = /^([^()/,;]+?)(?: \(([^()]+)\))?$/.exec((text ?? '').trim())
  if (!match?.[1]) return null
  if (
    /independent|private|public|backed|venture|\bVC\b|open source|project|community|n\/a|unknown|founder|employee|foundation|listed|stake/i.test(
      match[0],
    )
  )
    return null
  return { name: match[1], country: iso(match[2]) ?? country }
}

function eurocheck(): Company[] {
  const companies = read<Record<string, string & string[]>>('eurocheck/companies-with-parents.json').map((row) => ({
    name: row.company ?? '',
    domains: row.domains ?? [],
    country: iso(row.hqCountry),
    parent: owner(row.parent ?? null, iso(row.parentHq)),
    quote: `${row.company}, ${row.hqCountry}, ${row.parent}`,
  }))
  const security = read<Record<string, string>>('eurocheck/security-companies.json').map((row) => ({
    name: row.name ?? '',
    domains: (row.domain ?? '').split(',').map((domain) => domain.trim()),
    country: iso(row.hq_country),
    parent: owner(row.parent_company ?? null, iso(row.parent_hq)),
    quote: `${row.name}, ${row.hq_country}, ${row.parent_company}`,
  }))
  return [...companies, ...security]
}

function trustlists(): Company[] {
  return read<{ name: string; website: string }>('trustlists/trust-centers.json').map(({ name, website }) => ({
    name,
    domains: [hostOf(website)],
    country: null,
    quote: `${name}, ${website}`,
  }))
}

interface Tracker {
  domain: string
  category: string
  companyId: string | null
  company: string
  country: string | null
}

/** Makers of what stands on websites. Of those that only sell advertisements: the ones with several domains. */
function whotracksme(): Company[] {
  const companies = new Map<string, Company & { business: boolean }>()
  for (const { domain, category, companyId, company, country } of read<Tracker>(
    'whotracksme/domains-to-company.json',
  )) {
    if (!companyId || !country || /porn/.test(category)) continue
    const known = companies.get(companyId) ?? { name: company, domains: [], country, quote: '', business: false }
    known.domains.push(domain)
    known.business ||= !/advertising|misc|extensions/.test(category)
    known.quote = `${company}, ${country}, ${known.domains[0]}`
    companies.set(companyId, known)
  }
  return [...companies.values()].filter(({ business, domains }) => business || domains.length > 2)
}

function vendors(companies: Company[], { dataset, licence, asOf }: DataSet): Vendor[] {
  const taken = new Set<string>()
  return companies.flatMap((company) => {
    const name = company.name.replace(/\s*\(.*\)$/, '').trim()
    const id = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
    const domains = [...new Set(company.domains.map(hostOf))].filter(
      // A host below a domain may be anybody's: workspace.google.com is not all of a vendor.
      (host) => /^[^.]+\.[^.]+(\.uk|\.nz|\.au|\.jp)?$/.test(host) && !taken.has(host),
    )
    if (!id || taken.has(`id ${id}`) || domains.length === 0) return []
    for (const text of [`id ${id}`, ...domains]) taken.add(text)
    const source = { address: `dataset:${dataset}`, readOn: day, quote: company.quote.slice(0, 300), licence }
    const fact = <Value>(value: Value | null) => ({
      value,
      status: value === null ? FactStatus.enum.unknown : FactStatus.enum.reported,
      source: value === null ? null : source,
    })
    const { parent } = company
    return Vendor.parse({
      id,
      name: name.slice(0, 100),
      domains,
      country: fact(company.country),
      ultimateParent: fact(parent ? { ...parent, control: 'unknown', asOf } : null),
      // Makers of trackers bill nobody here: their names would only look like others' names.
      signatures: { weakNames: name.length > 3 && dataset !== 'whotracksme' ? [name.toLowerCase()] : [] },
    })
  })
}

/** The host of an address or domain, without www. */
function hostOf(address: string): string {
  const host = /^(?:[a-z]+:\/\/)?(?:www\.)?([a-z0-9.-]+)/i.exec(address.trim())?.[1] ?? ''
  return host.toLowerCase()
}

function read<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'))
}

mkdirSync(target, { recursive: true })
const made = {
  eurocheck: vendors(eurocheck(), { dataset: 'eurocheck', licence: 'MIT', asOf: '2026-02-07' }),
  trustlists: vendors(trustlists(), { dataset: 'trustlists', licence: 'Apache-2.0', asOf: '2025-10-29' }),
  whotracksme: vendors(whotracksme(), { dataset: 'whotracksme', licence: 'CC BY 4.0', asOf: '2026-08-04' }),
}
for (const [name, list] of Object.entries(made)) {
  // Only what says something: empty signatures and products are the shape's defaults.
  const lean = list.map(({ products: _products, signatures: { weakNames }, ...rest }) => ({
    ...rest,
    signatures: { weakNames },
  }))
  writeFileSync(join(target, `${name}.json`), `[\n${lean.map((vendor) => JSON.stringify(vendor)).join(',\n')}\n]\n`)
  console.log(`${name}: ${list.length} vendors`)
}
