import { NabijError } from '@nabij/base'
import type { ModelProto, NodeProto, TensorProto, ValueInfoProto } from '@nabij/vision/onnx'
import { GraphFault, need } from './graph-fault.ts'
import { inOrder } from './in-order.ts'
import { bytesOfType, type Known, product, type Rule } from './known.ts'
import { viewOf } from './node-view.ts'
import { plainRules } from './plain-rules.ts'
import { shapeRules } from './shape-rules.ts'
import { knownTensor } from './tensor.ts'
import { windowRules } from './window-rules.ts'

/** The largest models that are in use for this (YOLOv8x: 129e9 multiplications, 270 MB) stay below it. */
const most = {
  nodes: 10_000,
  tensors: 20_000,
  ends: 64,
  dimensions: 8,
  /** Numbers in one value, and in all values together. */
  value: 150e6,
  values: 2e9,
  work: 400e9,
} as const
const opsets = { first: 7, last: 23 } as const

/** Operators that only hand on what they are given, in another form. */
const onward: ReadonlySet<string> = new Set([
  'Cast',
  'Flatten',
  'Identity',
  'Reshape',
  'Squeeze',
  'Transpose',
  'Unsqueeze',
])

const rules: Readonly<Record<string, Rule>> = { ...plainRules, ...windowRules, ...shapeRules }

/** What goes in and comes out, with one picture at a time. */
export interface CheckedGraph {
  opset: number
  inputs: (Known & { name: string })[]
  outputs: (Known & { name: string })[]
  /** The operator that works each value out. */
  madeBy: Record<string, string>
  work: number
}

/**
 * Proves without running it that a graph is harmless: known operators only, nothing outside the file, every size known
 * and bounded. Sides that are open are one (the number of pictures), or what `sides` says.
 * @param sides height and width, where the file itself says them elsewhere
 * @throws NabijError NABIJ_MODEL_UNSAFE, NABIJ_MODEL_DYNAMIC
 */
export function checkGraph(model: ModelProto, sides: readonly [number, number] | null): CheckedGraph {
  try {
    return checked(model, sides)
  } catch (error) {
    if (error instanceof GraphFault) throw new NabijError('NABIJ_MODEL_UNSAFE', { reason: error.message }, error)
    throw error
  }
}

function checked(model: ModelProto, sides: readonly [number, number] | null): CheckedGraph {
  const { graph } = model
  need(model.functions.length === 0, 'it brings operators of its own')
  const [usual, ...others] = model.opsetImport.toSorted((a, b) => (a.domain ?? '').length - (b.domain ?? '').length)
  const foreign = [usual, ...others].find((each) => each && !isUsual(each.domain) && isUsed(graph.node, each.domain))
  need(!foreign, `it needs operators of ${foreign?.domain.slice(0, 60)}`)
  const opset = usual && isUsual(usual.domain) ? usual.version : 0
  need(
    opset >= opsets.first && opset <= opsets.last,
    `it is of ONNX ${opset}, known are ${opsets.first} to ${opsets.last}`,
  )
  need(graph.sparseInitializer.length === 0, 'it has sparse tensors')
  need(
    graph.node.length > 0 && graph.node.length <= most.nodes && graph.initializer.length <= most.tensors,
    'it has too many parts, or none',
  )
  const values = new Map<string, Known>()
  for (const tensor of graph.initializer) define(values, tensor.name, tensorOf(tensor))
  // Files of old list their weights among the inputs as well.
  const inputs = graph.input
    .filter(({ name }) => !values.has(name))
    .map((value) => ({ name: value.name, ...inputOf(value, sides) }))
  need(
    inputs.length > 0 && inputs.length <= most.ends && graph.output.length > 0 && graph.output.length <= most.ends,
    'it has no inputs or outputs, or too many',
  )
  for (const { name, ...known } of inputs) define(values, name, known)
  const nodes = inOrder(graph.node, new Set(values.keys()))
  const { madeBy, work } = checkNodes(nodes, values, opset)
  const outputs = graph.output.map(({ name }) => {
    const known = values.get(name)
    need(known !== undefined, 'an output that nothing makes')
    return { name, type: known.type, dims: known.dims }
  })
  return { opset, inputs, outputs, madeBy, work }
}

