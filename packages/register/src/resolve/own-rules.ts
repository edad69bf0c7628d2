import type { OwnRule } from '@nabij/base'

const books = new WeakMap<readonly OwnRule[], ReadonlyMap<string, OwnRule>>()

/** The user's own rule about these words; the latest when there are several. */
export function ruleFor(rules: readonly OwnRule[], words: string): OwnRule | null {
  let book = books.get(rules)
  if (!book) {
    const sorted = rules.toSorted((a, b) => a.createdAt - b.createdAt)
    book = new Map(sorted.map((rule) => [rule.words, rule]))
    books.set(rules, book)
  }
  return book.get(words) ?? null
}
