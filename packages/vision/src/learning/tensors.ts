import type { Tensor } from '../model-runtime.ts'

/** Rows of numbers, one after the other, `width` numbers each. */
export interface Rows {
  width: number
  data: Float32Array
}

export function rowCount({ width, data }: Rows): number {
  return data.length / width
}

export function asTensor({ width, data }: Rows): Tensor {
  return { type: 'float32', dims: [data.length / width, width], data }
}

/** @throws TypeError when the engine did not give this output. */
export function floats(outputs: Record<string, Tensor>, name: string): Float32Array {
  const data = outputs[name]?.data
  if (!(data instanceof Float32Array)) throw new TypeError(`the graph gave no ${name}`)
  return data
}

export function joined(parts: Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
