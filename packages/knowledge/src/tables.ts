import type { Known } from './known.ts'

/** Looks a text up in a list of known ones. */
export type LookUp = (text: string) => Known | null

/** Entries of one kind of signature: [text, whose]. The first of two alike wins. */
export type Entries = readonly (readonly [string, Known])[]

/** Hosts and those below them: mail.example.com is found under example.com. The longest known wins. */
export function hostTable(entries: Entries): LookUp {
  const known = firstOf(entries.map(([host, whose]) => [host.toLowerCase().replace(/^\*?\./, ''), whose]))
  return (text) => {
    let host = text.toLowerCase().replace(/\.$/, '')
    for (;;) {
      const found = known.get(host)
      if (found) return found
      const dot = host.indexOf('.')
      if (dot < 0) return null
      host = host.slice(dot + 1)
    }
  }
}

/** Texts as they are, or beginnings that end with `*`. The exact one wins, then the longest beginning. */
export function patternTable(entries: Entries): LookUp {
  const exact = firstOf(entries.filter(([text]) => !text.endsWith('*')))
  const beginnings = firstOf(
    entries.filter(([text]) => text.endsWith('*')).map(([text, whose]) => [text.slice(0, -1), whose]),
  )
  const lengths = [...new Set([...beginnings.keys()].map((text) => text.length))].sort((a, b) => b - a)
  return (text) => {
    const found = exact.get(text)
    if (found) return found
    for (const length of lengths) {
      const whose = length <= text.length ? beginnings.get(text.slice(0, length)) : undefined
      if (whose) return whose
    }
    return null
  }
}

/** Beginnings, whether they end with `*` or not. */
export function beginningTable(entries: Entries): LookUp {
  return patternTable(entries.map(([text, whose]) => [text.endsWith('*') ? text : `${text}*`, whose]))
}

function firstOf(entries: Entries): Map<string, Known> {
  const map = new Map<string, Known>()
  for (const [text, whose] of entries) if (!map.has(text)) map.set(text, whose)
  return map
}
