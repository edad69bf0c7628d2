import type { Alternative, KnowledgeChange, KnownEvent, PackFacts, Parent, Price, Service } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'

/** The register as one version of the knowledge sees it. */
interface Side {
  index: KnowledgeIndex
  services: readonly Service[]
  /** The price book. */
  prices: readonly Price[]
}

type Change = Omit<KnowledgeChange, 'serviceIds'>

/**
 * What another version of the knowledge says of what this register holds: of its vendors, its laws, what could take a
 * service's place and for how much, what its own price is, and what is announced. The same change of several services is one change.
 */
export function knowledgeChanges(before: Side, after: Side): KnowledgeChange[] {
  const now = new Map(after.services.map((service) => [service.id, service]))
  const all = new Map<string, KnowledgeChange>()
  for (const service of before.services)
    for (const change of changesOf(service, now.get(service.id) ?? service, before.index, after.index)) {
      const key = JSON.stringify([change.kind, change.about, change.what, change.before, change.after])
      const known = all.get(key)
      if (known) known.serviceIds.push(service.id)
      else all.set(key, { ...change, serviceIds: [service.id] })
    }
  for (const { change, product } of priceChanges(before.prices, after.prices)) {
    const used = before.services.find(({ id }) => id === product)
    if (used) all.set(`price ${change.what}`, { ...change, about: used.id, name: used.name, serviceIds: [used.id] })
  }
  return [...all.values()].sort(byWeight)
}

const order: readonly KnowledgeChange['kind'][] = [
  'owner',
  'owner-country',
  'retirement',
  'law',
  'country',
  'status',
  'control',
  'unknown',
  'event',
  'price',
  'alternative',
]

function byWeight(a: KnowledgeChange, b: KnowledgeChange): number {
  const text = ({ name, what }: KnowledgeChange) => `${name} ${what ?? ''}`
  return order.indexOf(a.kind) - order.indexOf(b.kind) || (text(a) < text(b) ? -1 : 1)
}

function changesOf(old: Service, now: Service, before: KnowledgeIndex, after: KnowledgeIndex): Change[] {
  return [
    ...vendorChanges(old, before, after),
    ...lawChanges(old, now, before, after),
    ...alternativeChanges(old, before, after),
    ...eventChanges(old, before, after),
  ]
}

function vendorChanges({ id, name, vendor }: Service, before: KnowledgeIndex, after: KnowledgeIndex): Change[] {
  if (!vendor) return []
  const old = packFacts(vendor.id, before)
  const now = packFacts(vendor.id, after)
  const gone = { about: id, name, what: null, text: null, own: false }
  if (!old) return []
  if (!now) return [{ ...gone, kind: 'unknown', before: vendor.name, after: null, source: old.ultimateParent.source }]
  const stated = new Set(after.own(vendor.id)?.facts.map(({ field }) => field))
  const about = { about: vendor.id, name: vendor.name, what: null, text: null }
  const [parent, newParent] = [old.ultimateParent, now.ultimateParent]
  const ofOwner = { ...about, source: newParent.source ?? parent.source }
  const ofCountry = { ...about, source: now.country.source ?? old.country.source }
  const isOther = parent.value?.name !== newParent.value?.name
  const changes: Change[] = [
    { ...ofCountry, kind: 'country', before: old.country.value, after: now.country.value, own: stated.has('country') },
    {
      ...ofCountry,
      kind: 'status',
      what: 'country',
      before: old.country.status,
      after: now.country.status,
      own: stated.has('country'),
    },
    {
      ...ofOwner,
      kind: 'owner',
      before: ownerText(parent.value),
      after: ownerText(newParent.value),
      own: stated.has('owner'),
    },
    {
      ...ofOwner,
      kind: 'status',
      what: 'owner',
      before: parent.status,
      after: newParent.status,
      own: stated.has('owner'),
    },
  ]
  // Of another owner, country and control go without saying.
  if (!isOther && parent.value && newParent.value)
    changes.push({
      ...ofOwner,
      kind: 'control',
      before: parent.value.control,
      after: newParent.value.control,
      own: stated.has('owner') || stated.has('control'),
    })
  return changes.filter((change) => change.before !== change.after)
}

function ownerText(parent: Parent | null): string | null {
  return parent && (parent.country ? `${parent.name} (${parent.country})` : parent.name)
}

