import type { Alternative, Control, Europe, Service } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { isEuropean } from './europe.ts'
import { countryOf, isSomewhereInEurope } from './location.ts'

/** What is confirmed about one service, as far as an assessment rests on it. Null: unknown. */
export interface Facts {
  parent: { name: string; country: string; european: boolean; control: Control } | null
  vendorCountry: { country: string; european: boolean } | null
  contract: { name: string; country: string; european: boolean } | null
  ai: boolean
  openSource: boolean | null
  /** Where data stands, each place once. `country` is null for "somewhere in the EU" and for words that say nothing. */
  places: { text: string; country: string | null; european: boolean }[]
  /** Parties behind the vendor, each once. */
  behind: { name: string; country: string | null; european: boolean | null }[]
}

/** Gathers what is known of a service. Only confirmed facts count. */
export function factsOf(service: Service, index: KnowledgeIndex, europe: Europe): Facts {
  const european = (country: string) => isEuropean(country, europe)
  const { vendor } = service
  const known = vendor ? index.vendor(vendor.id) : null
  const parent = vendor?.ultimateParent
  const contract = known?.contractingEntity?.status === 'confirmed' ? known.contractingEntity.value : null
  return {
    parent:
      parent?.status === 'confirmed' && parent.country
        ? { name: parent.name, country: parent.country, european: european(parent.country), control: parent.control }
        : null,
    vendorCountry:
      vendor?.country && vendor.countryStatus === 'confirmed'
        ? { country: vendor.country, european: european(vendor.country) }
        : null,
    contract: contract && { ...contract, european: european(contract.country) },
    ai: service.notes.ai ?? service.kind === 'ai',
    openSource: isOpenSource(service, index),
    places: service.dataLocations.map((text) => {
      const country = countryOf(text)
      return { text, country, european: country ? european(country) : isSomewhereInEurope(text) }
    }),
    behind: partiesBehind(service, index, european),
  }
}

function isOpenSource(service: Service, index: KnowledgeIndex): boolean | null {
  if (service.kind === 'library') return true
  const same = ({ id }: Alternative) => id === service.id || id === service.vendor?.id
  // Asked for nothing's alternatives: those of its own kind, itself among them.
  return index.alternativesFor('', service.kind).find(same)?.openSource ?? null
}

function partiesBehind(
  service: Service,
  index: KnowledgeIndex,
  european: (country: string) => boolean,
): Facts['behind'] {
  const parties = new Map<string, Facts['behind'][number]>()
  for (const finding of service.findings) {
    // What the supplier itself filled in is only reported.
    if (finding.kind !== 'sub-processor' || finding.claim) continue
    const vendor = finding.vendorId ? index.vendor(finding.vendorId) : null
    const parent = vendor?.ultimateParent.status === 'confirmed' ? vendor.ultimateParent.value : null
    const country = parent?.country ?? null
    parties.set(finding.vendorId ?? finding.name, {
      name: vendor?.name ?? finding.name,
      country,
      european: country ? european(country) : null,
    })
  }
  return [...parties.values()]
}
