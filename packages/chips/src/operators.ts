import type { Chip, ChipOperator, OnnxNode } from '@nabij/base'
import type { Graph } from './graph.ts'
import { holds } from './rules/holds.ts'
import { both, either, type Holds } from './rules/rule.ts'

/** What a chip's documents say of one operator of a model. */
export interface Said {
  node: OnnxNode
  /** unlisted: it is not on the list at all. */
  runs: Holds | 'unlisted'
  known: ChipOperator | null
  /** The rules that do not hold (or of which that is not known). */
  broken: ChipOperator['rules']
}

export function saidOf(graph: Graph, { operators }: Chip): Said[] {
  const list = new Map((operators.value ?? []).map((each) => [each.operator, each]))
  return graph.nodes.map((node) => {
    const known = node.domain === '' ? (list.get(node.operator) ?? null) : null
    if (!known) return { node, runs: 'unlisted', known, broken: [] }
    const answers = known.rules.map((each) => ({ each, holds: holds(each.rule, node, graph) }))
    const also = known.or.map((rule) => holds(rule, node, graph))
    const all = both(...answers.map((answer) => answer.holds))
    const runs = known.or.length === 0 ? all : known.rules.length === 0 ? either(...also) : either(all, ...also)
    const broken = runs === 'yes' ? [] : answers.filter((answer) => answer.holds !== 'yes').map(({ each }) => each)
    return { node, runs, known, broken }
  })
}
