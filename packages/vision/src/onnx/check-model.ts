import { NabijError } from '@nabij/base'
import type { AttributeProto, ModelProto, NodeProto, TensorProto, ValueInfoProto } from './proto.ts'
import { type Attributes, intsOf, type Known, product, ShapeFault, shapeRules } from './shape-rules.ts'

/** Well above what nabij makes itself: 150 nodes, 20 MB, values of 10 and 50 million numbers, a work of 23e9. */
const most = {
  nodes: 1000,
  tensors: 1000,
  tensorBytes: 100e6,
  dimensions: 6,
  /** Numbers in one value, and in all values together. */
  value: 25e6,
  values: 120e6,
  /** Multiplications of a matrix product, or what takes as long: some seconds of one slow core. */
  work: 100e9,
} as const
/** Fetching a number and putting it away takes as long as so many multiplications (5 ns beside 0.025 ns measured). */
const workPerNumber = 200

/** ONNX's numbers of what an attribute is. */
const attributeType = { int: 2, ints: 7 } as const
const bytesPer: Record<number, number> = { 1: 4, 2: 1, 3: 1, 6: 4, 7: 8 }

export interface Signature {
  input: { name: string; elemType: number; dims: number[] }
  outputs: { name: string; dims: number[] }[]
  /** Outputs that may be there: a list of at most so many numbers. */
  optional?: { name: string; most: number }[]
}

/**
 * Proves without running it that a graph is harmless: known operators only, nothing outside the file, every size
 * known and bounded, and exactly this signature.
 * @throws NabijError NABIJ_RECIPE_UNSAFE
 */
export function checkModel(model: ModelProto, signature: Signature): void {
  const { graph } = model
  refuseIf(model.functions.length > 0, 'it brings functions of its own')
  refuseIf(
    model.opsetImport.length !== 1 ||
      (model.opsetImport[0]?.domain ?? '') !== '' ||
      model.opsetImport[0]?.version !== 17,
    'it wants another set of operators than ONNX 17',
  )
  refuseIf(graph.sparseInitializer.length > 0, 'it has sparse tensors')
  refuseIf(graph.node.length > most.nodes || graph.initializer.length > most.tensors, 'it has too many parts')
  checkInput(graph.input, signature)
  const values = new Map<string, Known>([[signature.input.name, { dims: signature.input.dims }]])
  checkTensors(graph.initializer, values)
  checkNodes(graph.node, values)
  checkOutputs(graph.output, signature, values)
}

function checkInput(inputs: ValueInfoProto[], { input }: Signature): void {
  const type = inputs[0]?.type?.tensorType
  const dims = type?.shape?.dim.map(({ dimValue }) => dimValue)
  const fits = inputs.length === 1 && inputs[0]?.name === input.name && type?.elemType === input.elemType
  refuseIf(!fits || dims?.join() !== input.dims.join(), `its input is not ${input.name} [${input.dims.join(', ')}]`)
}

function checkTensors(tensors: TensorProto[], values: Map<string, Known>): void {
  let bytes = 0
  for (const tensor of tensors) {
    refuseIf(tensor.externalData.length > 0 || (tensor.dataLocation ?? 0) !== 0, 'it reads data from other files')
    const size = bytesPer[tensor.dataType]
    refuseIf(size === undefined, `it has a tensor of type ${tensor.dataType}`)
    checkDims(tensor.dims)
    const length = tensor.rawData?.length ?? 0
    const listed = tensor.dataType === 7 ? tensor.int64Data.length : tensor.floatData.length
    const count = length > 0 ? length / (size ?? 1) : listed
    refuseIf(count !== product(tensor.dims), 'the size of a tensor is not that of its data')
    bytes += product(tensor.dims) * (size ?? 1)
    refuseIf(bytes > most.tensorBytes, 'its tensors are too large')
    const ints = intsOf(tensor)
    define(values, tensor.name, { dims: tensor.dims, ...(ints && { ints }) })
  }
}

