import type { Reads } from './calls/index.ts'
import { databaseThread } from './worker-client.ts'
import { databaseProgram } from './worker-program.ts'

/** A database file that nothing changes, read in a thread of its own. */
export interface DatabaseCopy {
  /** Hashes of all files that its rows refer to, each once, in order. */
  blobs(): AsyncIterable<string>
  close(): Promise<void>
}

const page = 1000

/**
 * Makes a consistent, compact copy of the database, also while others write to it; the copy is on disk when it
 * returns. A half copy stays behind when it throws.
 */
export async function copyDatabase(path: string, copy: string, program = databaseProgram()): Promise<DatabaseCopy> {
  const thread = databaseThread<Reads>(program, { path, role: 'copier', copy })
  await thread.opened()
  return {
    async *blobs() {
      let after = ''
      for (;;) {
        const hashes = await thread.call('referencedAfter', after, page)
        yield* hashes
        const last = hashes.at(-1)
        if (last === undefined) return
        after = last
      }
    },
    close: () => thread.close(),
  }
}
