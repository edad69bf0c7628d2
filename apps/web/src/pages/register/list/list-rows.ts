import type { Origin, Service } from '@nabij/base'
import { controlledFrom, yearly } from '../words.ts'

export const groupings = ['none', 'parent', 'country', 'law', 'process', 'kind'] as const
export type Grouping = (typeof groupings)[number]
export const showings = ['all', 'crucial', 'outside', 'europe', 'unknown', 'costless'] as const
export type Showing = (typeof showings)[number]

export type ListRow =
  | { kind: 'group'; key: string; count: number; cost: number }
  | { kind: 'service'; key: string; service: Service }

interface Wish {
  search: string
  show: Showing
  group: Grouping
}

/** What stands under nothing: shown as "unknown", last. */
export const nowhere = ''

/** The lines of the list, groups and services in one row: the dearest group first, and in it the dearest service. */
export function listRows(services: readonly Service[], { search, show, group }: Wish): ListRow[] {
  const words = search.trim().toLocaleLowerCase()
  const found = services
    .filter((service) => isShown(service, show) && (words === '' || textOf(service).includes(words)))
    .sort((a, b) => (yearly(b) ?? -1) - (yearly(a) ?? -1) || a.name.localeCompare(b.name))
  const row = (service: Service, prefix = ''): ListRow => ({ kind: 'service', key: prefix + service.id, service })
  if (group === 'none') return found.map((service) => row(service))
  const groups = new Map<string, Service[]>()
  for (const service of found)
    for (const key of keysOf(service, group)) groups.set(key, [...(groups.get(key) ?? []), service])
  return [...groups]
    .map(([key, members]) => ({ key, members, cost: members.reduce((sum, one) => sum + (yearly(one) ?? 0), 0) }))
    .sort(
      (a, b) =>
        Number(a.key === nowhere) - Number(b.key === nowhere) ||
        b.cost - a.cost ||
        b.members.length - a.members.length ||
        a.key.localeCompare(b.key),
    )
    .flatMap(({ key, members, cost }): ListRow[] => [
      { kind: 'group', key, count: members.length, cost },
      ...members.map((service) => row(service, `${key}\n`)),
    ])
}

function isShown(service: Service, show: Showing): boolean {
  const origins: Partial<Record<Showing, Origin>> = { outside: 'outside', europe: 'europe', unknown: 'unknown' }
  if (show === 'all') return true
  if (show === 'crucial') return service.notes.crucial === true
  if (show === 'costless') return yearly(service) === null
  return service.origin === origins[show]
}

function textOf({ name, vendor, domain, notes }: Service): string {
  return [name, vendor?.name, vendor?.ultimateParent?.name, domain, notes.process, notes.owner]
    .filter(Boolean)
    .join(' ')
    .toLocaleLowerCase()
}

/** A service may stand under several laws. */
function keysOf(service: Service, group: Exclude<Grouping, 'none'>): string[] {
  const parent = service.vendor?.ultimateParent
  if (group === 'parent') return [parent?.status === 'confirmed' ? parent.name : nowhere]
  if (group === 'country') return [controlledFrom(service) ?? nowhere]
  if (group === 'process') return [service.notes.process ?? nowhere]
  if (group === 'kind') return [service.kind]
  const laws = service.exposures.filter(({ exposure }) => exposure === 'exposed').map(({ lawId }) => lawId)
  return laws.length > 0 ? laws : [nowhere]
}
