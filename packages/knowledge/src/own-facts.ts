import {
  type FactField,
  type FactSource,
  fieldShapes,
  NabijError,
  type OwnFact,
  type OwnView,
  type PackFacts,
  type Parent,
  type Vendor,
} from '@nabij/base'

type Stated = Partial<Record<FactField, OwnFact>>

/**
 * A vendor with what was stated of it in front, and both sides beside each other. What is stated counts as confirmed, by
 * whoever stated it, and its source says so. Country and control hold for the owner of whom they were said; when the
 * owner is another by now they are idle. Facts about other vendors are passed over.
 */
export function withOwnFacts(vendor: Vendor, facts: readonly OwnFact[]): { vendor: Vendor; own: OwnView | null } {
  const mine = facts.filter(({ vendorId }) => vendorId === vendor.id)
  if (mine.length === 0) return { vendor, own: null }
  const { country, ultimateParent } = vendor
  const stated: Stated = Object.fromEntries(mine.map((fact) => [fact.field, fact]))
  const owner = ownerOf(ultimateParent, stated)
  const pack: PackFacts = { country, ultimateParent }
  return {
    vendor: { ...vendor, country: countryOf(country, stated), ultimateParent: owner.fact },
    own: { facts: mine, idle: owner.idle, pack },
  }
}

function countryOf(known: Vendor['country'], { country }: Stated): Vendor['country'] {
  return country ? { value: country.value, status: 'confirmed', source: sourceOf(country) } : known
}

function ownerOf(
  known: Vendor['ultimateParent'],
  stated: Stated,
): { fact: Vendor['ultimateParent']; idle: FactField[] } {
  const name = stated.owner?.value ?? known.value?.name ?? null
  const idle: FactField[] = []
  const valid = (field: 'owner-country' | 'control'): OwnFact | undefined => {
    const fact = stated[field]
    if (fact && (name === null || !isSame(fact.about, name))) idle.push(field)
    else return fact
    return undefined
  }
  const [ownCountry, ownControl] = [valid('owner-country'), valid('control')]
  // What the pack says of its owner says nothing of another one, and what it only reports is not confirmed by a name.
  const rest = known.value && isSame(known.value.name, name) && (!stated.owner || known.status === 'confirmed')
  const said = stated.owner ?? ownCountry
  if (name === null || (!said && !ownControl)) return { fact: known, idle }
  const value: Parent = {
    name,
    country: ownCountry?.value ?? (rest ? (known.value?.country ?? null) : null),
    control:
      fieldShapes.control.safeParse(ownControl?.value).data ?? (rest ? (known.value?.control ?? 'unknown') : 'unknown'),
    asOf: said?.day ?? known.value?.asOf ?? ownControl?.day ?? null,
  }
  // Only how it is controlled was stated: who it is and where stays as sure as it was.
  if (!said) return { fact: { ...known, value }, idle }
  return { fact: { value, status: 'confirmed', source: sourceOf(said) }, idle }
}

function sourceOf({ source, day }: OwnFact): FactSource {
  return { address: source, readOn: day, own: true }
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase()
}

/**
 * A statement as it is kept. `now`: the vendor with what was stated before.
 * @throws NabijError NABIJ_CORRECTION_VALUE, NABIJ_CORRECTION_OWNER when nobody said yet who the owner is
 */
export function ownFact(
  said: Pick<OwnFact, 'field' | 'value' | 'source' | 'day'>,
  now: Vendor,
  statedAt: number,
): OwnFact {
  const { field, source, day } = said
  const typed = said.value.trim().replaceAll(/\s+/g, ' ')
  const value = field === 'owner' ? typed : field === 'control' ? typed.toLowerCase() : typed.toUpperCase()
  if (!fieldShapes[field].safeParse(value).success || (field.endsWith('country') && !isCountry(value)))
    throw new NabijError('NABIJ_CORRECTION_VALUE', { field, value: typed, allowed: allowed[field] })
  const isOfOwner = field === 'owner-country' || field === 'control'
  const about = isOfOwner ? (now.ultimateParent.value?.name ?? null) : null
  if (isOfOwner && about === null) throw new NabijError('NABIJ_CORRECTION_OWNER', { name: now.name })
  return { vendorId: now.id, field, value, source: source.trim(), day, about, statedAt }
}

const countryHint = 'NL, DE, US …'
const allowed: Record<FactField, string> = {
  country: countryHint,
  owner: '1–200',
  'owner-country': countryHint,
  control: fieldShapes.control.options.join(', '),
}

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Of ISO 3166. */
export function isCountry(code: string): boolean {
  return names.of(code) !== undefined
}
