import type { Confidence, FindingKind, Trace } from '@nabij/base'
import type { KnowledgeIndex, Known } from '@nabij/knowledge'
import { saysFar } from './common-words.ts'
import { idOf, matchesIn, type NameMatch, soldAs } from './name-match.ts'
import { isPerson } from './person.ts'
import { hostsIn } from './words.ts'

export interface Recognised extends Known {
  confidence: Confidence
  why: string
  /** Recognised by a description only: the name itself may be a person's. */
  aside?: boolean
}

/** Known for certain enough, something to ask about, or nothing. */
export type Recognition =
  | { what: 'known'; known: Recognised }
  | { what: 'ask'; candidates: Known[] }
  | { what: 'nothing'; reason: string }

/** Why nothing is said of a trace that is no doubt something. */
export const unknownVendor = 'no known vendor'
const unknown: Recognition = { what: 'nothing', reason: unknownVendor }

/** How sure one finding of a kind makes us that the company uses the thing, when it was recognised by more than a name. */
const sureness: Record<FindingKind, Confidence> = {
  manual: 'confirmed',
  payment: 'confirmed',
  invoice: 'confirmed',
  'mail-host': 'confirmed',
  'mail-sender': 'possible',
  dns: 'likely',
  'sign-on': 'likely',
  bookmark: 'possible',
  history: 'likely',
  'password-entry': 'likely',
  package: 'likely',
  container: 'likely',
  infrastructure: 'likely',
  environment: 'likely',
  'cloud-bill': 'confirmed',
  website: 'likely',
  installed: 'likely',
  'dns-log': 'possible',
  meter: 'confirmed',
  'sub-processor': 'likely',
  answer: 'confirmed',
}

type Way = (trace: Trace, look: KnowledgeIndex) => Recognition

const ways: Record<FindingKind, Way> = {
  payment: byPayee,
  invoice: byPayee,
  manual: byAppName,
  'sign-on': byAppName,
  installed: byAppName,
  'cloud-bill': byAppName,
  'sub-processor': byAppName,
  answer: byAppName,
  bookmark: byHost,
  history: byHost,
  'password-entry': byHost,
  website: byHost,
  'dns-log': byHost,
  meter: byAppName,
  dns: byDns,
  'mail-host': bySign('mail host', (look, host) => look.byMx(host) ?? look.byDomain(host)),
  'mail-sender': bySign('may send mail', (look, host) => look.bySpf(host) ?? look.byMx(host) ?? look.byDomain(host)),
  package: bySign('package', (look, purl) => look.byPackage(purl)),
  container: bySign('image', (look, image) => look.byImage(image)),
  infrastructure: bySign(
    'infrastructure',
    (look, name) => look.byTerraform(name) ?? look.byAction(name) ?? look.byImage(name),
  ),
  environment: byVariable,
}

/** Whose a trace is, by the signatures of the knowledge. Rather nothing than something wrong. */
export function recognise(trace: Trace, look: KnowledgeIndex): Recognition {
  return ways[trace.kind](trace, look)
}

function bySign(sign: string, find: (look: KnowledgeIndex, name: string) => Known | null): Way {
  return (trace, look) => {
    // A registry or a hosting service is known by its host where the image or the file is not.
    const known =
      find(look, trace.name) ?? (trace.domain ? (find(look, trace.domain) ?? look.byDomain(trace.domain)) : null)
    if (!known) return unknown
    return found(
      known,
      trace.kind === 'package' ? packageSureness(trace.name, known) : sureness[trace.kind],
      `${sign} ${trace.name}`,
    )
  }
}

/** A library in a lock file is in the product: there is no doubt about that. What only begins like one may be anybody's. */
function packageSureness(purl: string, { product, vendor }: Known): Confidence {
  const { packages } = (product ?? vendor).signatures
  const anybodys = /^pkg:(?:npm|pypi|gem|cargo|pub|composer)\/[^/]+$/.test(purl) && !packages.includes(purl)
  const beginning = packages.filter((text) => text.endsWith('*') && purl.startsWith(text.slice(0, -1)))
  if (anybodys && !beginning.some((text) => text.split(/[-_.]/).length > 2)) return 'possible'
  return product?.kind === 'library' ? 'confirmed' : sureness.package
}

