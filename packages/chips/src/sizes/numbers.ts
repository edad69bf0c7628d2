import type { OnnxNode } from '@nabij/base'
import { axisOf, int, type Size } from './size.ts'

const pairs: Record<string, (a: number, b: number) => number> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => (Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b),
}
const most = 64

/** What small lists of numbers become: exporters compute sizes within the graph. Null: not known beforehand. */
export function numbersAfter(node: OnnxNode, inputs: readonly Size[]): readonly number[] | null {
  const [x, y] = inputs
  if (node.operator === 'Shape') return x?.dims?.every((dim) => dim !== null) ? x.dims : null
  const known = x?.numbers
  if (!known) return null
  const pair = Object.hasOwn(pairs, node.operator) ? pairs[node.operator] : undefined
  if (pair && y?.numbers) {
    const other = y.numbers
    const length = Math.max(known.length, other.length)
    return length > most ? null : Array.from({ length }, (_, n) => pair(at(known, n), at(other, n)))
  }
  switch (node.operator) {
    case 'Cast':
    case 'Identity':
    case 'Unsqueeze':
    case 'Squeeze':
    case 'Reshape':
      return known
    case 'Gather':
      return (x.dims?.length ?? 0) === 1 && y?.numbers
        ? y.numbers.map((index) => known[axisOf(index, known.length)] ?? 0)
        : null
    case 'Concat': {
      if (inputs.some(({ numbers }) => !numbers) || int(node, 'axis', 0) !== 0) return null
      const all = inputs.flatMap(({ numbers }) => numbers ?? [])
      return all.length > most ? null : all
    }
    case 'Slice': {
      const [, starts, ends, , steps] = inputs.map(({ numbers }) => numbers?.[0])
      return starts === undefined || ends === undefined || (steps ?? 1) !== 1 ? null : known.slice(starts, ends)
    }
    default:
      return null
  }
}

/** One number stands for as many as are wanted. */
function at(numbers: readonly number[], n: number): number {
  return numbers[numbers.length === 1 ? 0 : n] ?? 0
}
