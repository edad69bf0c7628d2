import type { Column, ColumnChoice } from '@nabij/base'

/** What a column can say; `none`: nothing of use. */
export const roles = [
  'none',
  'date',
  'name',
  'amount',
  'debit',
  'credit',
  'direction',
  'description',
  'account',
  'currency',
] as const
export type ColumnRole = (typeof roles)[number]

/** What each column of a table says. A name counts as its place. */
export function rolesOf(choice: ColumnChoice, header: readonly string[] | null, width: number): ColumnRole[] {
  const place = (column: Column | null): number => {
    if (typeof column === 'string') return (header ?? []).indexOf(column)
    return column === null ? -1 : column - 1
  }
  const found: ColumnRole[] = Array.from({ length: width }, () => 'none')
  for (const role of roles) {
    if (role === 'none') continue
    const columns = role === 'description' ? choice.description : [choice[role]]
    for (const column of columns) {
      const at = place(column)
      if (at >= 0 && at < width && found[at] === 'none') found[at] = role
    }
  }
  return found
}

/** The choice with another role for one column. But for descriptions each role is one column's: the last one named. */
export function withRole(choice: ColumnChoice, at: number, role: ColumnRole, now: readonly ColumnRole[]): ColumnChoice {
  const next = now.map((old, place) => {
    if (place === at) return role
    return old === role && role !== 'description' ? 'none' : old
  })
  const first = (wanted: ColumnRole): number | null => {
    const place = next.indexOf(wanted)
    return place < 0 ? null : place + 1
  }
  return {
    ...choice,
    date: first('date'),
    amount: first('amount'),
    debit: first('debit'),
    credit: first('credit'),
    direction: first('direction'),
    currency: first('currency'),
    name: first('name'),
    account: first('account'),
    description: next.flatMap((each, place) => (each === 'description' ? [place + 1] : [])).slice(0, 10),
  }
}

/** Whether it says a day, an amount, and who or what for. */
export function saysEnough({ date, amount, debit, name, description }: ColumnChoice): boolean {
  return date !== null && (amount !== null || debit !== null) && (name !== null || description.length > 0)
}
