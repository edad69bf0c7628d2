import { addLocalFeatures, addSemanticFeatures } from '../graph/features.ts'
import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import type { ModelProto } from '../onnx/proto.ts'
import type { Pixels } from '../picture.ts'
import { floats } from './tensors.ts'

/** The features of one picture, as rows of method.localWidth and method.semanticWidth. */
export interface Features {
  local: Float32Array
  semantic: Float32Array
}

export interface FeaturesModel {
  features(pixels: Pixels): Promise<Features>
  close(): Promise<void>
}

/** The backbone with the branches' features on top; without `semantic` the deeper stages are not even computed. */
export async function openFeatures(
  runtime: ModelRuntime,
  backbone: ModelProto,
  { blur, semantic }: { blur: boolean; semantic: boolean },
): Promise<FeaturesModel> {
  const graph = graphBuilder()
  graph.include(backbone)
  graph.output('local', addLocalFeatures(graph, blur), ['rows', method.localWidth])
  if (semantic) graph.output('semantic', addSemanticFeatures(graph), ['deepRows', method.semanticWidth])
  const model = await runtime.load(graph.build('features'))
  return {
    async features({ width, height, data }) {
      const outputs = await model.run({ pixels: { type: 'uint8', dims: [1, height, width, 3], data } })
      return { local: floats(outputs, 'local'), semantic: semantic ? floats(outputs, 'semantic') : new Float32Array() }
    },
    close: () => model.close(),
  }
}
