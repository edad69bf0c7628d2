import type { KnowledgePack } from '@nabij/base'
import { allKnown, type Known, signaturesOf } from './known.ts'
import { wordsOf } from './words.ts'

/** A known name that stands in a longer one, as whole words next to each other. */
export interface NameHit extends Known {
  /** As it is known. */
  name: string
  /** Also a common word or somebody else's name: it never suffices alone. */
  weak: boolean
}

/** Finds all known names in a text; by their first word, so that thousands of names cost no more than a few. */
export function nameTable(pack: KnowledgePack): (text: string) => NameHit[] {
  const byFirst = new Map<string, { words: string[]; hit: NameHit }[]>()
  for (const known of allKnown(pack)) {
    for (const { name, weak } of namesOf(known)) {
      const words = wordsOf(name)
      const first = words[0]
      if (first === undefined) continue
      const list = byFirst.get(first) ?? []
      list.push({ words, hit: { ...known, name, weak } })
      byFirst.set(first, list)
    }
  }
  return (text) => {
    const words = wordsOf(text)
    const hits = new Set<NameHit>()
    for (const [at, word] of words.entries()) {
      for (const { words: name, hit } of byFirst.get(word) ?? [])
        if (name.every((each, offset) => words[at + offset] === each)) hits.add(hit)
    }
    return [...hits]
  }
}

/** Names on statements, and the product's own name: strong unless it is listed as weak. */
function namesOf(known: Known): { name: string; weak: boolean }[] {
  const { names, weakNames } = signaturesOf(known)
  const seen = new Map<string, boolean>()
  const add = (name: string, weak: boolean) => {
    const words = wordsOf(name).join(' ')
    if (!seen.has(words)) seen.set(words, weak)
  }
  for (const name of weakNames) add(name, true)
  for (const name of names) add(name, false)
  return [...seen].map(([name, weak]) => ({ name, weak }))
}