const connecting =
  /(?:^|_)(?:KEY|APIKEY|SECRET|TOKEN|DSN|URL|URI|ID|SID|HOST|HOSTNAME|ENDPOINT|REGION|BUCKET|PASSWORD|PASS|USER|USERNAME|ACCOUNT|PROJECT|WEBHOOK|API|CLIENT|DOMAIN|ORG|ORGANIZATION|TENANT|CREDENTIALS|CONNECTION|SITE|SERVER|AUTH|TEAM|WORKSPACE|MODEL|ENV|ENVIRONMENT|KEYS|CERT|CHANNEL|APP|PROFILE|STORE|SPACE|BASE|CLUSTER|DATASET|INDEX|ENABLED|SENDER|FROM)(?:_|$)/

/** By the beginning of a variable's name, when the rest is about reaching a service: `ZOOM_LEVEL` is a map's. */
function byVariable(trace: Trace, look: KnowledgeIndex): Recognition {
  const known = look.byEnv(trace.name)
  if (!known) return unknown
  if (!connecting.test(trace.name.toUpperCase())) return { what: 'nothing', reason: 'variable that reaches no service' }
  return found(known, sureness.environment, `variable ${trace.name}`)
}

const byDnsHost = bySign('DNS', (look, host) => look.byDns(host) ?? look.byDomain(host))

function byDns(trace: Trace, look: KnowledgeIndex): Recognition {
  const txt = look.byTxt(trace.name)
  if (txt) return found(txt, 'possible', 'a mark in TXT')
  return byDnsHost(trace, look)
}

function byHost(trace: Trace, look: KnowledgeIndex): Recognition {
  const host = trace.domain ?? trace.name
  const known = look.byDomain(host.toLowerCase())
  return known ? found(known, sureness[trace.kind], `domain ${host}`) : unknown
}

/** Lists of apps, bills and processors hold software and nothing else: a common word is a product's name there. */
function byAppName(trace: Trace, look: KnowledgeIndex): Recognition {
  const publisher = trace.also ? strongest(matchesIn(trace.also, look.byName(trace.also))) : null
  const hosts = [trace.domain ?? '', ...hostsIn(trace.name)].filter(Boolean)
  const owner = firstOf(hosts, (host) => look.byDomain(host))
  const matches = matchesIn(trace.name, look.byName(trace.name)).filter(
    // A name in the middle of a longer one is what it works with: `Plugin for Zoom`.
    (match) => match.rest !== 'trade' && (match.first || (match.rest !== 'foreign' && !match.weak)),
  )
  const match = matches.find(
    ({ weak, rest, vendor }) =>
      !weak || rest !== 'foreign' || publisher?.vendor.id === vendor.id || owner?.vendor.id === vendor.id,
  )
  const sameVendor = match !== undefined && publisher?.vendor.id === match.vendor.id
  if (match) {
    const backed = sameVendor || owner?.vendor.id === match.vendor.id
    const sure = backed ? 'confirmed' : match.weak && match.rest !== 'exact' ? 'possible' : sureness[trace.kind]
    // `Amazon RDS`, by Amazon Web Services: the common word says less than who makes it.
    const closer = sameVendor && match.weak && publisher?.product ? publisher : match
    return found(closer, sure, `name ${closer.name}`)
  }
  if (owner) return found(owner, sureness[trace.kind], `domain ${hosts[0]}`)
  if (publisher && publisher.rest !== 'foreign')
    return found(publisher, trace.kind === 'cloud-bill' ? 'confirmed' : 'possible', `publisher ${publisher.name}`)
  return unknown
}

/**
 * Whom was paid. Other firms bear the names of products too, so what stands beside a name decides: nothing or a legal
 * form makes it exact, another trade makes it nothing, anything else makes it a question.
 */
