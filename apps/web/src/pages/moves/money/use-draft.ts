import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'
import { emptyDraft, type MoneyDraft } from './money-draft.ts'

const fields = Object.keys(emptyDraft) as (keyof MoneyDraft)[]

/** The draft as it stands in the address: what differs from the usual, a field a parameter. */
export function useDraft(): [MoneyDraft, (change: Partial<MoneyDraft>) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const draft = draftIn(search)
  const set = useCallback(
    (change: Partial<MoneyDraft>) => {
      // What stands there now, not what was drawn: two fields may change in one moment.
      const next = { ...draftIn(location.search), ...change }
      const words = new URLSearchParams(
        fields.flatMap((field) => (next[field] === emptyDraft[field] ? [] : [[field, next[field]]])),
      )
      navigate(words.size > 0 ? `${path}?${words}` : path, { replace: true })
    },
    [navigate, path],
  )
  return [draft, set]
}

function draftIn(search: string): MoneyDraft {
  const given = new URLSearchParams(search)
  return Object.fromEntries(
    fields.map((field) => [field, (given.get(field) ?? emptyDraft[field]).slice(0, 160)]),
  ) as unknown as MoneyDraft
}
