import { graphBuilder } from '@nabij/vision/onnx'

/** Builds networks with random weights, as exporters would write them: for tests of what is documented of them. */
export interface Net {
  input(dims: (number | string)[], type?: 'float32' | 'uint8'): string
  conv(x: string, from: number, to: number, kernel: number | [number, number], options?: ConvOptions): string
  act(x: string, operator: string): string
  /** Any operator; numbers among its inputs become constants. */
  op(operator: string, inputs: (string | Constant)[], attributes?: Record<string, number | number[] | string>): string
  several(operator: string, inputs: (string | Constant)[], count: number, attributes?: Record<string, number>): string[]
  dense(x: string, from: number, to: number): string
  build(outputs: string[]): Uint8Array
}

export interface Constant {
  ints?: number[]
  floats?: number[]
  dims?: number[]
  /** So many random numbers. */
  random?: number[]
}

export interface ConvOptions {
  stride?: number | [number, number]
  pads?: number[]
  group?: number
  dilation?: number
  more?: Record<string, number | string>
}

export function net(seed = 1): Net {
  const graph = graphBuilder()
  let state = seed

  function random(count: number): Float32Array {
    const data = new Float32Array(count)
    const first = Math.min(count, 4096)
    for (let n = 0; n < first; n++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      data[n] = state / 2 ** 32 - 0.5
    }
    for (let filled = first; filled < count; filled *= 2) data.copyWithin(filled, 0, Math.min(filled, count - filled))
    return data
  }

  function constant({ ints, floats, dims, random: shape }: Constant): string {
    if (ints)
      return graph.constant({ type: 'int64', dims: dims ?? [ints.length], data: BigInt64Array.from(ints, BigInt) })
    if (floats)
      return graph.constant({ type: 'float32', dims: dims ?? [floats.length], data: Float32Array.from(floats) })
    const sides = shape ?? []
    return graph.constant({ type: 'float32', dims: sides, data: random(sides.reduce((a, b) => a * b, 1)) })
  }

  const asName = (value: string | Constant) => (typeof value === 'string' ? value : constant(value))

  const made: Net = {
    input: (dims, type = 'float32') => graph.input('x', type, dims),
    conv(x, from, to, kernel, { stride = 1, pads, group = 1, dilation = 1, more = {} } = {}) {
      const [height, width] = typeof kernel === 'number' ? [kernel, kernel] : kernel
      const [down, right] = [
        Math.floor((height * dilation - dilation) / 2),
        Math.floor((width * dilation - dilation) / 2),
      ]
      return made.op('Conv', [x, { random: [to, from / group, height, width] }, { random: [to] }], {
        kernel_shape: [height, width],
        strides: typeof stride === 'number' ? [stride, stride] : stride,
        ...('auto_pad' in more ? {} : { pads: pads ?? [down, right, down, right] }),
        dilations: [dilation, dilation],
        group,
        ...more,
      })
    },
    act: (x, operator) => {
      if (operator === 'Relu6') return made.op('Clip', [x, { floats: [0], dims: [] }, { floats: [6], dims: [] }])
      if (operator === 'Silu') return made.op('Mul', [x, made.op('Sigmoid', [x])])
      return made.op(operator, [x])
    },
    op: (operator, inputs, attributes = {}) => graph.node(operator, inputs.map(asName), attributes),
    several(operator, inputs, count, attributes = {}) {
      const first = `${operator}_${state++}`
      const names = Array.from({ length: count }, (_, n) => `${first}_${n}`)
      graph.node(operator, inputs.map(asName), attributes, names)
      return names
    },
    dense: (x, from, to) => made.op('Gemm', [x, { random: [to, from] }, { random: [to] }], { transB: 1 }),
    build(outputs) {
      for (const [n, name] of outputs.entries()) graph.output(`out${n}`, name, [])
      return graph.build('net')
    },
  }
  return made
}
