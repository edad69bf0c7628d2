import { readFileSync } from 'node:fs'
import type { RecipeFacts } from '@nabij/base'
import { expect, it } from 'vitest'
import { buildCorrected } from '../graph/corrected-graph.ts'
import { readBranches } from '../graph/read-branches.ts'
import { buildRecipe } from '../graph/recipe-graph.ts'
import { method } from '../method.ts'
import { decodeModel } from '../onnx/proto.ts'
import { readRecipe } from '../read-recipe.ts'
import { plainFacts } from '../testing/plain-facts.ts'

const backbone = decodeModel(
  readFileSync(new URL('../../../../models/efficientnet-lite0/backbone.onnx', import.meta.url)),
)
const facts: RecipeFacts = {
  ...plainFacts,
  format: 'nabij-inspection/2',
  size: method.size.rotating,
  mode: 'rotating',
  rows: { local: 10, semantic: 0 },
}
const bank = new Float32Array(10 * method.localWidth).fill(0.1)
const base = decodeModel(
  buildRecipe(
    backbone,
    { local: { bank, scale: 1, allowance: { from: 0.5, most: 0.2, slope: 0.3 } }, semantic: null },
    facts,
  ),
)

function withDefects(count: number): Uint8Array {
  const defects = {
    rows: new Float32Array(count * method.localWidth).fill(0.2),
    gains: new Float32Array(count).fill(1),
    floors: new Float32Array(count),
    reaches: new Float32Array(count).fill(1),
  }
  return buildCorrected(base, readBranches(base), [{ bank, defects }], null, facts)
}

it('a bank of defects as people make it is read, one that would eat the memory is refused before it runs', () => {
  expect(readRecipe(withDefects(5000))).toEqual(facts)
  expect(() => readRecipe(withDefects(300_000))).toThrow(expect.objectContaining({ code: 'NABIJ_RECIPE_UNSAFE' }))
})
