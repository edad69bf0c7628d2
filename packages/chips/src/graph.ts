import type { OnnxFacts, OnnxNode, OnnxValue } from '@nabij/base'
import { nothingKnown, type Size } from './sizes/size.ts'
import { sizesOf } from './sizes/sizes-of.ts'

/** A model as it is walked through. */
export interface Graph {
  facts: OnnxFacts
  /** Operators that make pictures out of pictures: what only makes constants is left out. */
  nodes: readonly OnnxNode[]
  size(name: string | undefined): Size
  /** What reads a value. */
  readers(name: string): readonly OnnxNode[]
  makerOf(name: string): OnnxNode | undefined
  sizes: ReadonlyMap<string, Size>
}

export function graphOf(given: OnnxFacts): Graph {
  const facts = withoutIdentity(given)
  const sizes = sizesOf({ ...facts, inputs: facts.inputs.map(ofOnePicture) })
  const readers = new Map<string, OnnxNode[]>()
  const makers = new Map<string, OnnxNode>()
  for (const node of facts.nodes) {
    for (const name of node.outputs) makers.set(name, node)
    for (const name of new Set(node.inputs)) {
      const known = readers.get(name)
      if (known) known.push(node)
      else readers.set(name, [node])
    }
  }
  return {
    facts,
    sizes,
    // A compiler works out beforehand what does not depend on the picture.
    nodes: facts.nodes.filter(({ outputs }) => !outputs.every((name) => isFixed(sizes.get(name)))),
    size: (name) => sizes.get(name ?? '') ?? nothingKnown,
    readers: (name) => readers.get(name) ?? [],
    makerOf: (name) => makers.get(name),
  }
}

function isFixed(size: Size | undefined): boolean {
  return size !== undefined && (size.constant || size.numbers !== null)
}

/** How many pictures at once is often left open: what is looked at here is one. */
function ofOnePicture(input: OnnxValue): OnnxValue {
  const [first, ...rest] = input.dims ?? []
  return first === null ? { ...input, dims: [1, ...rest] } : input
}

/** What passes a value on as it is falls away in every compiler, and so do the names that it gives. */
function withoutIdentity(facts: OnnxFacts): OnnxFacts {
  const passes = ({ operator, domain }: OnnxNode) => operator === 'Identity' && domain === ''
  const real = new Map<string, string>()
  for (const node of facts.nodes) {
    const [from = '', to = ''] = [node.inputs[0], node.outputs[0]]
    if (passes(node)) real.set(to, real.get(from) ?? from)
  }
  const resolved = (name: string) => real.get(name) ?? name
  return {
    ...facts,
    nodes: facts.nodes.filter((node) => !passes(node)).map((node) => ({ ...node, inputs: node.inputs.map(resolved) })),
    outputs: facts.outputs.map((output) => ({ ...output, name: resolved(output.name) })),
  }
}
