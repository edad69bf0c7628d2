import type { OwnFact, PackInUse, Service, Vendor } from '@nabij/base'
import { type KnowledgeIndex, ownFact } from '@nabij/knowledge'
import { knowledgeChanges } from '@nabij/register'
import { type Loaded, loadKnowledge } from '../../knowledge.ts'
import { json } from './json.ts'

interface Here {
  now(): Loaded & { facts: readonly OwnFact[]; services: readonly Service[] }
  /** The same register, by another version of the knowledge. */
  servicesWith(index: KnowledgeIndex): Service[]
  /** By its own id or that of a product. @throws NabijError NABIJ_KNOWLEDGE_UNKNOWN */
  vendorWith(id: string): Vendor
}

/** What the register's thread can be asked about the knowledge itself. */
export function knowledgeCalls({ now, servicesWith, vendorWith }: Here) {
  return {
    laws: () => json({ laws: now().index.laws }),

    knowledge() {
      const { alternatives, events, laws, credits } = now().pack
      const counts = { alternatives: alternatives.length, events: events.length, laws: laws.length }
      return json({ now: facts(now()), ...counts, credits })
    },

    packAt: (path: string) => json(facts(loadKnowledge(path))),

    /** A statement as it is to be kept, checked against what is known now. */
    ownFact: (id: string, said: Pick<OwnFact, 'field' | 'value' | 'source' | 'day'>, at: number): OwnFact =>
      ownFact(said, vendorWith(id), at),

    stated() {
      const { index, facts } = now()
      const ids = [...new Set(facts.map(({ vendorId }) => vendorId))]
      return json({ vendors: ids.map((id) => ({ id, name: index.vendor(id)?.name ?? id, own: index.own(id) })) })
    },

    /** What another pack says otherwise: of all vendors in numbers, of this register one by one. */
    wouldChange(path: string) {
      const here = now()
      const other = loadKnowledge(path, here.facts)
      const [known, found] = [textsOf(here), textsOf(other)]
      return json({
        now: facts(other),
        vendors: {
          added: [...found.keys()].filter((id) => !known.has(id)).length,
          gone: [...known.keys()].filter((id) => !found.has(id)).length,
          changed: [...found].filter(([id, text]) => known.has(id) && known.get(id) !== text).length,
        },
        changes: knowledgeChanges(
          { ...here, prices: here.pack.prices },
          { index: other.index, services: servicesWith(other.index), prices: other.pack.prices },
        ),
      })
    },
  }
}

function textsOf({ pack }: Pick<Loaded, 'pack'>): Map<string, string> {
  return new Map(pack.vendors.map((vendor) => [vendor.id, JSON.stringify(vendor)]))
}

function facts({ pack: { version, made, vendors }, sha256 }: Pick<Loaded, 'pack' | 'sha256'>): PackInUse {
  return { version, made, sha256, vendors: vendors.length, installedAt: null }
}
