import type { FactSource, Service } from '@nabij/base'
import { textsFor } from './texts.ts'
import type { Words } from './words.ts'

/** Where something was read, as a note of the paper. */
export interface Source {
  note: number
  text: string
  address: string
  readOn: string
  quote: string | null
}

export interface SourceList {
  /** Notes of what an owner rests on; of a statement of one's own also what the knowledge says. */
  ofOwner(vendor: Service['vendor']): number[]
  all(): Source[]
}

/** Each source once, numbered in the order in which it is first used. */
export function sourceList(words: Words): SourceList {
  const texts = textsFor(words.language)
  const known = new Map<string, Source>()

  function noteFor(source: FactSource, before = ''): number {
    const key = `${before} ${source.address} ${source.quote ?? ''}`
    const note = known.get(key)?.note ?? known.size + 1
    const address = source.licence ? `${source.address} (${source.licence})` : source.address
    known.set(key, {
      note,
      text: before ? `${before}; ${address}` : address,
      address: source.address,
      readOn: words.day(source.readOn),
      quote: source.quote ?? null,
    })
    return note
  }

  return {
    ofOwner(vendor) {
      const parent = vendor?.ultimateParent
      if (!parent?.source || parent.status !== 'confirmed') return []
      if (!parent.source.own) return [noteFor(parent.source)]
      const { value, source } = vendor?.own?.pack.ultimateParent ?? { value: null, source: null }
      const says = texts.packSays(value ? `${value.name} (${words.country(value.country)})` : words.unknown)
      return [noteFor(parent.source, texts.own), ...(source ? [noteFor(source, says)] : [])]
    },
    all: () => [...known.values()],
  }
}
