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
 * A chip runs one piece from the middle of a model. What it cannot run goes to the end (with all that follows from it) or to the
 * beginning (with all that it needs), whichever takes less work off the chip.
 */
export function cutOf(graph: Graph, refused: ReadonlySet<OnnxNode>): Cut {
  const work = new Map(graph.nodes.map((node) => [node, workOf(node, graph.sizes)]))
  const known = [...work.values()].every((each) => each !== null)
  const weigh = (nodes: Iterable<OnnxNode>) => {
    let sum = 0
    // Operators count a little, so that where nothing is multiplied the shorter piece goes.
    for (const node of nodes) sum += (work.get(node) ?? 0) + 1
    return sum
  }
  const before = new Set<OnnxNode>()
  const after = new Set<OnnxNode>()
  for (const node of graph.nodes) {
    if (!refused.has(node) || before.has(node) || after.has(node)) continue
    const needs = reached(node, after, ({ inputs }) => inputs.map(graph.makerOf).filter(isThere), work)
    const follows = reached(node, before, ({ outputs }) => outputs.flatMap(graph.readers), work)
    const first = needs !== null && (follows === null || weigh(needs) < weigh(follows))
    for (const each of (first ? needs : follows) ?? [node]) (first ? before : after).add(each)
  }
  const chip = new Set(graph.nodes.filter((node) => !before.has(node) && !after.has(node)))
  const total = weigh(graph.nodes) - graph.nodes.length
  const on = weigh(chip) - chip.size
  return { before, chip, after, at: bordersOf(graph, chip, after), share: known && total > 0 ? on / total : null }
}

/** A node and all that hangs on it; null when some of that already lies on the other side. */
function reached(
  start: OnnxNode,
  other: ReadonlySet<OnnxNode>,
  next: (node: OnnxNode) => readonly OnnxNode[],
  within: ReadonlyMap<OnnxNode, unknown>,
): ReadonlySet<OnnxNode> | null {
  const found = new Set([start])
  const waiting = [start]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const each of next(node)) {
      if (found.has(each) || !within.has(each)) continue
      if (other.has(each)) return null
      found.add(each)
      waiting.push(each)
    }
  }
  return found
}

function bordersOf(graph: Graph, chip: ReadonlySet<OnnxNode>, after: ReadonlySet<OnnxNode>): string[] {
  if (after.size === 0) return []
  const crossing = [...chip].flatMap(({ outputs }) =>
    outputs.filter((name) => graph.readers(name).some((reader) => after.has(reader))),
  )
  const ends = graph.facts.outputs.filter(({ name }) => chip.has(graph.makerOf(name) as OnnxNode))
  return [...new Set([...crossing, ...ends.map(({ name }) => name)])]
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
