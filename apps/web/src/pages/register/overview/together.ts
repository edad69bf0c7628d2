import type { LoggedChange } from '../../../api/register.ts'

/** A line of what changed: many new services that one file brought on one day are told once. */
export interface Told {
  first: LoggedChange
  names: string[]
}

/** Up to this many new services each have a line. */
const few = 3

/** Puts new services of the same file and day together; all else stays a line of its own, in its order. */
export function together(changes: readonly LoggedChange[]): Told[] {
  const groups = Map.groupBy(changes, ({ kind, serviceId, at, because }) =>
    kind === 'new' ? `${new Date(at).toDateString()} ${because}` : `${at} ${kind} ${serviceId}`,
  )
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    if (members.length <= few) return members.map((one) => ({ first: one, names: [one.name] }))
    return [{ first, names: members.map(({ name }) => name) }]
  })
}
