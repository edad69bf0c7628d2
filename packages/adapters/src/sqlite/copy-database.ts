import type { Photo } from '@nabij/base'
import type { RecipeRow, StationRow } from '@nabij/stations'
import type { Reads } from './calls/index.ts'
import type { VerdictLine } from './calls/verdicts.ts'
import { databaseThread } from './worker-client.ts'
import { databaseProgram } from './worker-program.ts'

/** A database file that nothing changes, read in a thread of its own. */
export interface DatabaseCopy {
  /** Hashes of all files that its rows refer to, each once, in order. */
  blobs(): AsyncIterable<string>
  stations(): Promise<StationRow[]>
  recipes(stationId: string): Promise<RecipeRow[]>
  activeRecipe(stationId: string): Promise<RecipeRow | null>
  photos(stationId: string): Promise<Photo[]>
  /** All verdicts, in the order in which they were stored. */
  verdicts(): AsyncIterable<VerdictLine>
  close(): Promise<void>
}

const page = 500

/**
 * Makes a consistent, compact copy of the database, also while others write to it (another process as well); the copy
 * is safe on disk when this returns. A half copy stays behind when it throws.
 */
export async function copyDatabase(path: string, copy: string, program = databaseProgram()): Promise<DatabaseCopy> {
  const thread = databaseThread<Reads>(program, { path, role: 'copier', copy })
  await thread.opened()
  return {
    blobs: () =>
      paged(
        (after: string) => thread.call('referencedAfter', after, page),
        '',
        (hash) => hash,
      ),
    stations: () => thread.call('listStations'),
    recipes: (stationId) => thread.call('listRecipes', stationId),
    activeRecipe: (stationId) => thread.call('activeRecipe', stationId),
    photos: (stationId) => thread.call('listPhotos', stationId),
    verdicts: () =>
      paged(
        (after: number) => thread.call('verdictLines', after, page),
        0,
        (line) => line.verdict.seq,
      ),
    close: () => thread.close(),
  }
}

async function* paged<T, P>(read: (after: P) => Promise<T[]>, first: P, place: (item: T) => P): AsyncIterable<T> {
  for (let after = first; ; ) {
    const items = await read(after)
    yield* items
    const last = items.at(-1)
    if (last === undefined) return
    after = place(last)
  }
}

/**
 * Reads a whole database file, in a thread of its own; changes nothing.
 * @throws NabijError NABIJ_DATABASE_DAMAGED, NABIJ_DATABASE_NEWER
 */
export async function checkDatabase(path: string, program = databaseProgram()): Promise<void> {
  const thread = databaseThread<Reads>(program, { path, role: 'checker' })
  await thread.opened()
  await thread.close()
}
