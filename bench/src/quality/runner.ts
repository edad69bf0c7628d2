import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError, type RecipeFacts, usualSettings } from '@nabij/base'
import type { Executor, Inspection, RecipeFile } from '@nabij/stations'

/** What a draw needs of the bench. */
export interface Bench {
  executor: Executor
  folder: string
  signal: AbortSignal
}

/** One recipe taught by an executor, from files. */
export interface Taught {
  recipe: RecipeFile
  facts: RecipeFacts
  ms: number
}

/** Teaches as the box does: through the port, in a process of its own, with the usual settings. */
export async function teachFiles(
  executor: Executor,
  files: string[],
  out: { folder: string; name: string },
  signal: AbortSignal,
): Promise<Taught> {
  const photos = files.map((path, index) => ({ id: `${index}`, path, label: 'good' as const, kind: null }))
  const path = join(out.folder, out.name)
  const begin = performance.now()
  const facts = await executor
    .teach({ photos, locate: usualSettings.locate }, path, () => undefined, signal)
    .catch((error: unknown) => {
      const photo = error instanceof NabijError ? Number(error.params['photo']) : Number.NaN
      throw unreadable(error, files[photo - 1])
    })
  const ms = performance.now() - begin
  return { recipe: { path, sha256: hash('sha256', await readFile(path)) }, facts, ms }
}

/** Judges one after the other, bytes to verdict, as a station with one camera would. */
export async function judgeFiles(
  executor: Executor,
  recipe: RecipeFile,
  files: string[],
  signal: AbortSignal,
): Promise<Inspection[]> {
  const answers: Inspection[] = []
  for (const file of files) {
    signal.throwIfAborted()
    const answer = executor.inspect(recipe, await readFile(file))
    answers.push(
      await answer.catch((error: unknown) => {
        throw unreadable(error, file)
      }),
    )
  }
  return answers
}

/** Among hundreds of pictures somebody wants to know which one it is. */
function unreadable(error: unknown, path: string | undefined): unknown {
  if (!(error instanceof NabijError) || !error.code.startsWith('NABIJ_PICTURE_') || path === undefined) return error
  return new NabijError('NABIJ_COMMAND_FILE', { path, reason: error.code }, error)
}
