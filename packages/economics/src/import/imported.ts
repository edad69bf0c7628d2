import { amountOf, amountText, type Price, type PriceUnit } from '@nabij/base'

/** What an importer made of a file. */
export interface Imported {
  kind: 'aws' | 'azure' | 'bill'
  prices: Price[]
  /** What was not taken over, and why. */
  ignored: Record<string, number>
}

/** No list of prices that a person looks at is longer. */
export const mostPrices = 5000

export function counting(): { ignored: Record<string, number>; ignore(reason: string): void } {
  const ignored: Record<string, number> = {}
  return { ignored, ignore: (reason) => void (ignored[reason] = (ignored[reason] ?? 0) + 1) }
}

/** An id out of words: `AWS Rekognition, EUC1` becomes `aws-rekognition-euc1`. */
export function slug(...words: (string | null | undefined)[]): string {
  const text = words.filter(Boolean).join(' ').toLowerCase()
  return text
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 120)
    .replaceAll(/^-+|-+$/g, '')
}

/** A provider's own name for something: the same in both languages. */
export function sameName(name: string): Price['name'] {
  const cut = name.slice(0, 160)
  return { nl: cut, en: cut }
}

const units: Readonly<Record<string, PriceUnit>> = {
  image: 'image',
  hour: 'hour',
  hr: 'hour',
  month: 'month',
  mo: 'month',
  gb: 'gigabyte',
  'gb-month': 'gigabyte-month',
  'gb-mo': 'gigabyte-month',
  'gb/month': 'gigabyte-month',
  request: 'request',
  'api call': 'request',
  page: 'page',
  transaction: 'transaction',
  '': 'transaction',
}

/** A provider's word for what is counted; null: one that a case cannot count with. */
export function unitOf(word: string): PriceUnit | null {
  const plain = word.trim().toLowerCase()
  return units[plain] ?? units[plain.replace(/s$/, '')] ?? null
}

/** A price of nought or more as it is written in the book; null when it is none. */
export function priceText(given: unknown): string | null {
  if (typeof given !== 'number' && typeof given !== 'string') return null
  const amount = amountOf(String(given).replace('e+', 'e'))
  return amount === null || amount < 0n ? null : amountText(amount)
}

export function dayOf(text: unknown): string | null {
  const day = typeof text === 'string' ? /^\d{4}-\d\d-\d\d/.exec(text)?.[0] : undefined
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day
}
