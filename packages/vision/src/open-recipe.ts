import { NabijError, type RecipeFacts } from '@nabij/base'
import { wholeOf } from './care/normal.ts'
import type { Judgement } from './inspection.ts'
import { floats } from './learning/tensors.ts'
import { type Decoding, decodingFor, type View, viewsOf } from './locate/index.ts'
import { method } from './method.ts'
import type { ModelRuntime, Tensor } from './model-runtime.ts'
import type { Pixels } from './picture.ts'
import { readRecipe } from './read-recipe.ts'
import { regionsOf } from './regions.ts'
import { type Seen, together, withoutIgnored } from './together.ts'

/** A recipe that is loaded and ready. One picture at a time. */
export interface OpenRecipe {
  readonly facts: RecipeFacts
  /**
   * @param pixels decoded as `decoding` says
   * @throws NabijError NABIJ_RECIPE_RUN_FAILED
   */
  judge(pixels: Pixels): Promise<Judgement & { ms: { locate: number; model: number } }>
  /** How a picture must be decoded for it. */
  readonly decoding: Decoding
  close(): Promise<void>
}

/**
 * Checks the recipe, then loads it.
 * @param now milliseconds of a clock that only goes forward, to time the steps
 * @throws NabijError NABIJ_RECIPE_…
 */
export async function openRecipe(
  onnx: Uint8Array,
  runtime: ModelRuntime,
  now: () => number = () => 0,
): Promise<OpenRecipe> {
  const facts = readRecipe(onnx)
  const model = await runtime.load(onnx)
  return {
    facts,
    decoding: decodingFor(facts),
    async judge(pixels) {
      const begin = now()
      const views = viewsOf(pixels, facts)
      const located = now()
      const judged: { view: View; seen: Seen }[] = []
      for (const view of views) judged.push({ view, seen: await see(view) })
      const ms = { locate: facts.locate ? located - begin : 0, model: now() - (facts.locate ? located : begin) }
      const [first] = judged
      const asItIs = first && !first.view.part && !decodingFor(facts).region
      return asItIs ? { ...first.seen, parts: [], ms } : { ...together(judged), ms }
    },
    close: () => model.close(),
  }

  async function see(view: View): Promise<Seen> {
    const { width, height, data } = view.pixels
    const outputs = await model.run({ pixels: { type: 'uint8', dims: [1, height, width, 3], data } })
    const score = floats(outputs, 'score')[0] ?? Number.NaN
    // Weights from elsewhere may overflow: no number is no judgement.
    if (!(score >= 0 && score <= 1)) throw new NabijError('NABIJ_RECIPE_RUN_FAILED', { reason: `score ${score}` })
    const whole = { width: method.mapSide, height: method.mapSide, data: floats(outputs, 'map') }
    const map = withoutIgnored(whole, view, facts.ignore)
    const regions = regionsOf(map, regionLimit(facts, score, map.data))
    return { score, map, regions, layers: layersIn(outputs, whole.data), kind: kindIn(outputs, facts) }
  }
}

function layersIn({ layers }: Record<string, Tensor>, map: Float32Array): Judgement['layers'] {
  const [local, semantic] = layers ? (layers.data as Float32Array) : []
  return local === undefined ? null : { local, semantic: semantic ?? null, whole: wholeOf(map) }
}

/** The likeliest kind; none when "like none of them", the last share, is the largest. */
function kindIn({ kinds }: Record<string, Tensor>, facts: RecipeFacts): Judgement['kind'] {
  if (!kinds) return null
  const shares = [...(kinds.data as Float32Array)]
  const confidence = Math.max(...shares)
  const name = facts.kinds[shares.indexOf(confidence)]?.name
  return name === undefined || !(confidence <= 1) ? null : { name, confidence }
}

/**
 * Height of the map from which a place is shown. Around a large defect everything is a little unlike, so only what
 * reaches half of the highest place counts; and a part that fails always shows where, even below the map limit.
 */
function regionLimit({ limit, mapLimit }: RecipeFacts, score: number, map: Float32Array): number {
  const peak = map.reduce((a, b) => Math.max(a, b), 0)
  const fails = limit !== null && score > limit
  return Math.max(fails ? Math.min(mapLimit, 0.9 * peak) : mapLimit, 0.5 * peak)
}
