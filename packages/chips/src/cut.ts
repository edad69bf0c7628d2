import type { OnnxNode } from '@nabij/base'
import type { Graph } from './graph.ts'
import { workOf } from './work.ts'

/** Which operators run on the host before the chip, on the chip, and on the host after it. */
export interface Cut {
  before: ReadonlySet<OnnxNode>
  chip: ReadonlySet<OnnxNode>
  after: ReadonlySet<OnnxNode>
  /** Values that go over from chip to host. */
  at: string[]
  /** Of all multiplications, those on the chip; null where sizes are not known. */
  share: number | null
}

/**
 * A chip runs one piece from the middle of a model. Of what it cannot run, in the order of the model, the first so many go to the
 * beginning, with all that they need, and the others to the end, with all that follows: so many that most work is left on the chip.
 */
export function cutOf(graph: Graph, refused: ReadonlySet<OnnxNode>): Cut {
  const { nodes } = graph
  const work = nodes.map((node) => workOf(node, graph.sizes))
  // An operator counts a little, so that where nothing is multiplied the longer piece stays.
  const weights = work.map((each) => (each ?? 0) + 1)
  const { first, last } = reach(graph, refused)
  const order = [...refused].length
  // A node is on the chip when fewer go to the beginning than the first that it is needed for, and more than the last it follows.
  const gained = new Float64Array(order + 2)
  for (const [n, weight] of weights.entries()) {
    const [from, to] = [(last[n] ?? -1) + 1, Math.min(first[n] ?? order, order)]
    if (from > to) continue
    gained[from] = (gained[from] ?? 0) + weight
    gained[to + 1] = (gained[to + 1] ?? 0) - weight
  }
  let best = { count: 0, weight: -1 }
  let sum = 0
  for (let count = 0; count <= order; count++) {
    sum += gained[count] ?? 0
    if (sum > best.weight) best = { count, weight: sum }
  }
  const before = new Set(nodes.filter((_, n) => (first[n] ?? order) < best.count))
  const after = new Set(nodes.filter((node, n) => !before.has(node) && (last[n] ?? -1) >= best.count))
  const chip = new Set(nodes.filter((node) => !before.has(node) && !after.has(node)))
  const all = work.reduce<number>((total, each) => total + (each ?? 0), 0)
  const on = nodes.reduce((total, node, n) => total + (chip.has(node) ? (work[n] ?? 0) : 0), 0)
  const known = all > 0 && !work.includes(null)
  return { before, chip, after, at: bordersOf(graph, chip, after), share: known ? on / all : null }
}

/** For each node: the first refused one that needs it, and the last refused one that it follows from (itself among them). */
function reach(
  graph: Graph,
  refused: ReadonlySet<OnnxNode>,
): { first: (number | undefined)[]; last: (number | undefined)[] } {
  const places = new Map(graph.nodes.map((node, n) => [node, n]))
  const numbers = new Map([...refused].map((node, n) => [node, n]))
  const last: (number | undefined)[] = []
  for (const node of graph.nodes) {
    const own = numbers.get(node) ?? -1
    const those = node.inputs.map((name) => last[places.get(graph.makerOf(name) as OnnxNode) ?? -1] ?? -1)
    last.push(Math.max(own, ...those))
  }
  const first: (number | undefined)[] = Array.from({ length: graph.nodes.length })
  for (let n = graph.nodes.length - 1; n >= 0; n--) {
    const node = graph.nodes[n] as OnnxNode
    const own = numbers.get(node) ?? Number.POSITIVE_INFINITY
    const those = node.outputs
      .flatMap(graph.readers)
      .map((reader) => first[places.get(reader) ?? -1] ?? Number.POSITIVE_INFINITY)
    first[n] = Math.min(own, ...those)
  }
  return { first, last }
}

function bordersOf(graph: Graph, chip: ReadonlySet<OnnxNode>, after: ReadonlySet<OnnxNode>): string[] {
  if (after.size === 0) return []
  const crossing = [...chip].flatMap(({ outputs }) =>
    outputs.filter((name) => graph.readers(name).some((reader) => after.has(reader))),
  )
  const ends = graph.facts.outputs.filter(({ name }) => chip.has(graph.makerOf(name) as OnnxNode))
  return [...new Set([...crossing, ...ends.map(({ name }) => name)])]
}
