import type { AuditEntry } from '@nabij/base'

const longest = 60

/** One thing that differs: what it is called, how it was, how it is. */
export interface Difference {
  name: string
  before: string | null
  after: string | null
}

/** What differs between both sides of a change, by name; of something new or gone, what it was. */
export function differencesIn({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Difference[] {
  const [old, now] = [flat(before), flat(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return names.flatMap((name) => {
    const was = old.get(name) ?? null
    const is = now.get(name) ?? null
    return was === is ? [] : [{ name, before: was, after: is }]
  })
}

/** Nested values by their path; ids, the moment of the line itself, and what is not there, tell a reader nothing. */
function flat(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([[path, short(value)]])
  return new Map(
    Object.entries(value).flatMap(([name, inner]) =>
      /^(id|.*Id|sha256|createdAt)$/.test(name) ? [] : [...flat(inner, path === '' ? name : `${path}.${name}`)],
    ),
  )
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
