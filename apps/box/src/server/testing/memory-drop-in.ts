import type { DropInRow, DropInStore } from '@nabij/adapters/sqlite'
import type { DropInComparison } from '@nabij/base'

/** What happened on routes, in memory. */
export function memoryDropIn(): DropInStore {
  const rows: (DropInRow & { word: DropInComparison['word'] })[] = []
  const hours = new Map<string, { routeId: string; at: number; cloud: number; failed: number; box: number }>()
  const shown = (row: (typeof rows)[number]): DropInComparison => {
    const { frame, kind: _kind, ...rest } = row
    return { ...rest, kept: frame !== null }
  }
  return {
    async record(one) {
      if ('kind' in one) rows.push({ ...one, word: null })
      else {
        const { routeId, at } = one
        const hour = hours.get(`${routeId} ${at}`) ?? { routeId, at, cloud: 0, failed: 0, box: 0 }
        hour[one.by] += 1
        hours.set(`${routeId} ${at}`, hour)
      }
    },
    async *lines(routeId) {
      for (const { routeId: id, word, decision, ms, version, ...row } of rows)
        if (id === routeId)
          yield {
            ...row,
            ...decision,
            msCloud: ms.cloud,
            msBox: ms.box,
            cloudVersion: version.cloud,
            boxVersion: version.box,
            word: word?.label ?? null,
          }
    },
    disagreements: async (routeId, limit) =>
      rows
        .filter((row) => row.routeId === routeId && !row.agrees && row.kind === 'pair')
        .slice(0, limit)
        .map(shown),
    async comparison(id) {
      const row = rows.find((one) => one.id === id)
      return row ? { comparison: shown(row), frame: row.frame } : null
    },
    async say(id, word) {
      const row = rows.find((one) => one.id === id)
      if (row) row.word = word
      return row !== undefined
    },
    hours: async (routeId) => [...hours.values()].filter((hour) => hour.routeId === routeId),
    async forget(routeId) {
      for (let at = rows.length - 1; at >= 0; at--) if (rows[at]?.routeId === routeId) rows.splice(at, 1)
    },
  }
}
