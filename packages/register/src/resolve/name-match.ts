import type { Vendor } from '@nabij/base'
import { type Known, type NameHit, wordsOf } from '@nabij/knowledge'
import { isFar, isNeutral, isPlace, isTrade } from './common-words.ts'
import { isReference, positionOf } from './words.ts'

/** How a known name stands in a longer one. */
export interface NameMatch extends NameHit {
  /** exact: nothing else that says anything. beside: only a town more. foreign: other words; trade: words of another trade. */
  rest: 'exact' | 'beside' | 'foreign' | 'trade'
  /** How many words the known name has. */
  length: number
  /** Beside it stands what firms around the corner do not have: `Inc`, `Dublin`. */
  far: boolean
  /** Whether the longer name begins with it. */
  first: boolean
}

/** Looks at each hit in its surroundings; the longest first, strong before weak. */
export function matchesIn(text: string, hits: readonly NameHit[]): NameMatch[] {
  const words = wordsOf(text)
  const matches: NameMatch[] = []
  for (const hit of hits) {
    const name = wordsOf(hit.name)
    const at = positionOf(name, words)
    if (at < 0) continue
    const others = [...words.slice(0, at), ...words.slice(at + name.length)]
    matches.push({
      ...hit,
      rest: restOf(others, vocabularyOf(hit.vendor)),
      length: name.length,
      far: others.some(isFar),
      first: at === 0,
    })
  }
  return matches.sort(
    (a, b) =>
      b.length - a.length ||
      Number(a.weak) - Number(b.weak) ||
      Number(b.product !== null) - Number(a.product !== null) ||
      order(idOf(a), idOf(b)),
  )
}

/** `microsoft-365`, or `vendor:microsoft`. */
export function idOf({ vendor, product }: Known): string {
  return product ? product.id : `vendor:${vendor.id}`
}

function restOf(others: readonly string[], own: ReadonlySet<string>): NameMatch['rest'] {
  let rest: NameMatch['rest'] = 'exact'
  for (const word of others) {
    if (own.has(word)) continue
    // `Personio SE & Co. KG` is one German firm; `Slack & Zn.` is a family's.
    if (word === '&' && others.includes('co') && others.includes('kg')) continue
    if (word === '&' || isTrade(word)) return 'trade'
    if (isNeutral(word) || isReference(word) || /^\d+$/.test(word)) continue
    if (isPlace(word)) rest = rest === 'foreign' ? rest : 'beside'
    else rest = 'foreign'
  }
  return rest
}

/** Small words that make a name somebody else's: De Zoom, Van Exact. */
const particles = new Set('& de het een der den van en and of for the by'.split(' '))

const vocabularies = new WeakMap<Vendor, ReadonlySet<string>>()

/** All words that the vendor's own names, products and addresses are made of. */
function vocabularyOf(vendor: Vendor): ReadonlySet<string> {
  const known = vocabularies.get(vendor)
  if (known) return known
  const texts = [
    vendor.name,
    ...vendor.domains,
    ...vendor.signatures.names,
    ...vendor.signatures.weakNames,
    vendor.contractingEntity?.value?.name ?? '',
    vendor.ultimateParent.value?.name ?? '',
    ...vendor.products.flatMap(({ name, signatures }) => [
      name,
      ...signatures.names,
      ...signatures.weakNames,
      ...signatures.domains,
    ]),
  ]
  const words = new Set(texts.flatMap((text) => wordsOf(text)).filter((word) => !particles.has(word)))
  vocabularies.set(vendor, words)
  return words
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** A vendor that sells one thing is that thing: libraries are not sold. */
export function soldAs({ vendor, product }: Known): Known {
  const sold = vendor.products.filter(({ kind }) => kind !== 'library')
  return { vendor, product: product ?? (sold.length === 1 ? (sold[0] ?? null) : null) }
}
