import { asNabijError, NabijError, newId, type Verdict } from '@nabij/base'
import { wasNotTaken } from './blame.ts'
import { type Decision, decide } from './decide.ts'
import type { Limits } from './limits.ts'
import type { Frame, Inspection, RecipeRow, VerdictRecord } from './ports.ts'
import type { StationsPorts } from './stations.ts'
import { tidyName } from './tidy-name.ts'
import { within } from './time.ts'

/** What the walk needs of the station that it belongs to. */
export interface Walk {
  ports: StationsPorts
  limits: Limits
  stationId: string
  /** The recipe of this moment: a picture keeps the one that it started with. Throws when there is none. */
  recipe(): RecipeRow
  /** Throws when nothing may be stored any more. */
  assertOpen(): void
  /** What the executor answered. */
  answered(answer: Inspection | NabijError): void
  /** The verdict is safe on disk; `fresh` is false when its key was stored before. */
  recorded(verdict: Verdict, fresh: boolean): void
}

/**
 * A photo's walk from the picture to the stored verdict: executor.inspect → decide → record → listeners.
 * A picture that the executor did not look at has no verdict: it throws, and whoever brought it may bring it again.
 * (follow-source.ts brings the pictures, lane.ts lets them wait.)
 */
export async function inspectFrame(walk: Walk, frame: Frame): Promise<Verdict> {
  const recipe = walk.recipe()
  const answer = await inspect(walk, recipe, frame.picture)
  walk.answered(answer)
  if (answer instanceof NabijError && wasNotTaken(answer)) throw answer
  const decision = decide(answer, recipe.facts)
  walk.assertOpen()
  return record(walk, recipe, frame, answer, decision)
}

async function inspect(
  { ports, limits }: Walk,
  recipe: RecipeRow,
  picture: Uint8Array,
): Promise<Inspection | NabijError> {
  try {
    const file = { sha256: recipe.sha256, path: ports.blobs.path(recipe.sha256) }
    const answer = ports.executor.inspect(file, picture)
    return await within(ports.timer, limits.patience, answer, () => new NabijError('NABIJ_JUDGING_TIMEOUT'))
  } catch (thrown) {
    return asNabijError(thrown)
  }
}

/** Pictures first, then one transaction: a verdict never points at a picture that is not there. */
async function record(
  walk: Walk,
  recipe: RecipeRow,
  frame: Frame,
  answer: Inspection | NabijError,
  decision: Decision,
): Promise<Verdict> {
  const { ports, stationId } = walk
  const inspection = answer instanceof NabijError ? null : answer
  const [kept, map] = await Promise.all([keep(walk, frame.picture), inspection && keep(walk, inspection.map)])
  walk.assertOpen()
  const row: VerdictRecord = {
    id: newId(),
    stationId,
    recipeId: recipe.id,
    key: frame.key,
    ...decision,
    regions: inspection?.regions ?? [],
    capturedAt: frame.capturedAt,
    recordedAt: ports.clock(),
    name: tidyName(frame.name ?? '') || null,
    width: inspection?.width ?? null,
    height: inspection?.height ?? null,
    frame: kept,
    map,
    truth: frame.truth,
    ms: inspection?.ms ?? null,
  }
  const verdict = await ports.verdicts.record(row)
  walk.recorded(verdict, verdict.id === row.id)
  return verdict
}

/** Hash of the stored picture; null when the disk has no room: the verdict is worth more than its picture. */
async function keep({ ports, stationId }: Walk, bytes: Uint8Array): Promise<string | null> {
  if (ports.disk.state().state === 'full') return null
  try {
    return await ports.blobs.put(bytes)
  } catch (thrown) {
    ports.log('warn', 'a picture could not be kept', { stationId, code: asNabijError(thrown).code })
    return null
  }
}
