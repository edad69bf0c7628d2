import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import type { RecipeFacts } from '@nabij/base'
import type { Executor, RecipeFile } from '@nabij/stations'
import { readPicture } from '../read-picture.ts'
import type { Call } from '../verb.ts'

/** The command has no server beside it: every core may judge. */
const executors = availableParallelism()

/** Pictures under way: each executor has one that it judges and one that is there when that is done. */
export const width = 2 * executors

/** Runs `work` with executors of its own, and ends them however it ends. */
export async function withExecutors<T>(
  { installation, signal }: Call,
  work: (executor: Executor) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const { executorProgram, model } = installation
  const executor = startExecutorPool({ program: executorProgram, executors, model, log: () => undefined })
  const interrupted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('interrupted')), { once: true })
  })
  try {
    return await Promise.race([work(executor), interrupted])
  } finally {
    await executor.stop()
  }
}

/** Reads and checks the recipe before the first picture is. */
export async function openRecipeFile(
  executor: Executor,
  path: string,
): Promise<{ file: RecipeFile; facts: RecipeFacts }> {
  const bytes = await readPicture(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { sha256, path: resolve(path) }
  return { file, facts: await executor.readRecipe(file.path) }
}
