import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { graphBuilder } from '../onnx/graph-builder.ts'
import { decodeModel } from '../onnx/proto.ts'
import { networkOf, numbersOf } from './network.ts'
import { quantise } from './quantise.ts'
import { quantisedGraph } from './quantised-graph.ts'

const backbone = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'models', 'efficientnet-lite0', 'backbone.onnx'),
)
const network = networkOf(decodeModel(backbone))
if (!network) throw new Error('no network')
const seen = new Map(network.between.map((name, n) => [name, { low: -1 - n / 10, high: 3 + n / 10 }]))
const made = decodeModel(quantisedGraph(network, seen))
const tensors = new Map(made.graph.initializer.map((tensor) => [tensor.name, tensor]))

describe('a network in whole numbers', () => {
  it('leaves the convolution that reads the picture, and turns all others', () => {
    const convolutions = made.graph.node.filter(({ opType }) => opType === 'Conv')
    const whole = convolutions.filter(({ input }) => input[0]?.endsWith('_whole'))
    expect([convolutions.length, whole.length]).toEqual([48, 47])
    expect(made.graph.output.map(({ name }) => name)).toEqual(['b2', 'b4', 'b6'])
  })

  it('has nought at the lowest after a bend, else the bend stays outside', () => {
    const noughts = made.graph.node.filter(({ opType }) => opType === 'QuantizeLinear')
    expect(noughts.length).toBe(network.between.length)
    for (const {
      input: [name = '', , nought = ''],
    } of noughts) {
      const bent = network.maker(name)?.opType === 'Clip'
      expect((tensors.get(nought)?.rawData[0] ?? -1) > 0).toBe(!bent)
    }
  })

  it('gives each filter a step, and offsets the product of both steps', () => {
    const conv = made.graph.node.find(({ opType, input }) => opType === 'Conv' && input[0] === 'clip_6_whole')
    const back = (name: string | undefined) => made.graph.node.find(({ output }) => output[0] === name)
    const [w, b] = [back(conv?.input[1]), back(conv?.input[2])]
    const [steps, offsetSteps] = [w, b].map((each) => numbersOf(tensors.get(each?.input[1] ?? '') ?? nothing()))
    expect(tensors.get(w?.input[0] ?? '')).toMatchObject({ dataType: 3, dims: [32, 1, 3, 3] })
    expect(tensors.get(b?.input[0] ?? '')).toMatchObject({ dataType: 6, dims: [32] })
    const step = numbersOf(tensors.get('clip_6_step') ?? nothing())[0] ?? 0
    expect(step).toBeGreaterThan(0)
    for (let n = 0; n < 32; n++) expect(offsetSteps?.[n]).toBeCloseTo((steps?.[n] ?? 0) * step, 8)
  })

  it('refuses what is no recipe, and has nothing to do where nothing is convolved', async () => {
    const runtime = { load: () => Promise.reject(new Error('nothing is run')) }
    await expect(quantise(backbone, [], runtime)).rejects.toMatchObject({ code: 'NABIJ_RECIPE_FOREIGN' })
    const graph = graphBuilder()
    graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [1, 3])]), [1, 3])
    expect(networkOf(decodeModel(graph.build('plain')))).toBeNull()
  })
})

function nothing(): never {
  throw new Error('not there')
}
