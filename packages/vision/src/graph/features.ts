import { method } from '../method.ts'
import type { GraphBuilder } from '../onnx/graph-builder.ts'
import { ints } from './constants.ts'

/**
 * Local features: stages 2 and 4, each L2-normalised on its own, side by side: rows [(S/16)², 152] of squared length 2.
 * With `blur` each place is first averaged with its neighbours, which forgives small shifts.
 */
export function addLocalFeatures(graph: GraphBuilder, blur: boolean): string {
  const fine = graph.node('AveragePool', [blurred(graph, 'b2', blur)], { kernel_shape: [2, 2], strides: [2, 2] })
  const parts = [fine, blurred(graph, 'b4', blur)].map((part) => unitLength(graph, part))
  return asRows(graph, graph.node('Concat', parts, { axis: 1 }), method.localWidth)
}

/** Semantic features: stage 6 as it is: rows [(S/32)², 320]. */
export function addSemanticFeatures(graph: GraphBuilder): string {
  return asRows(graph, 'b6', method.semanticWidth)
}

function blurred(graph: GraphBuilder, map: string, blur: boolean): string {
  // Padding does not count in the mean (the operator's default), so borders are as bright as the rest.
  return blur ? graph.node('AveragePool', [map], { kernel_shape: [3, 3], strides: [1, 1], pads: [1, 1, 1, 1] }) : map
}

function unitLength(graph: GraphBuilder, map: string): string {
  const length = graph.node('ReduceL2', [map], { axes: [1], keepdims: 1 })
  return graph.node('Div', [map, graph.node('Max', [length, graph.scalar(1e-6)])])
}

/** [1, C, H, W] as rows [H · W, C]. */
function asRows(graph: GraphBuilder, map: string, channels: number): string {
  return graph.node('Transpose', [graph.node('Reshape', [map, ints(graph, channels, -1)])], { perm: [1, 0] })
}
