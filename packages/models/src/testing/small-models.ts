import type { Tensor } from '@nabij/vision'
import { graphBuilder } from '@nabij/vision/onnx'

type Metadata = Record<string, string>
interface Answer {
  name: string
  dims: number[]
  data: readonly number[]
}

/**
 * Labels of which the scores are how red, green and blue a picture is, 0 to 1: what goes in decides what comes out.
 * @param dims of the input
 */
export function colourClassifier({
  dims = [1, 3, 8, 8],
  metadata = {},
  name = 'model_output',
  softmax = false,
}: {
  dims?: (number | string)[]
  metadata?: Metadata
  name?: string
  softmax?: boolean
} = {}): Uint8Array {
  const graph = graphBuilder()
  const input = graph.input('data', 'float32', dims)
  const means = graph.node('ReduceMean', [input], { axes: dims[1] === 3 ? [2, 3] : [1, 2], keepdims: 0 })
  graph.output(name, softmax ? graph.node('Softmax', [means], { axis: 1 }) : means, [dims[0] ?? 1, 3])
  return graph.build('colours', metadata)
}

/** Always answers the same, whatever picture goes in; yet it looks at it. */
export function fixedAnswers(
  answers: readonly Answer[],
  {
    dims = [1, 3, 32, 32],
    metadata = {},
    type = 'float32',
  }: { dims?: (number | string)[]; metadata?: Metadata; type?: 'float32' | 'uint8' | 'float16' } = {},
): Uint8Array {
  const graph = graphBuilder()
  const input = graph.input('images', type, dims)
  const seen = type === 'float32' ? input : graph.node('Cast', [input], { to: 1 })
  const mean = graph.node('ReduceMean', [seen], { axes: [0, 1, 2, 3], keepdims: 0 })
  const nothing = graph.node('Mul', [mean, graph.scalar(0)])
  for (const { name, dims: shape, data } of answers) {
    const tensor: Tensor = { type: 'float32', dims: shape, data: Float32Array.from(data) }
    graph.output(name, graph.node('Add', [graph.constant(tensor), nothing]), shape)
  }
  return graph.build('fixed', metadata)
}

/** Rows of numbers in which only some places are not nought. */
export function filled(rows: number, each: number, said: Readonly<Record<number, readonly number[]>>): number[] {
  return Array.from({ length: rows }, (_, n) => Array.from({ length: each }, (__, k) => said[n]?.[k] ?? 0)).flat()
}

/** The same, column by column. */
export function columns(rows: number, each: number, said: Readonly<Record<number, readonly number[]>>): number[] {
  return Array.from({ length: each }, (_, k) => Array.from({ length: rows }, (__, n) => said[n]?.[k] ?? 0)).flat()
}
