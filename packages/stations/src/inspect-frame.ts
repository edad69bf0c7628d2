import { asNabijError, NabijError, newId, type Rule, type Verdict, type VerdictWord } from '@nabij/base'
import { wasNotTaken } from './blame.ts'
import { type Choice, chooseProduct, type Knowledge } from './choose-product.ts'
import { type Decision, decide } from './decide.ts'
import type { Limits } from './limits.ts'
import type { Frame, Inspection, RecipeRow, VerdictRecord } from './ports.ts'
import type { StationsPorts } from './stations.ts'
import { tidyName } from './tidy-name.ts'
import { within } from './time.ts'

/** What came of a picture, beside its verdict. */
export interface Outcome {
  inspection: Inspection | null
  recipe: RecipeRow | null
  /** The rule that came true with it. */
  came: Rule | null
}

/** What the walk needs of the station that it belongs to. */
export interface Walk {
  ports: StationsPorts
  limits: Limits
  stationId: string
  /** What the station knows at this moment: a picture keeps what it started with. Throws when that is nothing. */
  knowledge(): Knowledge
  /** Throws when nothing may be stored any more. */
  assertOpen(): void
  /** What the executor answered. */
  answered(answer: Inspection | NabijError): void
  /** Who must hear of this verdict, and whether a rule comes true with it. `forget`: it was not stored after all. */
  told(verdict: VerdictWord): Pick<VerdictRecord, 'outputs' | 'alarm'> & { came: Rule | null; forget(): void }
  /** The verdict is safe on disk; `fresh` is false when its key was stored before. */
  recorded(verdict: Verdict, fresh: boolean, outcome: Outcome): void
}

/**
 * A photo's walk from the picture to the stored verdict: which product → executor.inspect → decide → record → listeners.
 * A picture that the executor did not look at has no verdict: it throws, and whoever brought it may bring it again.
 * (follow-source.ts brings the pictures, lane.ts lets them wait.)
 */
export async function inspectFrame(walk: Walk, frame: Frame): Promise<Verdict> {
  const knowledge = walk.knowledge()
  const choice = await chooseProduct(knowledge, frame, {
    codes: (picture) => patiently(walk, walk.ports.executor.codes(picture)),
    inspect: (recipe, picture) => inspect(walk, recipe, picture),
  })
  const answer = await answerTo(walk, choice, frame.picture)
  walk.answered(answer)
  if (answer instanceof NabijError && wasNotTaken(answer)) throw answer
  const decision = decide(answer, choice.recipe?.facts ?? { limit: null }, knowledge.settings)
  walk.assertOpen()
  return record(walk, choice, frame, answer, decision)
}

async function answerTo(walk: Walk, { answer, recipe }: Choice, picture: Uint8Array): Promise<Inspection | NabijError> {
  if (answer) return answer
  return recipe ? inspect(walk, recipe, picture) : new NabijError('NABIJ_PRODUCT_UNCLEAR')
}

async function inspect(walk: Walk, recipe: RecipeRow, picture: Uint8Array): Promise<Inspection | NabijError> {
  const { executor, blobs } = walk.ports
  try {
    const file = { sha256: recipe.sha256, path: blobs.path(recipe.sha256) }
    return await patiently(walk, executor.inspect(file, picture))
  } catch (thrown) {
    return asNabijError(thrown)
  }
}

function patiently<T>({ ports, limits }: Walk, work: Promise<T>): Promise<T> {
  return within(ports.timer, limits.patience, work, () => new NabijError('NABIJ_JUDGING_TIMEOUT'))
}

/** Pictures first, then one transaction: a verdict never points at a picture that is not there. */
async function record(
  walk: Walk,
  { recipe, productId }: Choice,
  frame: Frame,
  answer: Inspection | NabijError,
  decision: Decision,
): Promise<Verdict> {
  const { ports, stationId } = walk
  const inspection = answer instanceof NabijError ? null : answer
  const [kept, map, thumb] = await Promise.all([
    keep(walk, frame.picture),
    inspection && keep(walk, inspection.map),
    inspection && keep(walk, inspection.thumb),
  ])
  walk.assertOpen()
  const { came, forget, outputs, alarm } = walk.told(decision.verdict)
  const row: VerdictRecord = {
    id: newId(),
    stationId,
    recipeId: recipe?.id ?? null,
    key: frame.key,
    ...decision,
    regions: inspection?.regions ?? [],
    layers: inspection?.layers ?? null,
    kind: decision.verdict === 'pass' ? null : (inspection?.kind ?? null),
    productId,
    capturedAt: frame.capturedAt,
    recordedAt: ports.clock(),
    name: tidyName(frame.name ?? '') || null,
    width: inspection?.width ?? null,
    height: inspection?.height ?? null,
    frame: kept,
    map,
    thumb,
    truth: frame.truth,
    ms: inspection?.ms ?? null,
    outputs,
    alarm,
  }
  const verdict = await ports.verdicts.record(row).catch((thrown: unknown) => {
    forget()
    throw thrown
  })
  const fresh = verdict.id === row.id
  if (!fresh) forget()
  walk.recorded(verdict, fresh, { inspection, recipe, came: fresh ? came : null })
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