function byPayee(trace: Trace, look: KnowledgeIndex): Recognition {
  const hosts = [...(trace.domain ? [trace.domain] : []), ...hostsIn(trace.name)]
  const owner = firstOf(hosts, (host) => look.byDomain(host))
  if (owner) return refine(owner, trace, look, 'confirmed', `domain ${hosts.find((host) => look.byDomain(host))}`)

  const matches = matchesIn(trace.name, look.byName(trace.name))
  const aside = besides(trace, look)
  const strong = matches.find(({ weak, rest }) => !weak && rest !== 'trade')
  if (strong?.rest === 'exact') return refine(strong, trace, look, 'confirmed', `name ${strong.name}`)
  if (isPerson(trace.name)) return { what: 'nothing', reason: 'private person' }
  if (strong) {
    const backed = aside?.vendor.id === strong.vendor.id || namesAnother(strong, trace, look)
    if (strong.rest === 'beside' || strong.length > 2 || (strong.length > 1 && strong.far) || backed)
      return refine(strong, trace, look, 'likely', `name ${strong.name}`)
    // `Claude Jansen` may be a person: nothing of that is kept, not even as a question.
    const firm = legalForm.test(trace.name) || strong.far || /[*\d]/.test(trace.name)
    if (!firm) return { what: 'nothing', reason: 'name that may be a person’s' }
    return { what: 'ask', candidates: distinct(matches.filter(({ rest }) => rest !== 'trade')) }
  }
  const weak = matches.find(({ rest }) => rest === 'exact' || rest === 'beside')
  if (weak && aside?.vendor.id === weak.vendor.id)
    return refine(weak, trace, look, 'likely', `name ${weak.name} and its description`)
  if (weak && namesAnother(weak, trace, look))
    return refine(weak, trace, look, 'likely', `name ${weak.name} and its description`)
  if (weak?.first && (weak.far || saysFar(trace.also ?? '')))
    return refine(weak, trace, look, 'likely', `name ${weak.name}, from abroad`)
  if (weak?.first && legalForm.test(trace.name) && softwareWord.test(trace.also ?? ''))
    return refine(weak, trace, look, 'likely', `name ${weak.name}, for software`)
  if (weak) return { what: 'ask', candidates: distinct(matches.filter(({ rest }) => rest !== 'trade')) }
  const another = matches.some(({ rest }) => rest === 'trade')
  if (another) return { what: 'nothing', reason: 'name of another trade' }
  return aside ? { what: 'known', known: { ...aside, aside: true } } : unknown
}

const legalForm = /\b(?:b\.?v\.?|n\.?v\.?|limited|ltd|gmbh|sas|s\.?a\.?|a\/s|ab|oy|uc)(?:\s|$)/i
const softwareWord =
  /\b(?:licenties?|licenses?|software|saas|cloud|hosting|users?|seats?|gebruikers|crm|erp|salarisadministratie|administraties?|boekhoud\w*|telefonie|backup|domein\w*|webshop|website)\b/i

/** What the description says, when it says it with an address or a name of more than one word. */
function besides(trace: Trace, look: KnowledgeIndex): Recognised | null {
  if (!trace.also) return null
  for (const host of hostsIn(trace.also)) {
    const known = look.byDomain(host)
    if (known && !isCarrier(known)) return { ...known, confidence: 'likely', why: `domain ${host} in the description` }
  }
  const match = matchesIn(trace.also, look.byName(trace.also)).find(
    (match) => !match.weak && match.length > 1 && match.rest !== 'trade' && !isCarrier(match),
  )
  return match ? { ...match, confidence: 'possible', why: `name ${match.name} in the description` } : null
}

/** Banks and payment firms stand in descriptions because the money went through them. */
function isCarrier(known: Known): boolean {
  const { product, vendor } = known
  const kinds = product ? [product.kind] : vendor.products.map(({ kind }) => kind)
  return kinds.some((kind) => kind === 'banking' || kind === 'payments')
}

/** Whether the description names something else of the same vendor: `Usercentrics`, for `Cookiebot`. */
function namesAnother(match: NameMatch, { also }: Trace, look: KnowledgeIndex): boolean {
  if (!also) return false
  return look
    .byName(also)
    .some(({ vendor, name, weak }) => !weak && vendor.id === match.vendor.id && !name.includes(match.name))
}

/** The payee often is the vendor, and the description says which product. */
function refine(known: Known, trace: Trace, look: KnowledgeIndex, confidence: Confidence, why: string): Recognition {
  if (!known.product && trace.also) {
    const named = matchesIn(trace.also, look.byName(trace.also)).find(
      ({ product, vendor }) => product !== null && vendor.id === known.vendor.id,
    )
    if (named) return found(named, confidence, `${why}, ${named.name} in the description`)
  }
  return found(known, confidence, why)
}

function found({ vendor, product }: Known, confidence: Confidence, why: string): Recognition {
  return { what: 'known', known: { ...soldAs({ vendor, product }), confidence, why } }
}

function strongest(matches: readonly NameMatch[]): NameMatch | null {
  return matches.find(({ weak, rest }) => !weak && rest !== 'trade') ?? null
}

function distinct(matches: readonly NameMatch[]): Known[] {
  const seen = new Map<string, Known>()
  for (const { vendor, product } of matches) seen.set(idOf({ vendor, product }), { vendor, product })
  return [...seen.values()].slice(0, 5)
}

function firstOf<Found>(texts: readonly string[], find: (text: string) => Found | null): Found | null {
  for (const text of texts) {
    const found = find(text)
    if (found) return found
  }
  return null
}
