import type { NabijError } from '@nabij/base'
import { decodeModel, encodeModel, graphBuilder, type ModelProto, type NodeProto } from '@nabij/vision/onnx'
import { describe, expect, it } from 'vitest'
import { readModel } from '../read-model.ts'
import { colourClassifier } from '../testing/small-models.ts'

/** What is said of a small sound model after this was done to it. */
function saidOf(spoil: (model: ModelProto) => void, from = colourClassifier()): string {
  const model = decodeModel(from)
  spoil(model)
  return saidOfBytes(encodeModel(model))
}

function saidOfBytes(bytes: Uint8Array): string {
  try {
    readModel(bytes)
    return 'accepted'
  } catch (error) {
    const { code, params } = error as NabijError
    return `${code}: ${String(params.reason ?? params.dims)}`
  }
}

const [mean] = decodeModel(colourClassifier()).graph.node as [NodeProto]
const node = (change: Partial<NodeProto>) => (model: ModelProto) => {
  const [first] = model.graph.node as [NodeProto]
  model.graph.node[0] = { ...first, ...change }
}

describe('a model from elsewhere', () => {
  it('that is sound is accepted, whatever set of operators it is of that is known', () => {
    expect(saidOf(() => undefined)).toBe('accepted')
    expect(saidOf((model) => model.opsetImport.push({ domain: 'ai.onnx.ml', version: 3 }))).toBe('accepted')
    for (const version of [7, 13, 21])
      expect(saidOf(({ opsetImport: [set] }) => set && (set.version = version))).toBe('accepted')
  })

  it.each<[string, (model: ModelProto) => void, RegExp]>([
    ['an operator that repeats a graph', node({ opType: 'Loop' }), /UNSAFE: .*\(Loop\)/],
    ['an operator of whoever made it', node({ opType: 'Magic', domain: 'com.example' }), /UNSAFE: .*com\.example/],
    ['an operator named like a field of every object', node({ opType: 'constructor' }), /UNSAFE: .*\(constructor\)/],
    ['operators of its own', (model) => model.functions.push({}), /UNSAFE: it brings operators of its own/],
    ['an older ONNX than is known', ({ opsetImport: [set] }) => set && (set.version = 3), /UNSAFE: it is of ONNX 3/],
    ['a newer one', ({ opsetImport: [set] }) => set && (set.version = 99), /UNSAFE: it is of ONNX 99/],
    ['no set of operators', (model) => model.opsetImport.splice(0), /UNSAFE: it is of ONNX 0/],
    ['sparse weights', ({ graph }) => graph.sparseInitializer.push({}), /UNSAFE: it has sparse tensors/],
    ['no nodes', ({ graph }) => graph.node.splice(0), /UNSAFE: it has too many parts, or none/],
    ['an input that nothing makes', node({ input: ['nowhere'] }), /UNSAFE: an input that nothing makes/],
    ['a value that is made twice', ({ graph }) => graph.node.push(mean), /UNSAFE: it has two values of the same name/],
    [
      'an output that nothing makes',
      ({ graph: { output } }) => output[0] && (output[0].name = 'x'),
      /UNSAFE: an output/,
    ],
    [
      'a graph within the graph',
      node({ attribute: [...mean.attribute, { name: 'body', type: 5, g: {} }] }),
      /UNSAFE: ReduceMean: graphs within graphs/,
    ],
    [
      'an attribute twice',
      node({ attribute: [...mean.attribute, ...mean.attribute] }),
      /UNSAFE: ReduceMean: an attribute that is there twice/,
    ],
    [
      'an axis that is not there',
      node({ attribute: [{ name: 'axes', type: 7, ints: [9] }] }),
      /UNSAFE: ReduceMean: an axis/,
    ],
    [
      'texts as input',
      ({ graph: { input } }) => input[0]?.type?.tensorType && (input[0].type.tensorType.elemType = 8),
      /UNSAFE: its input data is no list of numbers/,
    ],
    [
      'an input of another kind than a tensor',
      ({ graph: { input } }) => input[0] && (input[0].type = {} as never),
      /UNSAFE: its input data is no list/,
    ],
  ])('with %s is refused', (_what, spoil, said) => {
    expect(saidOf(spoil)).toMatch(said)
  })

  it('with weights in another file, or of another size than it says, is refused', () => {
    const graph = graphBuilder()
    const x = graph.input('x', 'float32', [1, 3, 8, 8])
    const weights = graph.constant({ type: 'float32', dims: [4, 3, 3, 3], data: new Float32Array(108) })
    graph.output('y', graph.node('Conv', [x, weights]), [1, 4, 6, 6])
    const conv = graph.build('conv')
    expect(saidOfBytes(conv)).toBe('accepted')
    const tensor = ({ graph: { initializer } }: ModelProto) => initializer[0] as NonNullable<(typeof initializer)[0]>
    const elsewhere = [{ key: 'location', value: '../../etc/passwd' }]
    expect(saidOf((model) => Object.assign(tensor(model), { externalData: elsewhere, dataLocation: 1 }), conv)).toMatch(
      /data from other files/,
    )
    expect(saidOf((model) => Object.assign(tensor(model), { dataLocation: 1 }), conv)).toMatch(/data from other files/)
    expect(saidOf((model) => Object.assign(tensor(model), { dims: [4, 3, 300, 300] }), conv)).toMatch(
      /size is not that of its data/,
    )
    expect(saidOf((model) => Object.assign(tensor(model), { dataType: 8 }), conv)).toMatch(/constant of type 8/)
    expect(saidOf((model) => Object.assign(tensor(model), { dims: [2, 6, 3, 3] }), conv)).toMatch(/other channels/)
  })

  it('hides no weights in another file within an attribute', () => {
    const t = {
      dims: [1],
      dataType: 1,
      name: '',
      rawData: new Uint8Array(),
      floatData: [1],
      int64Data: [],
      externalData: [],
      dataLocation: 1,
    }
    expect(saidOf(node({ opType: 'Constant', input: [], attribute: [{ name: 'value', type: 4, t }] }))).toMatch(
      /data from other files/,
    )
    // Also where no rule looks.
    const unseen = { attribute: [...mean.attribute, { name: 'unseen', type: 4, t }] }
    expect(saidOf(node(unseen))).toMatch(/data from other files/)
  })

  it('that becomes large is refused before it does', () => {
    const grow = (shape: number[]) => {
      const graph = graphBuilder()
      const x = graph.input('x', 'float32', [1, 3, 8, 8])
      const one = graph.node('ReduceMean', [x], { axes: [0, 1, 2, 3] })
      const to = graph.constant({ type: 'int64', dims: [shape.length], data: BigInt64Array.from(shape, BigInt) })
      graph.output('y', graph.node('Expand', [one, to]), shape)
      return graph.build('grow')
    }
    expect(saidOfBytes(grow([4, 8]))).toMatch(/accepted/)
    expect(saidOfBytes(grow([1, 1, 20_000, 20_000]))).toMatch(/impossible size/)
    expect(saidOfBytes(grow([1, 1, 2 ** 40, 2 ** 40]))).toMatch(/impossible size/)
    expect(saidOfBytes(grow([1, 1, 8, -3]))).toMatch(/UNSAFE/)
  })

  it('that would take for ever is refused', () => {
    const graph = graphBuilder()
    let x = graph.input('x', 'float32', [1, 3, 4096, 4096])
    const weights = graph.constant({ type: 'float32', dims: [3, 3, 61, 61], data: new Float32Array(9 * 61 * 61) })
    for (let n = 0; n < 4; n++) x = graph.node('Conv', [x, weights], { pads: [30, 30, 30, 30] })
    graph.output('y', x, [1, 3, 4096, 4096])
    expect(saidOfBytes(graph.build('slow'))).toMatch(/too much memory or time/)
  })
})

