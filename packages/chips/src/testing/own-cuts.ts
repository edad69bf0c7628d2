import { decodeModel, graphBuilder } from '@nabij/vision/onnx'

/** Our own features, cut where the recipe taps them. `pixels`: as pictures come, else as a network takes them. */
export function ownCut(backbone: Uint8Array, taps: ('b2' | 'b4' | 'b6')[], size = 256): Uint8Array {
  const model = decodeModel(backbone)
  const dim = [1, size, size, 3].map((dimValue) => ({ dimValue }))
  const input = model.graph.input.map((each) => ({
    ...each,
    type: { tensorType: { elemType: each.type?.tensorType?.elemType ?? 0, shape: { dim } } },
  }))
  const graph = graphBuilder('cut')
  graph.include({ ...model, graph: { ...model.graph, input } })
  for (const tap of taps) graph.output(`${tap}_features`, tap, [])
  return graph.build('features')
}
