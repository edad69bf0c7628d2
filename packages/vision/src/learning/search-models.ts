import { addNearest, minusHalfSquares } from '../graph/nearest.ts'
import type { Whitening } from '../graph/recipe-graph.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import { asTensor, floats, type Rows } from './tensors.ts'

/** Distances of `rows` to their nearest in `bank`: the engine is some forty times faster at this than JavaScript. */
export interface LocalSearch {
  distances(rows: Rows, bank: Rows): Promise<Float32Array>
  close(): Promise<void>
}

/** Rows after whitening. */
export interface Whitener {
  whitened(rows: Rows, whitening: Whitening): Promise<Float32Array>
  close(): Promise<void>
}

export async function openLocalSearch(runtime: ModelRuntime, width: number): Promise<LocalSearch> {
  const graph = graphBuilder()
  const rows = graph.input('rows', 'float32', ['q', width])
  const bank = graph.input('bank', 'float32', ['n', width])
  const halves = graph.input('halves', 'float32', ['n'])
  graph.output('distances', addNearest(graph, rows, bank, halves), ['q', 1])
  const model = await runtime.load(graph.build('local-search'))
  return {
    async distances(rows, bank) {
      const data = minusHalfSquares(bank.data, width)
      const halves = { type: 'float32', dims: [data.length], data } as const
      return floats(await model.run({ rows: asTensor(rows), bank: asTensor(bank), halves }), 'distances')
    },
    close: () => model.close(),
  }
}

export async function openWhitener(runtime: ModelRuntime, width: number): Promise<Whitener> {
  const graph = graphBuilder()
  const inputs = [
    graph.input('rows', 'float32', ['rows', width]),
    graph.input('matrix', 'float32', [width, width]),
    graph.input('offset', 'float32', [width]),
  ]
  graph.output('whitened', graph.node('Gemm', inputs, { transB: 1 }), ['rows', width])
  const model = await runtime.load(graph.build('whitening'))
  return {
    async whitened(rows, { matrix, offset }) {
      const offsets = { type: 'float32', dims: [width], data: offset } as const
      const feeds = { rows: asTensor(rows), matrix: asTensor({ width, data: matrix }), offset: offsets }
      return floats(await model.run(feeds), 'whitened')
    },
    close: () => model.close(),
  }
}
