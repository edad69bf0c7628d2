import type { OnnxFacts } from '@nabij/base'

/** The same model with the sizes of its first input as somebody says they are. */
export function withSizes(facts: OnnxFacts, sizes: readonly number[]): OnnxFacts {
  return { ...facts, inputs: facts.inputs.map((input, n) => (n === 0 ? { ...input, dims: [...sizes] } : input)) }
}
