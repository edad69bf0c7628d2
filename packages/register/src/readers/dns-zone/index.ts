import { NabijError } from '@nabij/base'
import { siteOf } from '../../hosts/index.ts'
import type { EvidenceReader } from '../../reader.ts'
import { type DomainFacts, emitDomain, emptyFacts, take } from './domain.ts'
import { followIncludes } from './follow-includes.ts'
import { looksLikeZone, recordsOf } from './records.ts'

const mostDomains = 5000

/**
 * The DNS of own domains, as a zone file or as `dig` prints it: mail hosts, seen through filters, who may send, who serves
 * names, what subdomains point at. Several domains in one file are told apart.
 */
export const dnsZone: EvidenceReader = {
  id: 'dns-zone',
  recognise: ({ text }) => (looksLikeZone(text) ? 0.95 : 0),
  async read(file, emit, signal) {
    const domains = new Map<string, DomainFacts>()
    for await (const record of recordsOf(file, emit.ignored, signal)) {
      emit.record()
      const apex = siteOf(record.owner.replace(/^\*\./, ''))?.domain
      if (apex === undefined) {
        emit.ignored('record of no public domain')
        continue
      }
      let facts = domains.get(apex)
      if (!facts && domains.size < mostDomains) {
        facts = emptyFacts()
        domains.set(apex, facts)
      }
      if (!facts) emit.ignored('more than 5,000 domains')
      else if (!take(facts, record, apex)) emit.ignored(`${record.type} record`)
    }
    if (domains.size === 0) {
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: file.name,
        reason: 'no record of a public domain',
        where: 'DNS records',
      })
    }
    const others = followIncludes(domains)
    for (const [apex, facts] of domains) if (!others.has(apex)) emitDomain(apex, facts, emit)
  },
}
