import { readFileSync } from 'node:fs'
import type { NabijError, RecipeFacts } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { buildRecipe } from './graph/recipe-graph.ts'
import { method } from './method.ts'
import { type AttributeProto, decodeModel, encodeModel, type ModelProto } from './onnx/proto.ts'
import { readRecipe } from './read-recipe.ts'
import { plainFacts as facts } from './testing/plain-facts.ts'

const backbone = decodeModel(readFileSync(new URL('../../../models/efficientnet-lite0/backbone.onnx', import.meta.url)))

const { localWidth, semanticWidth } = method
const learned = {
  local: {
    bank: new Float32Array(10 * localWidth).fill(0.1),
    scale: 1,
    allowance: { from: 0.5, most: 0.2, slope: 0.3 },
  },
  semantic: {
    bank: new Float32Array(4 * semanticWidth).fill(0.1),
    scale: 1,
    whitening: { matrix: new Float32Array(semanticWidth ** 2), offset: new Float32Array(semanticWidth) },
  },
}
const recipe = buildRecipe(backbone, learned, facts)

/** What is said of a recipe after a change. */
function verdictOf(change: (model: ModelProto) => unknown): string {
  const model = decodeModel(recipe)
  change(model)
  return saidOf(encodeModel(model))
}

function saidOf(bytes: Uint8Array): string {
  try {
    readRecipe(bytes)
    return 'accepted'
  } catch (error) {
    const { code, params } = error as NabijError
    return code ? `${code}: ${String(params.reason ?? params.format)}` : `unforeseen: ${String(error)}`
  }
}

function nodeOf(model: ModelProto, opType: string) {
  const node = model.graph.node.find((each) => each.opType === opType)
  if (!node) throw new Error(opType)
  return node
}

function largestTensor(model: ModelProto) {
  return model.graph.initializer.reduce((a, b) => (a.rawData.length > b.rawData.length ? a : b))
}

const ints = (name: string, ...values: number[]): AttributeProto => ({ name, type: 7, ints: values })
const float = { dataType: 1, floatData: [], int64Data: [], externalData: [], dataLocation: 0 }

/** Puts a constant of zeros and nodes that read it, one after the other, in front of the graph. */
function prepend(model: ModelProto, dims: number[], ...steps: [string, AttributeProto[]?][]): void {
  const size = dims.reduce((a, b) => a * b, 1)
  model.graph.initializer.push({ name: 'zeros', dims, rawData: new Uint8Array(4 * size), ...float })
  const nodes = steps.map(([opType, attribute = []], n) => ({
    input: [n === 0 ? 'zeros' : `step${n - 1}`, ...(opType === 'Conv' ? ['filter'] : [])],
    output: [`step${n}`],
    name: '',
    opType,
    domain: '',
    attribute,
  }))
  model.graph.node.unshift(...nodes)
}

describe('a recipe of ours', () => {
  it('gives back what it says about itself, in either mode', () => {
    expect(readRecipe(recipe)).toEqual(facts)
    const rotating: RecipeFacts = { ...facts, mode: 'rotating', size: 384, rows: { local: 10, semantic: 0 } }
    expect(readRecipe(buildRecipe(backbone, { local: learned.local, semantic: null }, rotating))).toEqual(rotating)
  })
})

describe('outputs that may be there', () => {
  it('a file of format 1 has no layers, and is read as before', () => {
    const old = verdictOf((model) => {
      model.graph.output = model.graph.output.filter(({ name }) => name !== 'layers')
      model.graph.node = model.graph.node.filter(({ output }) => !output.includes('layers'))
    })
    expect(old).toBe('accepted')
  })

  it.each(['kinds', 'layers'])('%s that are a table, or longer than anybody needs', (name) => {
    const said = verdictOf((model) => {
      model.graph.output = model.graph.output.filter((each) => each.name !== name)
      model.graph.node = model.graph.node.filter(({ output }) => !output.includes(name))
      prepend(model, [8, 8], ['Identity'])
      model.graph.node.push({
        input: ['step0'],
        output: [name],
        name: '',
        opType: 'Identity',
        domain: '',
        attribute: [],
      })
      model.graph.output.push({ name })
    })
    expect(said).toMatch(/UNSAFE: its output \w+ is no list/)
  })
})

