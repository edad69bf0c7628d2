import { type ModelReading, NabijError } from '@nabij/base'
import { decodeModel, hasAtMost, type ModelProto, saysTwice } from '@nabij/vision/onnx'
import { type CheckedGraph, checkGraph } from './check/check-graph.ts'
import { hintsOf, type Texts } from './recognise/hints.ts'
import { recognise } from './recognise/recognise.ts'

/** Bytes of a file; and fields in it, for each becomes an object (weights are one field). */
const most = { bytes: 512 * 2 ** 20, parts: 1_000_000, text: 1e6 } as const

const typeNames: Record<number, ModelReading['inputs'][number]['type']> = {
  1: 'float32',
  2: 'uint8',
  6: 'int32',
  7: 'int64',
  10: 'float16',
}

/**
 * Reads and checks a model from anywhere, without running it, and says what it is and why.
 * @throws NabijError NABIJ_MODEL_DAMAGED, _UNSAFE, _DYNAMIC
 */
export function readModel(onnx: Uint8Array, texts: Texts = {}): ModelReading {
  const model = decoded(onnx)
  const metadata = Object.fromEntries(
    model.metadataProps.flatMap(({ key, value }) => (key && value && value.length <= most.text ? [[key, value]] : [])),
  )
  const hints = hintsOf(metadata, texts)
  const graph = checkGraph(model, hints.sides)
  return {
    inputs: graph.inputs.map(valueOf),
    outputs: graph.outputs.map(valueOf),
    opset: graph.opset,
    work: graph.work,
    ...recognise(graph, hints),
  }
}

function valueOf({ name, type, dims }: CheckedGraph['inputs'][number]): ModelReading['inputs'][number] {
  return { name, type: typeNames[type] ?? 'other', dims }
}

function decoded(onnx: Uint8Array): ModelProto {
  if (onnx.length > most.bytes)
    throw new NabijError('NABIJ_MODEL_UNSAFE', { reason: `it has more than ${most.bytes / 2 ** 20} MiB` })
  try {
    if (!hasAtMost(most.parts, onnx)) throw new NabijError('NABIJ_MODEL_UNSAFE', { reason: 'it has too many parts' })
    if (saysTwice(onnx)) throw new NabijError('NABIJ_MODEL_UNSAFE', { reason: 'it says the same thing twice' })
    const model = decodeModel(onnx)
    if (model.graph) return model
  } catch (error) {
    if (error instanceof NabijError) throw error
    throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: 'it is no ONNX file' }, error)
  }
  throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: 'it has no graph' })
}