function checkNodes(nodes: NodeProto[], values: Map<string, Known>): void {
  let numbers = 0
  let work = 0
  for (const node of nodes) {
    const { outputs, cost } = outcome(node, values)
    refuseIf(node.output.length !== outputs.length, `an operator with ${node.output.length} results (${node.opType})`)
    for (const name of node.input) work += workPerNumber * product(values.get(name)?.dims ?? [])
    for (const [n, dims] of outputs.entries()) {
      checkDims(dims)
      numbers += product(dims)
      work += workPerNumber * product(dims)
      define(values, node.output[n] ?? '', { dims })
    }
    work += cost
    refuseIf(numbers > most.values || work > most.work, 'it would need too much memory or time')
  }
}

function outcome(node: NodeProto, values: Map<string, Known>) {
  const name = node.opType ?? ''
  const rule = Object.hasOwn(shapeRules, name) ? shapeRules[name] : undefined
  if (!rule || (node.domain ?? '') !== '') return refuse(`an operator that recipes do not have (${name.slice(0, 40)})`)
  refuseIf(
    node.attribute.some(({ g, graphs, t }) => g || t || graphs?.length),
    'it has graphs within graphs',
  )
  const inputs = node.input.map((input) => values.get(input) ?? refuse(`an input that nothing makes (${name})`))
  const attributes = attributesOf(node.attribute)
  try {
    const result = rule(inputs, attributes)
    // One that its rule does not look at may change the result's size (auto_pad), so there is none.
    const unseen = node.attribute.find((each) => !attributes.seen.has(each.name ?? ''))
    if (unseen) return refuse(`an attribute that recipes do not have (${name}, ${unseen.name?.slice(0, 40)})`)
    return result
  } catch (error) {
    if (error instanceof ShapeFault) return refuse(`sizes that do not fit (${error.message})`)
    throw error
  }
}

function checkOutputs(outputs: ValueInfoProto[], signature: Signature, values: Map<string, Known>): void {
  const { optional = [] } = signature
  const names = outputs.map(({ name }) => name)
  const wanted = signature.outputs.map(({ name }) => name)
  const more = names.filter((name) => !wanted.includes(name))
  const known = more.every((name) => optional.some((each) => each.name === name))
  refuseIf(
    !known || new Set(names).size !== names.length || names.length - more.length !== wanted.length,
    `its outputs are not ${wanted.toSorted().join(' and ')}`,
  )
  for (const { name, most } of optional.filter((each) => names.includes(each.name))) {
    const dims = values.get(name)?.dims ?? []
    refuseIf(dims.length !== 1 || (dims[0] ?? 0) > most, `its output ${name} is no list of at most ${most} numbers`)
  }
  for (const { name, dims } of signature.outputs) {
    refuseIf(values.get(name)?.dims.join() !== dims.join(), `its output ${name} is not [${dims.join(', ')}]`)
  }
}

function checkDims(dims: number[]): void {
  const fine = dims.length <= most.dimensions && dims.every((dim) => Number.isSafeInteger(dim) && dim > 0)
  refuseIf(!fine || product(dims) > most.value, 'a tensor of an impossible size')
}

function define(values: Map<string, Known>, name: string, known: Known): void {
  refuseIf(name === '' || values.has(name), 'two values with the same name')
  values.set(name, known)
}

function attributesOf(attributes: AttributeProto[]): Attributes & { seen: Set<string> } {
  const seen = new Set<string>()
  return {
    seen,
    // A zero is not written into the file: what is there without a number is zero, not what it is when it is not there.
    int: (name, otherwise) => (find(name, attributeType.int) ?? { i: otherwise }).i ?? 0,
    ints: (name, otherwise) => (find(name, attributeType.ints) ?? { ints: otherwise }).ints ?? [],
  }

  function find(name: string, type: number): AttributeProto | undefined {
    seen.add(name)
    const [found, ...more] = attributes.filter((each) => each.name === name)
    if (more.length > 0 || (found && found.type !== type)) throw new ShapeFault(name)
    return found
  }
}

function refuseIf(unsafe: boolean, reason: string): void {
  if (unsafe) refuse(reason)
}

function refuse(reason: string): never {
  throw new NabijError('NABIJ_RECIPE_UNSAFE', { reason })
}
