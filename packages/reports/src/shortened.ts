import type { Language } from '@nabij/base'
import type { Share } from './report.ts'
import { textsFor } from './texts.ts'
import { wordsFor } from './words.ts'

/** The first so many, and one row that adds up the others: two pages stay two pages, and totals stay totals. */
export function shortened(shares: readonly Share[], most: number, language: Language): Share[] {
  if (shares.length <= most) return [...shares]
  const rest = shares.slice(most - 1)
  const sum = (of: (share: Share) => number) => rest.reduce((total, share) => total + of(share), 0)
  const words = wordsFor(language)
  const cost = sum((share) => share.cost)
  return [
    ...shares.slice(0, most - 1),
    {
      name: textsFor(language).others(rest.length),
      services: sum((share) => share.services),
      crucial: sum((share) => share.crucial),
      cost,
      costText: cost > 0 ? words.euro(cost) : words.unknown,
      origin: 'unknown',
    },
  ]
}
