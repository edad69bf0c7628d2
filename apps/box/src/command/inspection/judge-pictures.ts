import { asNabijError, type NabijError, type RecipeFacts } from '@nabij/base'
import { decide, type Executor, type Inspection, type RecipeFile } from '@nabij/stations'
import { readPicture } from '../read-picture.ts'
import { width } from './executors.ts'
import { pipelined } from './pipelined.ts'

/** What became of one picture: judged, or why not. */
export type Judged =
  | { file: string; inspection: Inspection; decision: ReturnType<typeof decide>; error: null }
  | { file: string; inspection: null; decision: null; error: NabijError }

/** Judges pictures one after the other, several under way at once; one that cannot be read is told, not fatal. */
export function judgePictures(
  executor: Executor,
  recipe: { file: RecipeFile; facts: RecipeFacts },
  files: readonly string[],
): AsyncGenerator<Judged> {
  return pipelined(files, width, async (file) => {
    try {
      const inspection = await executor.inspect(recipe.file, await readPicture(file))
      return { file, inspection, decision: decide(inspection, recipe.facts), error: null }
    } catch (error) {
      return { file, inspection: null, decision: null, error: asNabijError(error) }
    }
  })
}
