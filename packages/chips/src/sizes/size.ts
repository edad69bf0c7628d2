import type { OnnxAttribute, OnnxNode } from '@nabij/base'

/** How large a value is. Null: not known; null in it: not known before it runs. */
export type Dims = readonly (number | null)[] | null

export interface Size {
  dims: Dims
  type: number
  /** Its numbers, where they are known beforehand. */
  numbers: readonly number[] | null
  constant: boolean
}

export const nothingKnown: Size = { dims: null, type: 0, numbers: null, constant: false }

export function whole(dims: Dims): number | null {
  return dims === null
    ? null
    : dims.reduce<number | null>((all, dim) => (all === null || dim === null ? null : all * dim), 1)
}

export function attribute(node: OnnxNode, name: string): OnnxAttribute | undefined {
  return Object.hasOwn(node.attributes, name) ? node.attributes[name] : undefined
}

export function int(node: OnnxNode, name: string, usual: number): number {
  const given = attribute(node, name)
  return typeof given === 'number' ? given : usual
}

export function ints(node: OnnxNode, name: string): readonly number[] | null {
  const given = attribute(node, name)
  return Array.isArray(given) ? given : null
}

export function text(node: OnnxNode, name: string, usual: string): string {
  const given = attribute(node, name)
  return typeof given === 'string' ? given : usual
}

/** An axis counted from the front. */
export function axisOf(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis
}
