import type { LocalSearch } from '../learning/search-models.ts'
import { joined } from '../learning/tensors.ts'
import type { BranchView } from './views.ts'

/** Rows that a correction brings, and a name that is the same for the same rows. */
export interface AddedRows {
  name: string
  rows: Float32Array
}

/** Parts searched in one run of the engine. */
const batch = 16

/**
 * Distances of places of marked parts to rows that corrections bring. Kept for as long as the part's view is: of the next
 * correction only the new rows cost anything.
 */
export interface MarkedDistances {
  /** Of each view, in their order. */
  to(added: AddedRows, views: BranchView[], width: number): Promise<Float32Array[]>
}

export function markedDistances(search: (width: number) => Promise<LocalSearch>): MarkedDistances {
  const known = new WeakMap<BranchView, Map<string, Float32Array>>()

  function knownOf(view: BranchView): Map<string, Float32Array> {
    const found = known.get(view) ?? new Map<string, Float32Array>()
    known.set(view, found)
    return found
  }

  return {
    async to({ name, rows }, views, width) {
      const missing = [...new Set(views)].filter((view) => !knownOf(view).has(name))
      for (let first = 0; first < missing.length; first += batch) {
        const some = missing.slice(first, first + batch)
        const data = joined(some.map((view) => view.rows))
        const all = await (await search(width)).distances({ width, data }, { width, data: rows })
        let at = 0
        for (const view of some) {
          const count = view.rows.length / width
          knownOf(view).set(name, all.slice(at, at + count))
          at += count
        }
      }
      return views.map((view) => knownOf(view).get(name) ?? new Float32Array())
    },
  }
}
