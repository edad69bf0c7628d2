import { NabijError, RecipeFacts } from '@nabij/base'
import { factsKey } from './graph/recipe-graph.ts'
import { method } from './method.ts'
import { checkModel } from './onnx/check-model.ts'
import { elementType } from './onnx/graph-builder.ts'
import { decodeModel, hasAtMost, type ModelProto, saysTwice } from './onnx/proto.ts'

const known = 'nabij-inspection/2'
/** A file of format 1 says less about itself and has no `layers`; it judges the same. */
const formats = ['nabij-inspection/1', known]
/** Far above what nabij makes itself (20 MB, 3 thousand parts). */
const most = { bytes: 256 * 2 ** 20, parts: 200_000, text: 1e6, kinds: 50 }

/**
 * Reads and checks a recipe without running it: it may come from anywhere.
 * @throws NabijError NABIJ_RECIPE_DAMAGED, _FOREIGN, _NEWER, _UNSAFE
 */
export function readRecipe(onnx: Uint8Array): RecipeFacts {
  if (onnx.length > most.bytes) throw new NabijError('NABIJ_RECIPE_UNSAFE', { reason: `it has ${onnx.length} bytes` })
  const model = decoded(onnx)
  const facts = factsIn(model)
  if (facts.size !== method.size[facts.mode]) {
    throw new NabijError('NABIJ_RECIPE_FOREIGN', { reason: `pictures of ${facts.size} pixels` })
  }
  checkModel(model, {
    input: { name: 'pixels', elemType: elementType.uint8, dims: [1, facts.size, facts.size, 3] },
    outputs: [
      { name: 'score', dims: [1] },
      { name: 'map', dims: [method.mapSide, method.mapSide] },
    ],
    optional: [
      { name: 'layers', most: 2 },
      { name: 'kinds', most: most.kinds + 1 },
    ],
  })
  return facts
}

function decoded(onnx: Uint8Array): ModelProto {
  try {
    if (!hasAtMost(most.parts, onnx)) throw new NabijError('NABIJ_RECIPE_UNSAFE', { reason: 'it has too many parts' })
    if (saysTwice(onnx)) throw new NabijError('NABIJ_RECIPE_UNSAFE', { reason: 'it says the same thing twice' })
    const model = decodeModel(onnx)
    if (model.graph) return model
  } catch (error) {
    if (error instanceof NabijError) throw error
    throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'it is not an ONNX file' }, error)
  }
  throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'it has no graph' })
}

function factsIn(model: ModelProto): RecipeFacts {
  const text = model.metadataProps.find(({ key }) => key === factsKey)?.value
  if (text === undefined) throw new NabijError('NABIJ_RECIPE_FOREIGN', { reason: 'it says nothing about itself' })
  if (text.length > most.text) {
    throw new NabijError('NABIJ_RECIPE_UNSAFE', { reason: `it says too much about itself (${text.length} characters)` })
  }
  const json = parsed(text)
  const format = (json as { format?: unknown } | null)?.format
  if (typeof format === 'string' && !formats.includes(format) && format.startsWith('nabij-')) {
    throw new NabijError('NABIJ_RECIPE_NEWER', { format: format.slice(0, 60), known })
  }
  const facts = RecipeFacts.safeParse(json)
  if (facts.success) return facts.data
  const place = facts.error.issues[0]?.path.join('.') ?? ''
  throw new NabijError('NABIJ_RECIPE_FOREIGN', { reason: `what it says about itself is wrong (${place || 'all'})` })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
