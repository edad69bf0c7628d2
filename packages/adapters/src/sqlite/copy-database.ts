import type { Correction, Photo, Product } from '@nabij/base'
import type { RecipeRow, StationRow } from '@nabij/stations'
import type { Reads } from './calls/index.ts'
import type { VerdictLine } from './calls/verdicts.ts'
import { paged } from './paged.ts'
import { databaseThread } from './worker-client.ts'
import { databaseProgram } from './worker-program.ts'

/** A database file that nothing changes, read in a thread of its own. */
export interface DatabaseCopy {
  /** Hashes of all files that its rows refer to, each once, in order. */
  blobs(): AsyncIterable<string>
  stations(): Promise<StationRow[]>
  recipes(stationId: string): Promise<RecipeRow[]>
  activeRecipes(stationId: string): Promise<RecipeRow[]>
  photos(stationId: string): Promise<Photo[]>
  products(stationId: string): Promise<Product[]>
  corrections(stationId: string): Promise<Correction[]>
  /** All verdicts, in the order in which they were stored. */
  verdicts(): AsyncIterable<VerdictLine>
  /** All of the register, as the JSON texts of its parts by name. */
  register(): Promise<Record<string, string>>
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
    activeRecipes: (stationId) => thread.call('activeRecipes', stationId),
    photos: (stationId) => thread.call('listPhotos', stationId),
    products: (stationId) => thread.call('listProducts', stationId),
    corrections: (stationId) => thread.call('listCorrections', stationId),
    verdicts: () =>
      paged(
        (after: number) => thread.call('verdictLines', after, page),
        0,
        (line) => line.verdict.seq,
      ),
    async register() {
      const papers = async (paper: 'letter' | 'decision' | 'exit_plan') =>
        list((await thread.call('listPapers', paper)).map(({ body }) => body))
      const [state, letters, decisions, exitPlans, snapshots, changes] = await Promise.all([
        thread.call('registerState'),
        papers('letter'),
        papers('decision'),
        papers('exit_plan'),
        thread.call('listSnapshots'),
        thread.call('listChanges', Number.MAX_SAFE_INTEGER),
      ])
      const figures = list(snapshots.map((one) => one.figures))
      const log = list(changes.map(({ at, because, body }) => JSON.stringify({ at, because, ...JSON.parse(body) })))
      return { state: new TextDecoder().decode(state), letters, decisions, exitPlans, snapshots: figures, log }
    },
    close: () => thread.close(),
  }
}

function list(bodies: string[]): string {
  return `[${bodies.join(',')}]`
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
