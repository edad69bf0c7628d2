import type { Europe, PurchaseCheck } from '@nabij/base'
import type { KnowledgeIndex, Known } from '@nabij/knowledge'
import { originOf } from '../assess/europe.ts'
import { idOf, matchesIn, soldAs } from '../resolve/name-match.ts'
import { hostsIn } from '../resolve/words.ts'

type Question = PurchaseCheck['questions'][number]

/** What is known of a product that somebody considers, and the eight questions to ask before it is bought. */
export function purchaseCheck(text: string, index: KnowledgeIndex, europe: Europe = 'eea'): PurchaseCheck {
  const [found = null, ...others] = candidates(text, index)
  const vendor = found?.vendor ?? null
  const product = found?.product ?? null
  const parent = vendor?.ultimateParent.status === 'confirmed' ? vendor.ultimateParent.value : null
  const { value, status, source } = vendor?.ultimateParent ?? { value: null, status: 'unknown' as const, source: null }
  const shown = vendor && {
    id: vendor.id,
    name: vendor.name,
    country: vendor.country.value,
    countryStatus: vendor.country.status,
    ultimateParent: value && { ...value, source, status },
  }
  return {
    asked: text,
    product: product && { id: product.id, name: product.name, kind: product.kind, ai: product.ai },
    vendor: vendor && { id: vendor.id, name: vendor.name },
    origin: originOf(shown, europe),
    parent: parent && { name: parent.name, country: parent.country },
    also: others.slice(0, 5).map((known) => ({ id: idOf(known), name: known.product?.name ?? known.vendor.name })),
    alternatives: product ? index.alternativesFor(product.id, product.kind).map(({ id }) => id) : [],
    questions: questionsAbout(vendor, parent, index),
  }
}

/** Likeliest first: by address, by a name in it, by search. */
function candidates(text: string, index: KnowledgeIndex): Known[] {
  const byHost = hostsIn(text).flatMap((host) => index.byDomain(host) ?? [])
  const byName = matchesIn(text, index.byName(text)).filter(({ rest }) => rest !== 'trade')
  const { products, vendors } = index.search(text)
  const all: Known[] = [...byHost, ...byName, ...products, ...vendors.map((vendor) => ({ vendor, product: null }))]
  const unique = new Map<string, Known>()
  for (const known of all.map(soldAs)) if (!unique.has(idOf(known))) unique.set(idOf(known), known)
  return [...unique.values()]
}

function questionsAbout(
  vendor: Known['vendor'] | null,
  parent: { name: string; country: string | null } | null,
  index: KnowledgeIndex,
): Question[] {
  const contract = vendor?.contractingEntity?.status === 'confirmed' ? vendor.contractingEntity.value : null
  const isOwn = vendor?.ultimateParent.source?.own === true
  const laws = parent ? index.laws.filter(({ country }) => country === parent.country) : []
  const lawNames = laws.map(({ name }) => name).join(', ')
  return [
    {
      id: 'owner',
      text: both(
        'Wie is de uiteindelijke eigenaar, en wat gebeurt er bij een overname?',
        'Who is the ultimate owner, and what happens in a take-over?',
      ),
      known:
        parent &&
        both(
          `${parent.name} (${parent.country ?? 'land onbekend'})${isOwn ? ', eigen opgave' : ''}`,
          `${parent.name} (${parent.country ?? 'country unknown'})${isOwn ? ', own statement' : ''}`,
        ),
    },
    {
      id: 'law',
      text: both(
        'Onder welk recht valt het contract, en welke landen kunnen gegevens opvragen?',
        'Which law governs the contract, and which countries can demand data?',
      ),
      known:
        laws.length > 0
          ? both(`Door de eigenaar: ${lawNames}`, `Through its owner: ${lawNames}`)
          : contract &&
            both(
              `Contract met ${contract.name} (${contract.country})`,
              `Contract with ${contract.name} (${contract.country})`,
            ),
    },
    {
      id: 'data',
      text: both(
        'In welk land staan onze gegevens en de back-ups?',
        'In which country do our data and the backups stand?',
      ),
      known: null,
    },
    {
      id: 'keys',
      text: both(
        'Wie heeft de sleutels: kunnen wij ze alleen zelf houden?',
        'Who holds the keys: can we be the only ones?',
      ),
      known: null,
    },
    {
      id: 'sub-processors',
      text: both(
        'Op welke andere partijen leunt het (hosting, AI, betalingen)?',
        'Which other parties does it lean on (hosting, AI, payments)?',
      ),
      known: null,
    },
    {
      id: 'leaving',
      text: both(
        'Hoe komen we eraf: in welke vorm krijgen we alles mee, binnen hoeveel dagen?',
        'How do we leave: in which format do we get everything, within how many days?',
      ),
      known: null,
    },
    {
      id: 'price',
      text: both(
        'Hoeveel is de prijs in drie jaar gestegen, en wat is er vastgelegd?',
        'How much did the price rise in three years, and what is agreed?',
      ),
      known: null,
    },
    {
      id: 'open',
      text: both(
        'Is de broncode open, en kan een ander het voor ons draaien?',
        'Is its source open, and can somebody else run it for us?',
      ),
      known: null,
    },
  ]
}

function both(nl: string, en: string): { nl: string; en: string } {
  return { nl, en }
}