describe('a file that is no recipe', () => {
  it('no ONNX at all', () => {
    expect(saidOf(new Uint8Array())).toMatch(/DAMAGED/)
    expect(saidOf(new TextEncoder().encode('<html>not found</html>'))).toMatch(/DAMAGED/)
    expect(saidOf(recipe.subarray(0, recipe.length >> 1))).toMatch(/DAMAGED/)
  })

  it('a model of somebody else', () => {
    expect(saidOf(encodeModel(backbone))).toMatch(/FOREIGN: it says nothing/)
  })

  it.each([
    ['no JSON', 'hello', /FOREIGN.*\(all\)/],
    ['nothing', 'null', /FOREIGN.*\(all\)/],
    ['a limit beyond 1', JSON.stringify({ ...facts, limit: 3 }), /FOREIGN.*\(limit\)/],
    ['another size', JSON.stringify({ ...facts, size: 512 }), /FOREIGN: pictures of 512/],
    ['a size that is not the graph’s', JSON.stringify({ ...facts, mode: 'rotating', size: 384 }), /UNSAFE: its input/],
    ['a newer format', JSON.stringify({ ...facts, format: 'nabij-inspection/9' }), /NEWER: nabij-inspection\/9/],
    ['a prototype', '{"__proto__":{"format":"nabij-inspection/1"}}', /FOREIGN/],
  ])('one that says about itself %s', (_what, value, said) => {
    expect(verdictOf((model) => (model.metadataProps = [{ key: 'nabij', value }]))).toMatch(said)
  })
})

it('a recipe that says more about itself than anybody reads', () => {
  const value = JSON.stringify({ ...facts, goodScores: Array<number>(500_001).fill(0) })
  expect(verdictOf((model) => (model.metadataProps = [{ key: 'nabij', value }]))).toMatch(/UNSAFE: it says too much/)
})

