import type { ChipFact, ChipFactChange } from '@nabij/base'

/** What is new, said otherwise, or gone, against what was known before; by id. That it was read again is no news. */
export function factChanges(before: readonly ChipFact[], now: readonly ChipFact[]): ChipFactChange[] {
  const old = new Map(before.map((fact) => [fact.id, fact]))
  const known = new Set(now.map(({ id }) => id))
  return [
    ...now.flatMap((fact): ChipFactChange[] => {
      const was = old.get(fact.id)
      if (!was) return [{ change: 'new', fact, before: null }]
      return same(was, fact) ? [] : [{ change: 'changed', fact, before: was }]
    }),
    ...before.flatMap((fact): ChipFactChange[] => (known.has(fact.id) ? [] : [{ change: 'gone', fact, before: fact }])),
  ]
}

function same(a: ChipFact, b: ChipFact): boolean {
  return a.text.nl === b.text.nl && a.text.en === b.text.en && a.date === b.date && a.status === b.status
}
