import type { ModelProto, NodeProto, TensorProto } from '../onnx/proto.ts'

/** The convolutions of a model and what lies between them: what can be computed in whole numbers. */
export interface Network {
  model: ModelProto
  convolutions: readonly NodeProto[]
  /** Values that go from one whole-number operator into another, each with whoever makes it. */
  between: readonly string[]
  maker(name: string): NodeProto | undefined
  readers(name: string): readonly NodeProto[]
  constant(name: string | undefined): TensorProto | undefined
}

/** Null when there is nothing in it that could be faster in whole numbers. */
export function networkOf(model: ModelProto): Network | null {
  const { node, initializer } = model.graph
  const makers = new Map(node.flatMap((each) => each.output.map((name) => [name, each] as const)))
  const constants = new Map(initializer.map((tensor) => [tensor.name, tensor]))
  const readersOf = Map.groupBy(
    node.flatMap((each) => [...new Set(each.input)].map((name) => ({ name, each }))),
    ({ name }) => name,
  )
  const readers = (name: string) => (readersOf.get(name) ?? []).map(({ each }) => each)
  const convolutions = node.filter(({ opType, input }) => opType === 'Conv' && constants.has(input[1] ?? ''))
  // Values that a convolution reads, and that another one made: the picture itself stays as it is.
  const made = (name: string): boolean => {
    const maker = makers.get(name)
    if (!maker) return false
    if (maker.opType === 'Conv') return true
    if (maker.opType === 'Clip') return made(maker.input[0] ?? '')
    return maker.opType === 'Add' && maker.input.every(made)
  }
  const sums = node.filter(({ opType, output }) => opType === 'Add' && made(output[0] ?? ''))
  const between = new Set(
    [...convolutions.map(({ input }) => input[0] ?? ''), ...sums.flatMap(({ input }) => input)].filter(made),
  )
  if (convolutions.length < 2 || between.size === 0) return null
  return {
    model,
    convolutions,
    between: [...between],
    maker: (name) => makers.get(name),
    readers,
    constant: (name) => constants.get(name ?? ''),
  }
}

export function numbersOf({ rawData, floatData }: TensorProto): Float32Array {
  // A copy: the bytes in a file lie at any place, and numbers only at every fourth.
  return rawData && rawData.length > 0 ? new Float32Array(new Uint8Array(rawData).buffer) : Float32Array.from(floatData)
}
