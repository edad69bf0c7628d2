import type { Confidence } from '@nabij/base'
import { siteOf } from '../../hosts/index.ts'
import { mailHost, spfIncludes } from '../../mail.ts'
import { networkOf } from '../../networks/network.ts'
import type { Emit } from '../../reader.ts'
import { type DnsRecord, fullName } from './records.ts'

interface Pointing {
  host: string
  line: number
}

/** What a domain points at, gathered until its zone is read to the end. */
export interface DomainFacts {
  mx: (Pointing & { preference: number })[]
  /** `host` is the name that the record stands at. */
  spf: (Pointing & { record: string })[]
  /** Who may send by the record of another, which one of ours includes. */
  through: (Pointing & { by: string })[]
  dkim: Pointing[]
  autodiscover: Pointing[]
  txt: (Pointing & { text: string })[]
  others: (Pointing & { what: string })[]
}

const mostPerDomain = 20_000

export function emptyFacts(): DomainFacts {
  return { mx: [], spf: [], through: [], dkim: [], autodiscover: [], txt: [], others: [] }
}

/** Files a record under what it says; false when it says nothing about others. */
export function take(facts: DomainFacts, record: DnsRecord, apex: string): boolean {
  const { owner, type, data, line, origin } = record
  const target = (at: number) => fullName(data[at] ?? '', origin)
  const below = owner === apex ? '' : owner.slice(0, -apex.length - 1)
  if (facts.others.length + facts.txt.length + facts.mx.length > mostPerDomain) return false
  if (type === 'MX' && (below === '' || !isOwn(target(1), apex))) {
    facts.mx.push({ host: target(1), line, preference: Number(data[0]) || 0 })
    return target(1) !== ''
  }
  if (type === 'TXT' || type === 'SPF') return takeText(facts, data.join(''), below, record)
  if (/^_autodiscover\._tcp$|^autodiscover$|^autoconfig$/.test(below) && ['CNAME', 'SRV'].includes(type)) {
    facts.autodiscover.push({ host: target(type === 'SRV' ? 3 : 0), line })
    return true
  }
  if (type === 'CNAME' && /(^|\.)_domainkey$/.test(below)) {
    facts.dkim.push({ host: target(0), line })
    return true
  }
  if (type === 'A') {
    const network = networkOf(data[0] ?? '')
    if (network) facts.others.push({ host: network, line, what: 'address in a network of' })
    return network !== null
  }
  const at = { NS: 0, CNAME: 0, ALIAS: 0, ANAME: 0, SRV: 3 }[type]
  if (at === undefined) return false
  facts.others.push({ host: target(at), line, what: type })
  return true
}

function takeText(facts: DomainFacts, text: string, below: string, { owner, line }: DnsRecord): boolean {
  if (/^v=spf1(\s|$)/i.test(text)) {
    facts.spf.push({ host: owner, line, record: text.slice(0, 4096) })
    return true
  }
  if (below === '_dmarc') {
    for (const [, host = ''] of text.slice(0, 4096).matchAll(/mailto:[^@,;\s]{1,200}@([^!,;\s]{1,200})/gi)) {
      facts.others.push({ host: host.toLowerCase(), line, what: 'DMARC' })
    }
    return true
  }
  // Only the beginning says whose it is; the rest is a token of this domain, or a key.
  const start = /^[a-z0-9][a-z0-9._-]{1,60}(?=[=:])/i.exec(text)?.[0].toLowerCase()
  if (below !== '' || start === undefined || start === 'v' || start === 'k') return false
  facts.txt.push({ host: start, line, text: `${start}=` })
  return true
}

/** Everything that a domain's records say about others, as traces. */
export function emitDomain(apex: string, facts: DomainFacts, emit: Emit): void {
  const mx = facts.mx.toSorted((a, b) => a.preference - b.preference)
  const mail = mailHost({
    mx: mx.map(({ host }) => host),
    spf: facts.spf.map(({ record }) => record),
    dkim: facts.dkim.map(({ host }) => host),
    autodiscover: facts.autodiscover.map(({ host }) => host),
    txt: facts.txt.map(({ text }) => text),
  })
  const say = once(apex, emit)
  for (const { host, line } of mx) say('mail-host', host, line, 'MX')
  if (mail.gateway && mail.by && mail.by !== 'mx' && mail.name) {
    const found = { dkim: facts.dkim, autodiscover: facts.autodiscover, spf: facts.spf, txt: facts.txt }[mail.by]
    const line = found.find((at) => at.host === mail.name)?.line ?? found[0]?.line ?? 0
    // A tenant's text alone is a weak sign: it stays behind when the tenant is gone.
    const kind = mail.by === 'txt' ? 'dns' : 'mail-host'
    // Who may send often does so beside the mailboxes.
    const how = `behind ${mail.gateway.name}, by ${names[mail.by]}`
    say(kind, mail.name, line, how, mail.by === 'spf' ? 'likely' : 'confirmed')
  } else if (!mail.gateway && mail.by === 'dkim' && mail.name) {
    const line = facts.dkim.find(({ host }) => host === mail.name)?.line ?? 0
    say('mail-host', mail.name, line, 'behind a filter of its own, by DKIM')
  }
  for (const { record, line } of facts.spf) {
    for (const host of spfIncludes(record)) say('mail-sender', host, line, 'SPF')
  }
  for (const { host, line, by } of facts.through) say('mail-sender', host, line, `SPF of ${by}`)
  for (const { host, line } of facts.dkim) say('mail-sender', host, line, 'DKIM')
  for (const { host, line } of facts.autodiscover) say('dns', host, line, 'autodiscover')
  for (const { text, line } of facts.txt) say('dns', text, line, 'TXT')
  for (const { host, line, what } of facts.others) say('dns', host, line, what)
}

const names = { mx: 'MX', dkim: 'DKIM', autodiscover: 'autodiscover', spf: 'SPF', txt: 'TXT' }

/** Emits each host once per kind; own hosts and those within the house are no dependency. */
function once(apex: string, emit: Emit) {
  const said = new Set<string>()
  return (
    kind: 'mail-host' | 'mail-sender' | 'dns',
    name: string,
    line: number,
    what: string,
    atMost: Confidence = 'confirmed',
  ) => {
    if (said.has(`${kind} ${name}`)) return
    said.add(`${kind} ${name}`)
    const isText = name.endsWith('=')
    if (!isText && isOwn(name, apex)) return emit.ignored('own host')
    if (!isText && siteOf(name) === null) return emit.ignored('no public host')
    emit.trace({
      kind,
      name,
      locator: `line ${line}`,
      text: `${apex}: ${what} ${name}`,
      ...(isText ? {} : { domain: name }),
      ...(atMost === 'confirmed' ? {} : { atMost }),
    })
  }
}

function isOwn(host: string, apex: string): boolean {
  return host === apex || host.endsWith(`.${apex}`) || host === ''
}
