import type { Finding } from '@nabij/base'

/** Findings of one file that say the same: twelve debits are one line. */
export interface Alike {
  key: string
  first: Finding
  ids: string[]
  /** Euro cents together; null when nothing was paid, or not in euros. */
  total: number | null
  from: string | null
  to: string | null
}

export function alike(findings: readonly Finding[]): Alike[] {
  const groups = Map.groupBy(findings, ({ evidence, kind, text, why }) => [evidence, kind, text, why].join('\n'))
  return [...groups].flatMap(([key, members]) => {
    const [first] = members
    if (!first) return []
    const paid = members.flatMap(({ payment }) => payment ?? [])
    const days = paid.map(({ date }) => date).sort()
    const isEuro = paid.length > 0 && paid.every(({ currency }) => currency === 'EUR')
    const total = isEuro ? paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0) : null
    return [{ key, first, ids: members.map(({ id }) => id), total, from: days[0] ?? null, to: days.at(-1) ?? null }]
  })
}
