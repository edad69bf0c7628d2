import type { KnowledgePack, ServiceKind } from '@nabij/base'

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
const most = 14

/**
 * What Dutch companies really use, by kind. First what is known best (owner confirmed), then what has most names and
 * domains by which it is met.
 */
export function tileGroups({ vendors }: KnowledgePack, present: ReadonlySet<string>): TileGroup[] {
  const all = vendors.flatMap((vendor) => vendor.products.map((product) => ({ product, vendor })))
  return order.flatMap((kind) => {
    const products = all
      .filter(({ product }) => product.kind === kind)
      .map(({ product, vendor }) => ({ product, vendor, weight: weightOf(vendor, product) }))
      .sort((a, b) => b.weight - a.weight || (a.product.name < b.product.name ? -1 : 1))
      .slice(0, most)
      .map(({ product: { id, name }, vendor }) => ({ id, name, vendor: vendor.name, ticked: present.has(id) }))
    return products.length > 0 ? [{ kind, products }] : []
  })
}

type Vendors = KnowledgePack['vendors']

function weightOf(vendor: Vendors[number], product: Vendors[number]['products'][number]): number {
  const confirmed = vendor.ultimateParent.status === 'confirmed' ? 100 : 0
  // Most who use nabij are Dutch companies.
  const near = vendor.country.value === 'NL' ? 10 : 0
  const { names, domains } = product.signatures
  return confirmed + near + Math.min(9, names.length + domains.length)
}