describe('sizes that are open', () => {
  it('are one for the number of pictures, and those that the file names for height and width', () => {
    expect(readModel(colourClassifier({ dims: ['N', 3, 8, 8] })).inputs[0]?.dims).toEqual([1, 3, 8, 8])
    const metadata = { imgsz: '[16, 24]', task: 'classify' }
    expect(readModel(colourClassifier({ dims: [1, 3, 'h', 'w'], metadata })).inputs[0]?.dims).toEqual([1, 3, 16, 24])
    expect(readModel(colourClassifier({ dims: [1, 'h', 'w', 3], metadata })).inputs[0]?.dims).toEqual([1, 16, 24, 3])
  })

  it('are refused where nothing names them', () => {
    expect(saidOfBytes(colourClassifier({ dims: [1, 3, 'h', 'w'] }))).toBe('NABIJ_MODEL_DYNAMIC: 1 × 3 × ? × ?')
    expect(saidOfBytes(colourClassifier({ dims: [1, 'c', 8, 8] }))).toMatch(/NABIJ_MODEL_DYNAMIC/)
  })
})

describe('bytes that are no model', () => {
  it('are damage, wherever they end', () => {
    const whole = colourClassifier()
    expect(saidOfBytes(new Uint8Array())).toMatch(/DAMAGED: it has no graph/)
    expect(saidOfBytes(new TextEncoder().encode('<html>no model</html>'))).toMatch(/DAMAGED/)
    for (let end = 1; end < whole.length; end += 7)
      expect(saidOfBytes(whole.subarray(0, end))).toMatch(/DAMAGED|UNSAFE/)
  })

  it('that say one thing twice are refused: the engine puts both together, the check sees one', () => {
    const graph = (bytes: Uint8Array) => Buffer.concat([Buffer.from([(7 << 3) | 2, bytes.length & 127]), bytes])
    const sound = colourClassifier()
    expect(saidOfBytes(Buffer.concat([sound, graph(new Uint8Array([18, 1, 65]))]))).toBe(
      'NABIJ_MODEL_UNSAFE: it says the same thing twice',
    )
  })
})