describe('a graph that could do harm', () => {
  it.each<[string, (model: ModelProto) => unknown, RegExp]>([
    [
      'an operator that is not on the list',
      (m) => (nodeOf(m, 'Sqrt').opType = 'Loop'),
      /operator that recipes do not have \(Loop\)/,
    ],
    ['a name that every object has', (m) => (nodeOf(m, 'Sqrt').opType = 'constructor'), /do not have \(constructor\)/],
    ['an operator of a maker', (m) => (nodeOf(m, 'Gemm').domain = 'com.microsoft'), /do not have \(Gemm\)/],
    [
      'a graph within a node',
      (m) => nodeOf(m, 'Add').attribute.push({ name: 'body', type: 5, g: {} }),
      /graphs within/,
    ],
    ['its own functions', (m) => (m.functions = [{}]), /functions of its own/],
    ['other operators', (m) => (m.opsetImport = [{ domain: '', version: 21 }]), /another set/],
    ['operators of two makers', (m) => m.opsetImport.push({ domain: 'ai.onnx.ml', version: 1 }), /another set/],
    ['sparse tensors', (m) => (m.graph.sparseInitializer = [{}]), /sparse/],
    [
      'data in another file',
      (m) => (largestTensor(m).externalData = [{ key: 'location', value: '../../etc/passwd' }]),
      /other files/,
    ],
    ['data that is said to be elsewhere', (m) => (largestTensor(m).dataLocation = 1), /other files/],
    ['less data than said', (m) => (largestTensor(m).rawData = new Uint8Array(4)), /size of a tensor/],
    ['a tensor without end', (m) => (largestTensor(m).dims = [2 ** 40, 2 ** 20]), /impossible size/],
    ['a negative size', (m) => (largestTensor(m).dims = [-1, 152]), /impossible size/],
    ['tensors of texts', (m) => (largestTensor(m).dataType = 8), /tensor of type 8/],
    ['two values of one name', (m) => (nodeOf(m, 'Sqrt').output = ['pixels']), /same name/],
    ['an input from nowhere', (m) => (nodeOf(m, 'Sqrt').input = ['nothing']), /nothing makes/],
    ['nodes in the wrong order', (m) => m.graph.node.reverse(), /nothing makes/],
    ['another input', (m) => m.graph.input.push({ name: 'more' }), /its input/],
    ['an output more', (m) => m.graph.output.push({ name: 'v0' }), /outputs are not/],
    ['an output less', (m) => m.graph.output.pop(), /outputs are not/],
    ['a score that is a picture', (m) => (nodeOf(m, 'ReduceMean').input = ['pixels']), /do(es)? not fit|is not/],
    [
      'padding of a million',
      (m) => (nodeOf(m, 'AveragePool').attribute = [ints('kernel_shape', 3, 3), ints('pads', 1e6, 1e6, 1e6, 1e6)]),
      /do not fit/,
    ],
    [
      'a stride of nothing',
      (m) => (nodeOf(m, 'AveragePool').attribute = [ints('kernel_shape', 3, 3), ints('strides', 0, 0)]),
      /do not fit/,
    ],
    [
      'a number of its own kind for an attribute',
      (m) => (nodeOf(m, 'ReduceMax').attribute = [ints('axes', 1), { name: 'keepdims', type: 1, i: 1 }]),
      /do not fit \(keepdims\)/,
    ],
    [
      'two attributes of one name',
      (m) => nodeOf(m, 'Transpose').attribute.push(ints('perm', 1, 0)),
      /do not fit \(perm\)/,
    ],
    [
      'an attribute that changes sizes behind our back',
      (m) => nodeOf(m, 'Conv').attribute.push({ name: 'auto_pad', type: 3, s: new TextEncoder().encode('SAME_UPPER') }),
      /attribute that recipes do not have \(Conv, auto_pad\)/,
    ],
    [
      'a sorted list of all there is',
      (m) => {
        const count = m.graph.initializer.find(({ name }) => name === nodeOf(m, 'TopK').input[1])
        if (count) count.rawData = new Uint8Array(BigInt64Array.of(64n).buffer)
      },
      /do not fit \(TopK\)/,
    ],
    [
      'many looks at a large value',
      (m) => {
        const [axes, keepdims] = [ints('axes', 0), { name: 'keepdims', type: 2, i: 1 }]
        prepend(m, [3_000_000], ...Array.from({ length: 30 }, (): [string] => ['Sqrt']))
        const looks = Array.from({ length: 150 }, (_, n) => ({ input: ['step29'], output: [`look${n}`], name: '' }))
        for (const look of looks)
          m.graph.node.splice(30, 0, { ...look, opType: 'ReduceL2', domain: '', attribute: [axes, keepdims] })
      },
      /too much memory or time/,
    ],
    [
      'convolutions with few filters, which are slow',
      (m) => {
        const pads = ints('pads', 8, 8, 7, 7)
        m.graph.initializer.push({ name: 'filter', dims: [1, 1, 16, 16], rawData: new Uint8Array(1024), ...float })
        prepend(
          m,
          [1, 1, 1000, 1000],
          ...Array.from({ length: 60 }, () => ['Conv', [pads]] as [string, AttributeProto[]]),
        )
      },
      /too much memory or time/,
    ],
    [
      'a thousand nodes more',
      (m) => Array.from({ length: 1000 }, () => m.graph.node.push(nodeOf(m, 'Sqrt'))),
      /too many parts/,
    ],
  ])('%s', (_what, change, said) => {
    expect(verdictOf(change)).toMatch(said)
  })

  it('two long vectors that multiply into a table without end', () => {
    const blown = verdictOf((model) => {
      const rawData = new Uint8Array(4 * 50_000)
      const rest = { dataType: 1, rawData, floatData: [], int64Data: [], externalData: [], dataLocation: 0 }
      model.graph.initializer.push(
        { name: 'tall', dims: [50_000, 1], ...rest },
        { name: 'wide', dims: [1, 50_000], ...rest },
      )
      model.graph.node.unshift({
        input: ['tall', 'wide'],
        output: ['huge'],
        name: '',
        opType: 'Mul',
        domain: '',
        attribute: [],
      })
    })
    expect(blown).toMatch(/impossible size/)
  })

  it('a zero that is not written, and makes a row out of a column', () => {
    // Kept as a column [n, 1], the sum with another column is [n, 1]; as a row [n] it is [n, n].
    const side = 20_000
    const sumOf = (keepdims: AttributeProto) =>
      verdictOf((model) => {
        prepend(model, [side, 1], ['ReduceMax', [ints('axes', 1), keepdims]], ['Identity'])
        model.graph.node.splice(2, 0, {
          input: ['step1', 'zeros'],
          output: ['sum'],
          name: '',
          opType: 'Add',
          domain: '',
          attribute: [],
        })
      })
    expect(sumOf({ name: 'keepdims', type: 2, i: 1 })).toBe('accepted')
    expect(sumOf({ name: 'keepdims', type: 2, i: 0 })).toMatch(/impossible size/)
  })

  it('many steps that are each allowed', () => {
    const slow = verdictOf((model) => {
      const rawData = new Uint8Array(4 * 2000 * 2000)
      const rest = { dataType: 1, rawData, floatData: [], int64Data: [], externalData: [], dataLocation: 0 }
      model.graph.initializer.push({ name: 'square', dims: [2000, 2000], ...rest })
      for (let n = 0; n < 10; n++)
        model.graph.node.push({
          input: ['square', 'square'],
          output: [`p${n}`],
          name: '',
          opType: 'MatMul',
          domain: '',
          attribute: [],
        })
    })
    expect(slow).toMatch(/too much memory or time/)
  })
})