/** As the knowledge has it, whatever was stated in front of it. */
function packFacts(vendorId: string, index: KnowledgeIndex): PackFacts | null {
  return index.own(vendorId)?.pack ?? index.vendor(vendorId)
}

/** As it is for this company: with its own statements in front. */
function lawChanges(old: Service, now: Service, before: KnowledgeIndex, after: KnowledgeIndex): Change[] {
  const laws = new Map([...before.laws, ...after.laws].map((law) => [law.id, law]))
  const reach = ({ exposures }: Service, id: string) => exposures.find(({ lawId }) => lawId === id)?.exposure ?? null
  return [...laws.values()].flatMap(({ id, name, source }) => {
    const [was, is] = [reach(old, id), reach(now, id)]
    if (was === is) return []
    const change = { about: old.id, name: old.name, what: name, text: null, source, own: false }
    return [{ ...change, kind: 'law' as const, before: was, after: is }]
  })
}

function alternativeChanges({ id, name, kind }: Service, before: KnowledgeIndex, after: KnowledgeIndex): Change[] {
  const replacing = (index: KnowledgeIndex) =>
    new Map(
      index
        .alternativesFor(id, kind)
        .filter(({ replaces }) => replaces.includes(id))
        .map((one) => [one.id, one]),
    )
  const [old, now] = [replacing(before), replacing(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((other) => {
    const [was, is] = [old.get(other), now.get(other)]
    const any = is ?? was
    if (!any) return []
    const change = { about: id, name, what: any.name, text: null, own: false }
    const there = (one: Alternative | undefined) => (one ? describe(one) : null)
    const changes: Change[] = []
    if (there(was) !== there(is))
      changes.push({ ...change, kind: 'alternative', before: there(was), after: there(is), source: any.source })
    const price = (one: Alternative | undefined) => one?.price?.text ?? null
    if (was && is && price(was) !== price(is))
      changes.push({
        ...change,
        kind: 'price',
        before: price(was),
        after: price(is),
        source: is.price?.source ?? was.price?.source ?? null,
      })
    return changes
  })
}

/** Country and owner of an alternative: what one chooses it for. */
function describe({ name, country, parent }: Alternative): string {
  const more = [country, parent].filter((text) => text !== null && text !== name)
  return more.length > 0 ? `${name} (${more.join(', ')})` : name
}

/** What the price book asks otherwise for the same thing; without a service of ours each. */
function priceChanges(
  before: readonly Price[],
  after: readonly Price[],
): { product: string; change: Omit<Change, 'about' | 'name'> }[] {
  const old = new Map(before.map((price) => [price.id, price]))
  const now = new Map(after.map((price) => [price.id, price]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)]
    const any = is ?? was
    if (!any || any.product === null || priceText(was) === priceText(is)) return []
    const source = any.source && { ...any.source, readOn: any.checkedOn }
    const change = { what: id, before: priceText(was), after: priceText(is), text: any.name, source, own: false }
    return [{ product: any.product, change: { ...change, kind: 'price' as const } }]
  })
}

/** `USD 1.00 / 0.80 (1000)`: each tier, and for how many units. */
function priceText(price: Price | undefined): string | null {
  if (!price?.tiers) return null
  const per = price.per === 1 ? '' : ` (${price.per})`
  return `${price.currency} ${price.tiers.map((tier) => tier.price).join(' / ')}${per}`
}

function eventChanges(service: Service, before: KnowledgeIndex, after: KnowledgeIndex): Change[] {
  const about = [service.id, ...(service.vendor ? [service.vendor.id] : [])]
  const of = (index: KnowledgeIndex) =>
    new Map(about.flatMap((each) => index.events(each)).map((event) => [event.id, event]))
  const [old, now] = [of(before), of(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)]
    const any = is ?? was
    if (!any || (is && was && same(was, is))) return []
    const kind = any.kind === 'retirement' ? 'retirement' : 'event'
    const when = (event: KnownEvent | undefined) => (event ? (event.date ?? '?') : null)
    const change = { about: service.id, name: service.name, what: id, text: any.text, source: any.source, own: false }
    return [{ ...change, kind, before: when(was), after: when(is) } satisfies Change]
  })
}

function same(a: KnownEvent, b: KnownEvent): boolean {
  return a.date === b.date && a.text.nl === b.text.nl && a.text.en === b.text.en && a.status === b.status
}
