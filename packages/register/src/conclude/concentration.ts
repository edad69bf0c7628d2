import type { Concentrated, Concentration, FourthParty, Service } from '@nabij/base'
import { sumCost } from '../build/summary.ts'

interface Key {
  key: string
  name: string
}

/**
 * What hangs on one parent, one country, one process. Only confirmed parents count; what is unknown stands together under
 * `unknown`.
 */
export function concentration(services: readonly Service[]): Concentration {
  return {
    byParent: grouped(services, parentOf),
    byCountry: grouped(services, countryOf),
    byProcess: grouped(services, ({ notes }) => (notes.process ? { key: notes.process, name: notes.process } : null)),
    fourthParties: fourthParties(services),
  }
}

function parentOf({ vendor }: Service): Key {
  const parent = vendor?.ultimateParent
  return parent?.status === 'confirmed' ? { key: parent.name, name: parent.name } : { key: 'unknown', name: 'unknown' }
}

function countryOf({ vendor }: Service): Key {
  const parent = vendor?.ultimateParent
  const country = (parent?.status === 'confirmed' && parent.country) || 'unknown'
  return { key: country, name: country }
}

function grouped(services: readonly Service[], keyOf: (service: Service) => Key | null): Concentrated[] {
  const total = sumCost(services)
  const groups = new Map<string, { name: string; members: Service[] }>()
  for (const service of services) {
    const key = keyOf(service)
    if (!key) continue
    const group = groups.get(key.key) ?? { name: key.name, members: [] }
    group.members.push(service)
    groups.set(key.key, group)
  }
  const rows = [...groups].map(([key, { name, members }]) => {
    const cost = sumCost(members)
    return {
      key,
      name,
      services: members.length,
      crucial: members.filter(({ notes }) => notes.crucial === true).length,
      processes: [...new Set(members.flatMap(({ notes }) => (notes.process ? [notes.process] : [])))].sort(),
      cost,
      costShare: total > 0 ? Math.min(1, Math.max(0, cost / total)) : null,
      serviceIds: members.map(({ id }) => id).sort(),
    }
  })
  return rows.sort(
    (a, b) => b.crucial - a.crucial || b.cost - a.cost || b.services - a.services || (a.key < b.key ? -1 : 1),
  )
}

/** Parties behind our suppliers, by the suppliers' own lists. */
function fourthParties(services: readonly Service[]): FourthParty[] {
  const own = new Map(services.map((service) => [service.vendor?.id, service.origin]))
  const parties = new Map<string, FourthParty>()
  for (const service of services)
    for (const finding of service.findings) {
      if (finding.kind !== 'sub-processor') continue
      const id = finding.vendorId ?? finding.name
      const party = parties.get(id) ?? { id, name: finding.name, origin: own.get(id) ?? 'unknown', behind: [] }
      if (!party.behind.includes(service.id)) party.behind.push(service.id)
      parties.set(id, party)
    }
  return [...parties.values()].sort((a, b) => b.behind.length - a.behind.length || (a.id < b.id ? -1 : 1))
}
