/** What an ONNX file says of itself, read without running it: only what a check needs, never the weights. */
export interface OnnxFacts {
  /** Version of the usual set of operators. */
  opset: number
  /** Other sets of operators that it asks for. */
  otherSets: string[]
  /** Operators that the file defines itself. */
  ownFunctions: number
  inputs: OnnxValue[]
  outputs: OnnxValue[]
  /** Sizes of inner values, where the file says them. */
  values: OnnxValue[]
  constants: OnnxConstant[]
  nodes: OnnxNode[]
}

export interface OnnxValue {
  name: string
  /** ONNX's number of the element type: 1 float32, 2 uint8, 7 int64, 10 float16 … */
  type: number
  /** Null: not said at all; null in it: not known before it runs. */
  dims: (number | null)[] | null
}

export interface OnnxConstant extends OnnxValue {
  dims: number[]
  /** Its numbers, where there are only a few; null else. */
  numbers: number[] | null
  /** They stand in another file. */
  elsewhere: boolean
}

export interface OnnxNode {
  name: string
  operator: string
  domain: string
  inputs: string[]
  outputs: string[]
  attributes: Record<string, OnnxAttribute>
}

/** A number, a list of numbers, a text, a small constant; null: what is too large or of another kind (a graph). */
export type OnnxAttribute = number | number[] | string | OnnxConstant | null
