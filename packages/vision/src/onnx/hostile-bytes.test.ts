import type { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { readRecipe } from '../read-recipe.ts'
import { hasAtMost, saysTwice } from './proto.ts'
import { shapeRules } from './shape-rules.ts'

const [graph, node, tensor, dims, floats, ints, raw] = [7, 1, 5, 1, 4, 7, 9]

/** A field of bytes, as protobuf writes it. */
function field(id: number, content: Uint8Array): Uint8Array {
  const head = [(id << 3) | 2]
  let left = content.length
  for (; left > 127; left = Math.floor(left / 128)) head.push((left & 127) | 128)
  return Buffer.concat([Buffer.from([...head, left]), content])
}

function saidOf(bytes: Uint8Array): string {
  try {
    readRecipe(bytes)
    return 'accepted'
  } catch (error) {
    const { code, params } = error as NabijError
    return `${code}: ${String(params.reason)}`
  }
}

describe('a small file that becomes large when it is read', () => {
  const million = new Uint8Array(1_000_000).fill(1)
  it.each([
    ['sizes', field(graph, field(tensor, field(dims, million)))],
    ['numbers', field(graph, field(tensor, field(floats, million)))],
    ['whole numbers', field(graph, field(tensor, field(ints, million)))],
    ['empty nodes', field(graph, Buffer.alloc(1_000_000, Buffer.from([(node << 3) | 2, 0])))],
    ['fields that nobody knows', Buffer.alloc(1_000_000, Buffer.from([15 << 3, 0]))],
  ])('is refused before it is: %s', (_what, bytes) => {
    expect(saidOf(bytes)).toBe('NABIJ_RECIPE_UNSAFE: it has too many parts')
  })

  it('weights count as one, however many', () => {
    expect(hasAtMost(3, field(graph, field(tensor, field(raw, million))))).toBe(true)
    expect(hasAtMost(2, field(graph, field(tensor, field(raw, million))))).toBe(false)
  })

  it('a length that goes beyond the end is damage', () => {
    expect(saidOf(field(graph, field(tensor, million)).subarray(0, 1000))).toMatch(/DAMAGED: it is not an ONNX file/)
    expect(saidOf(Buffer.alloc(1_000_000, 0x0b))).toMatch(/DAMAGED: it is not an ONNX file/)
  })
})

describe('a file that says one thing twice', () => {
  const nodeOf = (word: string) => field(node, field(4, new TextEncoder().encode(word)))
  it('is refused: the engine puts both together, of which the check would see one', () => {
    const [first, second] = [nodeOf('Add'), nodeOf('Loop')].map((content) => field(graph, content))
    expect(saidOf(Buffer.concat([second ?? none, first ?? none]))).toBe(
      'NABIJ_RECIPE_UNSAFE: it says the same thing twice',
    )
    expect(saysTwice(Buffer.concat([second ?? none, first ?? none]))).toBe(true)
    expect(saysTwice(field(graph, Buffer.concat([nodeOf('Add'), nodeOf('Loop')])))).toBe(false)
  })
})
const none = new Uint8Array()

describe('a cast', () => {
  const to = (type: number) => () =>
    shapeRules.Cast?.([{ dims: [3] }], { int: () => type, ints: (_name, otherwise) => otherwise })
  it('makes numbers, never texts', () => {
    expect(to(1)()).toEqual({ outputs: [[3]], cost: 3 })
    expect(to(8)).toThrow('Cast')
    expect(to(0)).toThrow('Cast')
  })
})
