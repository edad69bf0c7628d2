import type { Alternative, FactSource, FactStatus, KnowledgePack, Vendor } from '@nabij/base'
import { chipFactFaults, chipFaults } from './chip-faults.ts'
import { allKnown, signaturesOf } from './known.ts'
import { isCountry } from './own-facts.ts'
import { priceFaults } from './price-faults.ts'
import { wordsOf } from './words.ts'

/** What is wrong with a pack, one sentence each: where and what. Shapes have been checked by reading it. */
export function lint(pack: KnowledgePack): string[] {
  return [
    ...twice(
      'vendor',
      pack.vendors.map(({ id }) => id),
    ),
    ...twice(
      'product',
      pack.vendors.flatMap(({ products }) => products.map(({ id }) => id)),
    ),
    ...twice(
      'event',
      pack.events.map(({ id }) => id),
    ),
    ...twice(
      'law',
      pack.laws.map(({ id }) => id),
    ),
    ...pack.vendors.flatMap(factFaults),
    ...shared(pack),
    ...cycles(pack),
    ...pack.laws.flatMap(({ id, country }) => countryFaults(`law ${id}`, country)),
    ...dangling(pack),
    ...pack.alternatives.flatMap(toldFaults),
    ...twice(
      'price',
      pack.prices.map(({ id }) => id),
    ),
    ...pack.prices.flatMap((price) => priceFaults(price, pack)),
    ...twice(
      'chip',
      pack.chips.map(({ id }) => id),
    ),
    ...pack.chips.flatMap((chip) => chipFaults(chip, pack)),
    ...twice(
      'fact',
      pack.chipFacts.map(({ id }) => id),
    ),
    ...pack.chipFacts.flatMap((fact) => chipFactFaults(fact, pack)),
    ...ownStatements(pack),
  ]
}

/** Older than this a fact is shown as stale. */
const freshMonths = 12

/** Whether a fact was read more than twelve months before `today` (both YYYY-MM-DD). */
export function isStale({ readOn }: Pick<FactSource, 'readOn'>, today: string): boolean {
  const months = (day: string) =>
    Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + Number(day.slice(8, 10)) / 100
  return months(today) - months(readOn) > freshMonths
}

function factFaults(vendor: Vendor): string[] {
  const { id, country, ultimateParent, contractingEntity } = vendor
  return [
    ...sourceFaults(`${id}.country`, country),
    ...sourceFaults(`${id}.ultimateParent`, ultimateParent),
    ...(contractingEntity ? sourceFaults(`${id}.contractingEntity`, contractingEntity) : []),
    ...countryFaults(`${id}.country`, country.value),
    ...countryFaults(`${id}.ultimateParent`, ultimateParent.value?.country ?? null),
    ...countryFaults(`${id}.contractingEntity`, contractingEntity?.value?.country ?? null),
  ]
}

interface AnyFact {
  value: unknown
  status: FactStatus
  source: FactSource | null
}

function sourceFaults(where: string, { value, status, source }: AnyFact): string[] {
  const faults: string[] = []
  if (status === 'unknown' && value !== null) faults.push(`${where}: a value that is unknown`)
  if (status !== 'unknown' && value === null) faults.push(`${where}: ${status}, but without a value`)
  if (status !== 'unknown' && source === null) faults.push(`${where}: ${status}, but without a source`)
  if (status === 'confirmed' && source && !source.quote)
    faults.push(`${where}: confirmed, but without the words it rests on`)
  if (source?.address.startsWith('dataset:') && !source.licence) faults.push(`${where}: a data set without its licence`)
  return faults
}

/** What is told of an alternative stands on words that were read, as a confirmed fact does. */
function toldFaults({ name, weakerIn, ownDependencies, price }: Alternative): string[] {
  return Object.entries({ weakerIn, ownDependencies, price }).flatMap(([field, told]) =>
    told ? sourceFaults(`alternative ${name}.${field}`, { value: told, status: 'confirmed', source: told.source }) : [],
  )
}

function countryFaults(where: string, country: string | null): string[] {
  return country !== null && !isCountry(country) ? [`${where}: ${country} is no country of ISO 3166`] : []
}

/** One vendor per domain, and per name that suffices alone. */
function shared(pack: KnowledgePack): string[] {
  const owners = new Map<string, string>()
  const faults: string[] = []
  const claim = (text: string, vendor: string) => {
    const owner = owners.get(text)
    if (owner === undefined) owners.set(text, vendor)
    else if (owner !== vendor) faults.push(`${text}: claimed by ${owner} and ${vendor}`)
  }
  for (const { id, domains } of pack.vendors) for (const domain of domains) claim(`domain ${domain}`, id)
  for (const known of allKnown(pack)) {
    const { names, domains, packages } = signaturesOf(known)
    for (const domain of domains) claim(`domain ${domain}`, known.vendor.id)
    for (const name of names) claim(`name "${wordsOf(name).join(' ')}"`, known.vendor.id)
    for (const purl of packages) claim(`package ${purl}`, known.vendor.id)
  }
  return faults
}

/** A vendor whose parent's parent … is itself. Parents that are vendors are met by name. */
function cycles({ vendors }: KnowledgePack): string[] {
  const byName = new Map(vendors.map((vendor) => [vendor.name, vendor]))
  return vendors.flatMap((vendor) => {
    const seen = new Set([vendor.id])
    let parent = byName.get(vendor.ultimateParent.value?.name ?? '')
    while (parent && parent.id !== vendor.id) {
      if (seen.has(parent.id)) return [`${vendor.id}: its parents go round in a circle`]
      seen.add(parent.id)
      const next = byName.get(parent.ultimateParent.value?.name ?? '')
      if (next === parent) return []
      parent = next
    }
    return parent && seen.size > 1 ? [`${vendor.id}: it is its own parent's parent`] : []
  })
}

function dangling({ vendors, alternatives, events }: KnowledgePack): string[] {
  const ids = new Set(vendors.flatMap(({ id, products }) => [id, ...products.map((product) => product.id)]))
  return [
    ...alternatives.flatMap(({ name, replaces }) =>
      replaces.filter((id) => !ids.has(id)).map((id) => `alternative ${name}: replaces ${id}, which is not known`),
    ),
    ...events.flatMap((event) =>
      event.about.filter((id) => !ids.has(id)).map((id) => `event ${event.id}: about ${id}, which is not known`),
    ),
  ]
}

function twice(what: string, ids: string[]): string[] {
  return ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${what} ${id}: there are two`)
}

/** What people state of their own stands in their data folder: a pack that claims such a thing would pass for them. */
function ownStatements({ vendors, alternatives, events, laws }: KnowledgePack): string[] {
  const sources = [
    ...vendors.flatMap(({ id, country, contractingEntity, ultimateParent }) =>
      [country, contractingEntity, ultimateParent].map((fact) => [id, fact?.source] as const),
    ),
    ...alternatives.flatMap(({ id, price, source }) => [[id, price?.source] as const, [id, source] as const]),
    ...[...events, ...laws].map(({ id, source }) => [id, source] as const),
  ]
  return sources.flatMap(([id, source]) => (source?.own ? [`${id}: a statement of somebody’s own in a pack`] : []))
}
