import type { Origin, Service } from '@nabij/base'
import { yearly } from '../words.ts'

export const columns = ['service', 'vendor', 'parent', 'country'] as const
export type Column = (typeof columns)[number]

export interface Node {
  key: string
  name: string
  row: number
  origin: Origin
  services: number
}

export interface Chains {
  nodes: Record<Column, Node[]>
  /** From a node in one column to one in the next. */
  links: { column: Column; from: string; to: string; origin: Origin }[]
  rows: number
}

/** What is crucial first, then the dearest. */
export function weightiest(services: readonly Service[]): Service[] {
  return services.toSorted(
    (a, b) =>
      Number(b.notes.crucial === true) - Number(a.notes.crucial === true) || (yearly(b) ?? -1) - (yearly(a) ?? -1),
  )
}

const originOrder: readonly Origin[] = ['outside', 'europe', 'unknown']

/** Who stands behind whom; only confirmed owners are drawn as such, the rest meets in "unknown". */
export function chainsOf(services: readonly Service[]): Chains {
  const chain = (service: Service) => {
    const parent = service.vendor?.ultimateParent
    const sure = parent?.status === 'confirmed' ? parent : null
    return {
      service: { key: service.id, name: service.name },
      vendor: { key: service.vendor?.id ?? '', name: service.vendor?.name ?? '' },
      parent: { key: sure?.name ?? '', name: sure?.name ?? '' },
      country: { key: sure?.country ?? '', name: sure?.country ?? '' },
      origin: service.origin,
    }
  }
  const all = services.map(chain)
  const behind = Map.groupBy(all, ({ country }) => country.key)
  const size = (country: string): number => behind.get(country)?.length ?? 0
  const sorted = all.sort(
    (a, b) =>
      originOrder.indexOf(a.origin) - originOrder.indexOf(b.origin) ||
      Number(a.country.key === '') - Number(b.country.key === '') ||
      size(b.country.key) - size(a.country.key) ||
      a.country.key.localeCompare(b.country.key) ||
      a.parent.key.localeCompare(b.parent.key) ||
      a.vendor.key.localeCompare(b.vendor.key),
  )
  const nodes: Chains['nodes'] = { service: [], vendor: [], parent: [], country: [] }
  const links = new Map<string, Chains['links'][number]>()
  for (const [place, one] of sorted.entries())
    for (const [index, column] of columns.entries()) {
      const node = nodes[column].find(({ key }) => key === one[column].key)
      // In the middle of what hangs on it.
      if (node) {
        node.row = (node.row * node.services + place) / (node.services + 1)
        node.services += 1
      } else nodes[column].push({ ...one[column], row: place, origin: one.origin, services: 1 })
      const next = columns[index + 1]
      if (next) {
        const link = { column, from: one[column].key, to: one[next].key, origin: one.origin }
        links.set(`${column}\n${link.from}\n${link.to}`, link)
      }
    }
  return { nodes, links: [...links.values()], rows: sorted.length }
}
