import type { KnowledgePack, ServiceKind } from '@nabij/base'
import { usual } from './usual.ts'

export interface TileGroup {
  kind: ServiceKind
  products: { id: string; name: string; vendor: string; ticked: boolean }[]
}

/** In the order in which a company thinks of them; what nobody ticks (libraries, hardware) has no tiles. */
const order: readonly ServiceKind[] = [
  'bookkeeping',
  'office-mail',
  'payments',
  'banking',
  'web-shop',
  'erp-production',
  'cad-engineering',
  'crm-sales',
  'marketing',
  'communication',
  'telephony',
  'payroll-hr',
  'project-collaboration',
  'ai',
  'backup-storage',
  'hosting-cloud',
  'domain-dns',
  'security',
  'identity',
  'support-desk',
  'design-media',
  'logistics',
  'development',
  'monitoring-analytics',
  'operating-system',
]

/** Enough to find oneself in; everything else is found by search. */
const most = 16

/** What Dutch companies really use, by kind: what is usual first, and of a kind that has nothing usual what has most names. */
export function tileGroups({ vendors }: KnowledgePack, present: ReadonlySet<string>): TileGroup[] {
  const all = vendors.flatMap((vendor) => vendor.products.map((product) => ({ product, vendor })))
  const rank = new Map(usual.map((id, at) => [id, at]))
  return order.flatMap((kind) => {
    const ofKind = all.filter(({ product }) => product.kind === kind)
    const known = ofKind.filter(({ product }) => rank.has(product.id) || present.has(product.id))
    const products = (known.length > 0 ? known : ofKind)
      .sort((a, b) => placeOf(a.product) - placeOf(b.product) || (a.product.name < b.product.name ? -1 : 1))
      .slice(0, most)
      .map(({ product: { id, name }, vendor }) => ({ id, name, vendor: vendor.name, ticked: present.has(id) }))
    return products.length > 0 ? [{ kind, products }] : []
  })

  function placeOf({ id, signatures }: { id: string; signatures: { names: string[] } }): number {
    return rank.get(id) ?? usual.length + 1000 - signatures.names.length
  }
}
