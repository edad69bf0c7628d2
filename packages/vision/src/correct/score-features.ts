import type { RecipeFacts } from '@nabij/base'
import { sideOf } from '../graph/corrected-graph.ts'
import type { RecipeBranch } from '../graph/read-branches.ts'
import { asTensor, floats } from '../learning/tensors.ts'
import type { Model } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import type { ModelProto } from '../onnx/proto.ts'
import type { PartFeatures } from './views.ts'

/** What a recipe's own graph makes of features, from where they are taken on: with all that a person said of it. */
export function scoreGraph(model: ModelProto, branches: RecipeBranch[], facts: RecipeFacts): Uint8Array {
  const graph = graphBuilder('scored_')
  for (const branch of branches) graph.input(branch.raw, 'float32', [sideOf(branch, facts) ** 2, branch.width])
  const given = new Set(branches.map(({ raw }) => raw))
  const node = model.graph.node.filter(({ output }) => !output.some((name) => given.has(name)))
  graph.include({ ...model, graph: { ...model.graph, node, input: [] } })
  graph.output('scored', 'score', [1])
  return graph.build('score')
}

/** The score of a picture by that graph: of its worst part; null when it has none. */
export async function scoreFeatures(
  graph: Model,
  branches: RecipeBranch[],
  parts: PartFeatures[],
): Promise<number | null> {
  let worst: number | null = null
  for (const { local, semantic } of parts) {
    const inputs = branches.map(({ raw, width }, n) => [raw, asTensor({ width, data: n === 0 ? local : semantic })])
    const [score = Number.NaN] = floats(await graph.run(Object.fromEntries(inputs)), 'scored')
    worst = Math.max(worst ?? 0, score)
  }
  return worst
}
