import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RecipeFacts, usualSettings } from '@nabij/base'
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
  const facts = await executor.teach({ photos, locate: usualSettings.locate }, path, () => undefined, signal)
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
    answers.push(await executor.inspect(recipe, await readFile(file)))
  }
  return answers
}
