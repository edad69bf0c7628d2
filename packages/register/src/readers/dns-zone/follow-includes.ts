import { spfIncludes } from '../../mail.ts'
import type { DomainFacts } from './domain.ts'

const mostIncluded = 50

/**
 * A zone may come with the SPF records that its own includes: who may send by those is told of our domain, not of theirs.
 * @returns domains that are in the file for that alone
 */
export function followIncludes(domains: ReadonlyMap<string, DomainFacts>): Set<string> {
  const records = new Map([...domains.values()].flatMap(({ spf }) => spf.map((one) => [one.host, one] as const)))
  const others = new Set<string>()
  for (const [apex, facts] of domains) {
    const waiting = facts.spf.flatMap(({ record }) => spfIncludes(record))
    const seen = new Set<string>()
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const found = records.get(name)
      if (!found || seen.has(name) || seen.size >= mostIncluded) continue
      seen.add(name)
      const next = spfIncludes(found.record)
      waiting.push(...next)
      if (name === apex || name.endsWith(`.${apex}`)) continue
      facts.through.push(...next.map((host) => ({ host, line: found.line, by: name })))
      const owner = [...domains].find(([, { spf }]) => spf.includes(found))
      if (owner && saysOnlySpf(owner[1])) others.add(owner[0])
    }
  }
  // Two that include each other are both ours.
  return others.size === domains.size ? new Set() : others
}

function saysOnlySpf({ mx, dkim, autodiscover, txt, others }: DomainFacts): boolean {
  return [mx, dkim, autodiscover, txt, others].every((pointings) => pointings.length === 0)
}
