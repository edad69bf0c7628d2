import { wordsOf } from '@nabij/knowledge'

/** A name as an own rule knows it: without the references and dates that differ each time. */
export function ruleWords(name: string): string {
  const words = wordsOf(name).filter((word) => word !== '&')
  const lasting = words.filter((word) => !isReference(word) && !/^\d{1,2}$/.test(word))
  return (lasting.length > 0 ? lasting : words).join(' ').slice(0, 300)
}

/** Made up for one payment: an invoice number, a date, a telephone number, `c5k03`. `365`, `m365` and `2go` are none. */
export function isReference(word: string): boolean {
  const digits = word.replace(/[^0-9]/g, '').length
  if (/\d\p{L}+\d/u.test(word) && word.length >= 5) return true
  return digits >= 4 || (digits >= 2 && word.length >= 6) || (digits > 0 && word.length >= 9)
}

/** Hosts that stand in a text, lower case: `ZOOM.US 888-799` → zoom.us. An e-mail address gives its host. */
export function hostsIn(text: string): string[] {
  const found =
    text.toLowerCase().match(/(?<![a-z0-9.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,12}(?![a-z0-9-])/g) ??
    []
  return [...new Set(found.map((host) => host.replace(/^www\./, '')))]
}

/** Words for an address or id: `Éénmalig & Co` → eenmalig-co. */
export function slugOf(name: string): string {
  const words = wordsOf(name).filter((word) => word !== '&')
  return words.join('-').slice(0, 80) || 'nameless'
}

/** Where `part` stands in `words`, as whole words next to each other; -1 when it does not. */
export function positionOf(part: readonly string[], words: readonly string[]): number {
  if (part.length === 0) return -1
  for (let at = 0; at + part.length <= words.length; at += 1)
    if (part.every((word, offset) => words[at + offset] === word)) return at
  return -1
}
