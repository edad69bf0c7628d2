import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MailHost, mailHost } from '@nabij/register'

/** A domain with what its DNS says and who, by the set, keeps its mailboxes. */
interface Labelled {
  domain: string
  truth: string
  gateway: boolean
  guess: string
}

export interface MailRow {
  part: string
  domains: number
  /** Shares, 0–1. `macroF1` is the mean over the classes that occur. */
  right: number
  macroF1: number
  /** What naming the most frequent class everywhere reaches. */
  majority: number
  majorityF1: number
  /** Right in how many; and which are wrong. */
  wrong: { domain: string; truth: string; guess: string }[]
}

interface Records {
  mx?: string[]
  spf?: string
  spf_resolved?: string
  dkim?: Record<string, string>
  autodiscover?: Record<string, string>
  txt_verifications?: Record<string, string>
  mx_asns?: number[]
}

interface Classified {
  domain: string
  provider: string
  gateway?: string
  mx?: string[]
  spf?: string
}

/**
 * Networks of providers of access and hosting where Dutch municipalities' mail may stand, by which the set tells its
 * `local-isp` from its `independent` (numbers as in mxmap.it, MIT). nabij itself makes no such difference.
 */
const providerNetworks = new Set([
  286, 1136, 3265, 12859, 15435, 15879, 20847, 20857, 25596, 30238, 33915, 38915, 39309, 43350, 47541, 49981, 57626,
  60781,
])

/**
 * Who keeps the mailboxes of 342 Dutch and 2,110 Swiss municipalities, by their DNS alone. Of the Dutch everything is known
 * that nabij looks at; of the Swiss only MX and SPF, which is what a scan from outside would see.
 * @param folder with `mail-nl` and, if there, `mail-ch` (CC BY-SA 4.0 and MIT, see docs/benchmarks.md)
 */
export function benchRegisterMail(folder: string): MailRow[] {
  const dutch = readDutch(folder)
  const swiss = readSwiss(folder)
  return [
    rowOf('nl', dutch),
    rowOf(
      'nl-hidden',
      dutch.filter(({ gateway }) => gateway),
    ),
    ...(swiss.length > 0
      ? [
          rowOf('ch', swiss),
          rowOf(
            'ch-hidden',
            swiss.filter(({ gateway }) => gateway),
          ),
        ]
      : []),
  ]
}

function readDutch(folder: string): Labelled[] {
  const records = read(join(folder, 'mail-nl', 'dns_nl.json')) as Record<string, Records>
  const classes = read(join(folder, 'mail-nl', 'classification_nl.json')) as Classified[]
  return classes.map(({ domain, provider, gateway }) => {
    const dns = records[domain] ?? {}
    const mail = mailHost({
      mx: dns.mx ?? [],
      spf: [dns.spf ?? '', dns.spf_resolved ?? ''],
      dkim: Object.values(dns.dkim ?? {}),
      autodiscover: Object.values(dns.autodiscover ?? {}),
      // The set keeps only whose token it is; Microsoft's begins so.
      txt: 'microsoft' in (dns.txt_verifications ?? {}) ? ['MS='] : [],
    })
    return { domain, truth: provider, gateway: gateway !== undefined, guess: dutchClass(mail, dns.mx_asns ?? []) }
  })
}

function dutchClass({ provider }: MailHost, networks: readonly number[]): string {
  return provider ?? (networks.some((network) => providerNetworks.has(network)) ? 'local-isp' : 'independent')
}

function readSwiss(folder: string): Labelled[] {
  let set: { municipalities: Record<string, Classified> }
  try {
    set = read(join(folder, 'mail-ch', 'data.json')) as typeof set
  } catch {
    return []
  }
  return Object.values(set.municipalities).map(({ domain, provider, gateway, mx = [], spf = '' }) => {
    const mail = mailHost({ mx, spf: [spf], dkim: [], autodiscover: [], txt: [] })
    // Its `aws` are mail servers of others on rented machines, which neither MX nor SPF says.
    const truth = provider === 'aws' ? 'independent' : provider
    return { domain, truth, gateway: gateway !== undefined, guess: mail.provider ?? 'independent' }
  })
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function rowOf(part: string, set: readonly Labelled[]): MailRow {
  const counts = new Map<string, number>()
  for (const { truth } of set) counts.set(truth, (counts.get(truth) ?? 0) + 1)
  const [most = '', often = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const wrong = set.filter(({ truth, guess }) => truth !== guess)
  return {
    part,
    domains: set.length,
    right: (set.length - wrong.length) / set.length,
    macroF1: macroF1(set),
    majority: often / set.length,
    majorityF1: macroF1(set.map((one) => ({ ...one, guess: most }))),
    wrong: wrong.map(({ domain, truth, guess }) => ({ domain, truth, guess })),
  }
}

/** Mean of the classes' F1: every class counts the same, however few it has. */
function macroF1(set: readonly Labelled[]): number {
  const classes = [...new Set(set.map(({ truth }) => truth))]
  const scores = classes.map((name) => {
    const hits = set.filter(({ truth, guess }) => truth === name && guess === name).length
    const said = set.filter(({ guess }) => guess === name).length
    const real = set.filter(({ truth }) => truth === name).length
    return (2 * hits) / (said + real)
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
