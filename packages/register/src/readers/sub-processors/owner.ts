import { words } from './words.ts'

/** Whose list it is, from its title or file name: `Acme Cloud | Sub-processors` → `Acme Cloud`. */
export function ownerOf(title: string): string {
  const plain = (title.split('/').at(-1) ?? '')
    .replace(/\.(html?|csv|txt|md)$/i, '')
    .replaceAll(/[_]+/g, ' ')
    .replaceAll(
      /\b(our|onze|list|lijst|overzicht|overview|of|van|current|authorized|authorised|gdpr|avg|privacy|legal|trust center|file)\b/gi,
      ' ',
    )
  const parts = plain.split(/\s[|–—-]\s|\s*[|:·]\s*|-(?=sub)|(?<=processors?|verwerkers?)-/i)
  const found = parts
    .map((part) => part.replaceAll(words, ' ').replaceAll(/\s+/g, ' ').trim())
    .find((part) => /\p{L}{2}/u.test(part))
  return (found ?? '').slice(0, 80)
}
