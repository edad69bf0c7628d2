import { NabijError } from '@nabij/base'
import type { ModelRuntime } from '../model-runtime.ts'
import { decodeModel } from '../onnx/proto.ts'
import type { Pixels } from '../picture.ts'
import { readRecipe } from '../read-recipe.ts'
import { networkOf } from './network.ts'
import { observe } from './observe.ts'
import { quantisedGraph } from './quantised-graph.ts'

/**
 * The same recipe with its convolutions in whole numbers: two to three times as fast on a processor that has instructions for
 * it, and a little less exact. Banks, limit and what it says of itself stay as they were.
 * @param pictures as the recipe sees them (viewsOf): what lies within their ranges is told apart, the rest is cut off
 * @throws NabijError NABIJ_RECIPE_…, NABIJ_RECIPE_NO_PHOTOS
 */
export async function quantise(
  onnx: Uint8Array,
  pictures: readonly Pixels[],
  runtime: ModelRuntime,
): Promise<Uint8Array> {
  readRecipe(onnx)
  if (pictures.length === 0) throw new NabijError('NABIJ_RECIPE_NO_PHOTOS')
  const network = networkOf(decodeModel(onnx))
  if (!network) throw new NabijError('NABIJ_RECIPE_FOREIGN', { reason: 'nothing in it to turn into whole numbers' })
  const quantised = quantisedGraph(network, await observe(network, runtime, pictures))
  readRecipe(quantised)
  return quantised
}