function inputOf({ name, type }: ValueInfoProto, sides: readonly [number, number] | null): Known {
  const { elemType = 0, shape } = type?.tensorType ?? {}
  need(elemType in bytesOfType, `its input ${name.slice(0, 60)} is no list of numbers`)
  const asked = shape?.dim?.map(({ dimValue }) => (dimValue !== undefined && dimValue > 0 ? dimValue : null)) ?? null
  if (!asked) throw new NabijError('NABIJ_MODEL_DYNAMIC', { value: name.slice(0, 60), dims: '?' })
  // One picture at a time; height and width where the file says them: of channels first, or last.
  const places = asked[1] === null || (asked[1] ?? 0) > 4 ? [1, 2] : [2, 3]
  const open = asked.map(
    (dim, n) =>
      dim ?? (n === 0 ? 1 : asked.length === 4 && sides && places.includes(n) ? sides[n - (places[0] ?? 0)] : null),
  )
  const dims = open.filter((dim) => typeof dim === 'number')
  if (dims.length < open.length)
    throw new NabijError('NABIJ_MODEL_DYNAMIC', {
      value: name.slice(0, 60),
      dims: asked.map((dim) => dim ?? '?').join(' × '),
    })
  checkDims(dims)
  return { type: elemType, dims }
}

function tensorOf(tensor: TensorProto): Known {
  checkDims(tensor.dims)
  return knownTensor(tensor)
}

function checkNodes(nodes: NodeProto[], values: Map<string, Known>, opset: number) {
  const madeBy: Record<string, string> = {}
  let numbers = 0
  let work = 0
  for (const node of nodes) {
    const name = node.opType ?? ''
    const rule = isUsual(node.domain) && Object.hasOwn(rules, name) ? rules[name] : undefined
    if (!rule)
      throw new GraphFault(
        `it has an operator that nabij does not run (${[node.domain, name].filter(Boolean).join('.').slice(0, 60)})`,
      )
    const inputs = node.input.map((input) => {
      const known = values.get(input)
      need(input === '' || known !== undefined, `an input that nothing makes (${name})`)
      return known
    })
    const { outputs, work: cost } = outcome(rule, inputs, node, opset)
    const loose = inputs.some((input) => input?.loose)
    need(node.output.length <= outputs.length, `more results than there are (${name})`)
    for (const [n, output] of node.output.entries()) {
      const known = outputs[n]
      if (output === '' || !known) continue
      checkDims(known.dims)
      numbers += product(known.dims)
      define(values, output, loose ? { ...known, loose } : known)
      madeBy[output] = (onward.has(name) && madeBy[node.input[0] ?? '']) || name
    }
    work += cost
    need(numbers <= most.values && work <= most.work, 'it would need too much memory or time')
  }
  return { madeBy, work }
}

function outcome(rule: Rule, inputs: (Known | undefined)[], node: NodeProto, opset: number) {
  try {
    return rule(inputs, viewOf(node, opset))
  } catch (error) {
    if (error instanceof GraphFault) throw new GraphFault(`${node.opType}: ${error.message}`)
    throw error
  }
}

function checkDims(dims: number[]): void {
  const fine = dims.length <= most.dimensions && dims.every((dim) => Number.isSafeInteger(dim) && dim >= 0)
  need(fine && product(dims) <= most.value, 'it has a value of an impossible size')
}

function define(values: Map<string, Known>, name: string, known: Known): void {
  need(name !== '' && !values.has(name), 'it has two values of the same name')
  values.set(name, known)
}

function isUsual(domain: string | undefined): boolean {
  return domain === undefined || domain === '' || domain === 'ai.onnx'
}

/** A set of operators may be asked for that nothing uses: converters do so. */
function isUsed(nodes: NodeProto[], domain: string): boolean {
  return nodes.some((node) => node.domain === domain)
}
