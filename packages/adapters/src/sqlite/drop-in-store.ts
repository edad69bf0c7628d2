import type { DropInComparison } from '@nabij/base'
import type { DropInCount, DropInLine, DropInRow } from './calls/drop-in.ts'
import type { Reads, Remote, Writes } from './calls/index.ts'
import { groupCommit } from './group-commit.ts'
import { paged } from './paged.ts'

/** What happened on the routes of old programs. */
export interface DropInStore {
  /** Resolves when it is safe on disk; many at once are one write. */
  record(one: DropInRow | DropInCount): Promise<void>
  /** All comparisons of a route in the order in which they were made, a page at a time. */
  lines(routeId: string): AsyncIterable<DropInLine>
  disagreements(routeId: string, limit: number): Promise<DropInComparison[]>
  comparison(id: string): Promise<{ comparison: DropInComparison; frame: string | null } | null>
  /** False: there is no such comparison. */
  say(id: string, word: DropInComparison['word']): Promise<boolean>
  hours(routeId: string): Promise<{ at: number; cloud: number; failed: number; box: number }[]>
  forget(routeId: string): Promise<void>
}

/** A page of the reading thread's time: others get theirs between two. */
const linesAtOnce = 1000

export function dropInStore(read: Remote<Reads>, write: Remote<Writes>): DropInStore {
  const commit = groupCommit((all: (DropInRow | DropInCount)[]) => write('recordDropIn', all))
  return {
    async record(one) {
      await commit(one)
    },
    async *lines(routeId) {
      const rows = paged(
        (after: number) => read('dropInLines', routeId, after, linesAtOnce),
        0,
        ({ seq }) => seq,
      )
      for await (const { line } of rows) yield line
    },
    disagreements: (routeId, limit) => read('dropInDisagreements', routeId, limit),
    comparison: (id) => read('getDropInComparison', id),
    say: (id, word) => write('sayOfComparison', id, word),
    hours: (routeId) => read('dropInHours', routeId),
    forget: (routeId) => write('forgetRoute', routeId),
  }
}
