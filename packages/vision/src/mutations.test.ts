import { readFileSync } from 'node:fs'
import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { buildRecipe } from './graph/recipe-graph.ts'
import { method } from './method.ts'
import { checkModel } from './onnx/check-model.ts'
import { type AttributeProto, decodeModel, type ModelProto } from './onnx/proto.ts'
import { readRecipe } from './read-recipe.ts'
import { plainFacts as facts } from './testing/plain-facts.ts'

const { localWidth, semanticWidth } = method
const backbone = readFileSync(new URL('../../../models/efficientnet-lite0/backbone.onnx', import.meta.url))
const whitening = { matrix: new Float32Array(semanticWidth ** 2), offset: new Float32Array(semanticWidth) }
const recipe = buildRecipe(
  decodeModel(backbone),
  {
    local: { bank: new Float32Array(10 * localWidth), scale: 1, allowance: { from: 0.5, most: 0.2, slope: 0.3 } },
    semantic: { bank: new Float32Array(4 * semanticWidth), scale: 1, whitening },
  },
  facts,
)
const rounds = process.env.NABIJ_SLOW ? 10_000 : 1000

/** What became of each round: 'accepted', the code of a named error, or anything else that was thrown. */
function outcomes(attempt: () => () => unknown): Map<string, number> {
  const counts = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const word = outcome(attempt())
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

function outcome(read: () => unknown): string {
  try {
    read()
    return 'accepted'
  } catch (error) {
    return error instanceof NabijError ? error.code : String(error)
  }
}

/** Whole numbers below a bound, the same each time. */
function dice(): (below: number) => number {
  let state = 12_345
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function expectNamed(counts: Map<string, number>): void {
  for (const word of counts.keys()) expect(word).toMatch(/^(accepted|NABIJ_RECIPE_\w+)$/)
  expect([...counts.keys()]).toEqual(expect.arrayContaining(['accepted', 'NABIJ_RECIPE_UNSAFE']))
}

describe('random changes of a recipe: accepted, or refused with a name, never anything else', () => {
  it('in the bytes between the weights', () => {
    const random = dice()
    const places = structureOf(recipe)
    const one = () => places[random(places.length)] ?? 0
    const copy = recipe.slice()
    let changed: number[] = []
    const counts = outcomes(() => {
      for (const place of changed) copy[place] = recipe[place] ?? 0
      changed = Array.from({ length: 1 + random(3) }, one)
      for (const place of changed) copy[place] = random(2) === 0 ? random(256) : (copy[one()] ?? 0)
      const length = random(10) === 0 ? random(copy.length) : copy.length
      return () => readRecipe(copy.subarray(0, length))
    })
    expectNamed(counts)
    expect(counts.get('NABIJ_RECIPE_DAMAGED')).toBeGreaterThan(0)
  })

  it('in the nodes, their attributes and the sizes of tensors', () => {
    const random = dice()
    const base = decodeModel(recipe)
    const counts = outcomes(() => {
      const model = copyOf(base)
      for (let n = random(3); n >= 0; n--) change(model, random)
      return () => checkModel(model, signature)
    })
    expectNamed(counts)
    expect(counts.get('NABIJ_RECIPE_UNSAFE')).toBeGreaterThan(rounds / 2)
  })
})

/** Places of all bytes that are not the numbers of a large tensor. */
function structureOf(file: Uint8Array): number[] {
  const weights = new Uint8Array(file.length)
  for (const { rawData } of decodeModel(file).graph.initializer) {
    const start = rawData.byteOffset - file.byteOffset
    if (rawData.length > 64) weights.fill(1, start, start + rawData.length)
  }
  return Array.from(weights.keys()).filter((place) => weights[place] === 0)
}

const signature = {
  input: { name: 'pixels', elemType: 2, dims: [1, 256, 256, 3] },
  outputs: [
    { name: 'score', dims: [1] },
    { name: 'map', dims: [64, 64] },
  ],
  optional: [{ name: 'layers', most: 2 }],
}

/** A copy whose parts can be changed; the weights are shared. */
function copyOf(model: ModelProto): ModelProto {
  const initializer = model.graph.initializer.map((tensor) => ({ ...tensor, dims: [...tensor.dims] }))
  return { ...model, graph: { ...model.graph, node: structuredClone(model.graph.node), initializer } }
}

/** One change such as somebody would make who knows what ONNX looks like. */
function change({ graph }: ModelProto, random: (below: number) => number): void {
  const any = <T>(list: T[]): T => list[random(list.length)] as T
  const number = () => any([0, -1, 1, 2, 3, 16, 17, 64, 1000, 1e6, 2 ** 31, 2 ** 53, -(2 ** 53), Number.NaN])
  const node = any(graph.node)
  const tensor = any(graph.initializer)
  const attribute: AttributeProto = any(node.attribute) ?? {}
  any([
    () => (node.opType = any(graph.node).opType),
    () => (node.input[random(node.input.length + 1)] = any(any(graph.node).output)),
    () => (node.input[random(node.input.length)] = tensor.name),
    () => node.input.pop(),
    () => (node.output = random(2) === 0 ? [] : [...node.output, 'more']),
    () => (node.attribute = any(graph.node).attribute),
    () => (attribute.ints = Array.from({ length: random(8) }, number)),
    () => (attribute.i = number()),
    () =>
      delete any([attribute, attribute, node, tensor] as Record<string, unknown>[])[
        any(['i', 'name', 'type', 'opType', 'ints'])
      ],
    () => (tensor.dims[random(tensor.dims.length + 1)] = number()),
    () => (tensor.dataType = any([1, 2, 7, 8, 11])),
    () => (tensor.rawData = tensor.rawData.subarray(0, random(64))),
    () => graph.node.splice(random(graph.node.length), 1),
    () => graph.node.push(node),
  ])()
}
