import type {
  Alternative,
  KnowledgePack,
  KnownEvent,
  KnownLaw,
  OwnFact,
  OwnView,
  ServiceKind,
  Signatures,
  Vendor,
} from '@nabij/base'
import { allKnown, type Known, signaturesOf } from './known.ts'
import { type NameHit, nameTable } from './name-table.ts'
import { withOwnFacts } from './own-facts.ts'
import { beginningTable, type Entries, hostTable, type LookUp, patternTable } from './tables.ts'
import { wordsOf } from './words.ts'

/** What is known, by all that may be asked for. Each look-up answers in constant time, or null. */
export interface KnowledgeIndex {
  vendor(id: string): Vendor | null
  /** What was stated of a vendor by ourselves, beside what the knowledge says; null when nothing was. */
  own(vendorId: string): OwnView | null
  product(id: string): Known | null
  /** Own host or one above it. */
  byDomain: LookUp
  byMx: LookUp
  bySpf: LookUp
  byDns: LookUp
  byTxt: LookUp
  /** Package URL without version: pkg:npm/@aws-sdk/client-s3. */
  byPackage: LookUp
  /** Container image without tag. */
  byImage: LookUp
  /** Terraform provider or resource type. */
  byTerraform: LookUp
  byAction: LookUp
  byEnv: LookUp
  /** All known names that stand in the text. */
  byName(text: string): NameHit[]
  /** Products and vendors whose name begins with, or holds, what was typed; the best first. */
  search(text: string): { products: { product: NonNullable<Known['product']>; vendor: Vendor }[]; vendors: Vendor[] }
  /** What could take a product's place: what is said to replace it first, then others of its kind. */
  alternativesFor(productId: string, kind: ServiceKind): Alternative[]
  events(about: string): KnownEvent[]
  readonly laws: readonly KnownLaw[]
}

/** @param own what people in the company stated themselves: it goes before what the pack says */
export function knowledgeIndex(given: KnowledgePack, own: readonly OwnFact[] = []): KnowledgeIndex {
  const stated = new Map<string, OwnView>()
  const pack = own.length > 0 ? { ...given, vendors: given.vendors.map(corrected) } : given
  const known = allKnown(pack)
  const entries = (kind: keyof Signatures): Entries =>
    known.flatMap((whose) => signaturesOf(whose)[kind].map((text) => [text, whose] as const))
  const vendors = new Map(pack.vendors.map((vendor) => [vendor.id, vendor]))
  const products = new Map(known.flatMap((each) => (each.product ? [[each.product.id, each] as const] : [])))
  const ownDomains = pack.vendors.flatMap((vendor) =>
    vendor.domains.map((domain) => [domain, onlyProductOf(vendor)] as const),
  )
  const byImage = whenAsked(() => patternTable(entries('images')))
  const byTerraform = whenAsked(() => patternTable(entries('terraform')))
  return {
    vendor: (id) => vendors.get(id) ?? null,
    own: (vendorId) => stated.get(vendorId) ?? null,
    product: (id) => products.get(id) ?? null,
    byDomain: whenAsked(() => hostTable([...entries('domains'), ...ownDomains])),
    byMx: whenAsked(() => hostTable(entries('mx'))),
    bySpf: whenAsked(() => hostTable(entries('spf'))),
    byDns: whenAsked(() => hostTable(entries('dns'))),
    byTxt: whenAsked(() => beginningTable(entries('txt'))),
    byPackage: whenAsked(() => patternTable(entries('packages'))),
    byImage: (image) => byImage(image.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '')),
    byTerraform: (type) =>
      byTerraform(type) ?? byTerraform(type.replace(/^registry\.terraform\.io\//, '').replace(/^.*\//, '')),
    byAction: whenAsked(() => patternTable(entries('actions'))),
    byEnv: whenAsked(() => beginningTable(entries('env'))),
    byName: whenAsked(() => nameTable(pack)),
    search: (text) => search(pack, text),
    alternativesFor: (productId, kind) => alternativesFor(pack.alternatives, productId, kind),
    events: (about) => pack.events.filter((event) => event.about.includes(about)),
    laws: pack.laws,
  }

  function corrected(known: Vendor): Vendor {
    const { vendor, own: view } = withOwnFacts(known, own)
    if (view) stated.set(vendor.id, view)
    return vendor
  }
}

/** A vendor with one product is met when its address is; one with several is only itself. */
function onlyProductOf(vendor: Vendor): Known {
  return { vendor, product: vendor.products.length === 1 ? (vendor.products[0] ?? null) : null }
}

function alternativesFor(all: Alternative[], productId: string, kind: ServiceKind): Alternative[] {
  const others = all.filter(({ id }) => id !== productId)
  const named = others.filter(({ replaces }) => replaces.includes(productId))
  return [...named, ...others.filter((each) => each.kind === kind && !named.includes(each))]
}

function search({ vendors }: KnowledgePack, text: string) {
  const wanted = wordsOf(text).join(' ')
  if (wanted === '') return { products: [], vendors: [] }
  const rank = (...names: string[]) => Math.min(...names.map((name) => rankOf(wordsOf(name).join(' '), wanted)))
  const products = vendors.flatMap((vendor) =>
    vendor.products.map((product) => ({
      product,
      vendor,
      rank: rank(product.name, ...product.signatures.names, ...product.signatures.weakNames),
    })),
  )
  const makers = vendors.map((vendor) => ({ vendor, rank: rank(vendor.name, ...vendor.domains) }))
  return {
    products: best(products, ({ product }) => product.name).map(({ product, vendor }) => ({ product, vendor })),
    vendors: best(makers, ({ vendor }) => vendor.name).map(({ vendor }) => vendor),
  }
}

/** 0: the same; 1: begins with it; 2: a later word begins with it; infinite: not at all. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  return ` ${name}`.includes(` ${wanted}`) ? 2 : Number.POSITIVE_INFINITY
}

function best<Item extends { rank: number }>(items: Item[], nameOf: (item: Item) => string): Item[] {
  return items
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank || nameOf(a).length - nameOf(b).length || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, 20)
}

/** A table that is made at the first question: most of those who load the knowledge need few of them. */
function whenAsked<T>(make: () => (asked: string) => T): (asked: string) => T {
  let table: ((asked: string) => T) | undefined
  return (asked) => {
    table ??= make()
    return table(asked)
  }
}
