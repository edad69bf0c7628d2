import { GraphFault, need } from './graph-fault.ts'

/** What is known of a value before anything runs. */
export interface Known {
  /** ONNX's number of the element type. */
  type: number
  /** At most so large, on each side. */
  dims: number[]
  /** How large it really is depends on what goes in: nothing may be worked out from its size. */
  loose?: boolean
  /** Its numbers, where there are few and they are known: sizes and counts that other nodes read. */
  numbers?: number[]
}

export interface Outcome {
  outputs: Known[]
  /** Multiplications, or what takes as long. */
  work: number
}

/** A node as its rule sees it. */
export interface NodeView {
  operator: string
  opset: number
  /** How many results it has. */
  results: number
  int(name: string, otherwise: number): number
  ints(name: string): number[] | undefined
  text(name: string, otherwise: string): string
  /** A constant in an attribute. */
  constant(name: string): Known | undefined
  has(name: string): boolean
}

export type Rule = (inputs: readonly (Known | undefined)[], node: NodeView) => Outcome

/** ONNX's numbers of element types that may be there, and the bytes of one number. Texts are none. */
export const bytesOfType: Readonly<Record<number, number>> = {
  1: 4,
  2: 1,
  3: 1,
  4: 2,
  5: 2,
  6: 4,
  7: 8,
  9: 1,
  10: 2,
  11: 8,
  12: 4,
  13: 8,
}

/** More numbers than this are not followed. */
export const mostNumbers = 4096

export function product(dims: readonly number[]): number {
  return dims.reduce((all, dim) => all * dim, 1)
}

export function given(known: Known | undefined): Known {
  if (!known) throw new GraphFault('an input that is missing')
  return known
}

export function numbersOf(known: Known | undefined, what: string): number[] {
  const { numbers } = given(known)
  if (!numbers) throw new GraphFault(`${what} that is only known while it runs`)
  return numbers
}

/** An axis counted from the front. */
export function axisOf(axis: number, rank: number): number {
  const front = axis < 0 ? axis + rank : axis
  need(Number.isInteger(front) && front >= 0 && front < Math.max(rank, 1), 'an axis that is not there')
  return front
}

export function made(type: number, dims: number[], numbers?: number[]): Known {
  const kept = numbers && numbers.length <= mostNumbers && numbers.length === product(dims)
  return kept ? { type, dims, numbers } : { type, dims }
}

export function plain(...outputs: Known[]): Outcome {
  return { outputs, work: outputs.reduce((sum, { dims }) => sum + product(dims), 0) }
}

/** The shape that shapes have together, each stretched where it is 1. */
export function together(shapes: readonly number[][]): number[] {
  const rank = Math.max(...shapes.map((dims) => dims.length))
  const padded = shapes.map((dims) => [...Array<number>(rank - dims.length).fill(1), ...dims])
  // A nought stays one: nothing stretched is still nothing.
  return Array.from({ length: rank }, (_, n) => {
    const sides = padded.map((dims) => dims[n] ?? 1).filter((side) => side !== 1)
    return sides.length === 0 ? 1 : Math.max(...sides)
  })
}
