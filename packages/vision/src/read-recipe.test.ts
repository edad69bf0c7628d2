import { readFileSync } from 'node:fs'
import type { NabijError, RecipeFacts } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { buildRecipe } from './graph/recipe-graph.ts'
import { method } from './method.ts'
import { type AttributeProto, decodeModel, encodeModel, type ModelProto } from './onnx/proto.ts'
import { readRecipe } from './read-recipe.ts'

const backbone = decodeModel(readFileSync(new URL('../../../models/efficientnet-lite0/backbone.onnx', import.meta.url)))
const facts: RecipeFacts = {
  format: 'nabij-inspection/1',
  size: 256,
  mode: 'still',
  photos: 2,
  rows: { local: 10, semantic: 4 },
  limit: 0.4,
  mapLimit: 0.3,
  goodScores: [0.3, 0.4],
  oddOnes: [],
  promise: null,
  next: null,
  model: { name: 'efficientnet-lite0', sha256: 'x' },
}
const { localWidth, semanticWidth } = method
const learned = {
  local: { bank: new Float32Array(10 * localWidth).fill(0.1), scale: 1 },
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

describe('a recipe of ours', () => {
  it('gives back what it says about itself, in either mode', () => {
    expect(readRecipe(recipe)).toEqual(facts)
    const rotating: RecipeFacts = { ...facts, mode: 'rotating', size: 384, rows: { local: 10, semantic: 0 } }
    expect(readRecipe(buildRecipe(backbone, { local: learned.local, semantic: null }, rotating))).toEqual(rotating)
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

  it('a thousand random changes of its bytes: accepted or refused with a name, never anything else', () => {
    // Of the whole file nearly all is weights; the structure lies between them, so a recipe without weights is changed.
    const model = decodeModel(recipe)
    for (const tensor of model.graph.initializer) if (tensor.rawData.length > 64) tensor.rawData = new Uint8Array(8)
    const bare = encodeModel(model)
    const counts = new Map<string, number>()
    let state = 12_345
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    for (let round = 0; round < (process.env.NABIJ_SLOW ? 10_000 : 1000); round++) {
      const copy = bare.slice(0, random(4) === 0 ? random(bare.length) : bare.length)
      for (let n = random(5); n >= 0; n--) copy[random(copy.length)] = random(256)
      const word = saidOf(copy).split(':')[0] ?? ''
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    for (const word of counts.keys()) expect(word).toMatch(/^(accepted|NABIJ_RECIPE_\w+)$/)
    expect(counts.size).toBeGreaterThan(2)
  })
})
