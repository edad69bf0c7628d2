import { encodeModel, type NodeProto, type TensorProto } from '../onnx/proto.ts'
import { type Network, numbersOf } from './network.ts'
import type { Seen } from './observe.ts'

const types = { float32: 1, uint8: 2, int8: 3, int32: 6 } as const
type Numbers = Float32Array | Uint8Array | Int8Array | Int32Array

/** Largest whole number of a weight, and of a value that goes between two operators. */
const most = { weight: 127, value: 255 }

/**
 * The same model with its inner convolutions in whole numbers: unsigned values with one step each, nought at the lowest after a
 * bend; signed weights with a step for each filter; offsets whose step is the product of both. Written with QuantizeLinear and
 * DequantizeLinear around the operators as they were, which an engine melts into one. The first convolution stays as it was: it
 * reads the picture.
 * @param kept outputs of convolutions that stay as they were
 */
export function quantisedGraph(
  network: Network,
  seen: ReadonlyMap<string, Seen>,
  kept: ReadonlySet<string> = new Set(),
): Uint8Array {
  const { model } = network
  const constants: TensorProto[] = [...model.graph.initializer]
  const nodes: NodeProto[] = []
  const steps = new Map<string, number>()
  const between = new Set(network.between)

  for (const each of model.graph.node) {
    nodes.push(rewritten(each))
    for (const name of each.output) if (between.has(name)) intoWhole(name)
  }
  const named = new Set(nodes.flatMap(({ input }) => input))
  const initializer = constants.filter(({ name }) => named.has(name))
  return encodeModel({ ...model, graph: { ...model.graph, node: nodes, initializer } })

  /** Everybody reads a value as it is after its way through whole numbers: what it was before need then not be kept. */
  function rewritten(each: NodeProto): NodeProto {
    const input = each.input.map((name) => (steps.has(name) ? `${name}_whole` : name))
    const [from = ''] = each.input
    const weights = each.opType === 'Conv' ? network.constant(each.input[1]) : undefined
    const step = steps.get(from)
    return weights && step !== undefined && !kept.has(each.output[0] ?? '')
      ? { ...each, input: [`${from}_whole`, ...inWhole(each, weights, step)] }
      : { ...each, input }
  }

  /** Weights and offsets of a convolution in whole numbers. */
  function inWhole({ input, output: [made = ''] }: NodeProto, tensor: TensorProto, step: number): string[] {
    const weights = numbersOf(tensor)
    const filters = tensor.dims[0] ?? 1
    const bias = network.constant(input[2])
    const offsets = bias ? numbersOf(bias) : new Float32Array(filters)
    const size = weights.length / filters
    const whole = new Int8Array(weights.length)
    const wholeOffsets = new Int32Array(filters)
    const units = new Float32Array(filters)
    for (let filter = 0; filter < filters; filter++) {
      let largest = 0
      for (let n = filter * size; n < (filter + 1) * size; n++) largest = Math.max(largest, Math.abs(weights[n] ?? 0))
      const unit = Math.max(largest / most.weight, 1e-12)
      units[filter] = unit
      for (let n = filter * size; n < (filter + 1) * size; n++) whole[n] = Math.round((weights[n] ?? 0) / unit)
      wholeOffsets[filter] = Math.round((offsets[filter] ?? 0) / (unit * step))
    }
    const back = (name: string, type: 'int8' | 'int32', dims: number[], data: Numbers, scale: Float32Array) => {
      const from = [
        constant(`${made}_${name}`, type, dims, data),
        constant(`${made}_${name}s`, 'float32', [filters], scale),
      ]
      return node('DequantizeLinear', from, `${made}_${name}f`, { axis: 0 })
    }
    return [
      back('w', 'int8', tensor.dims, whole, units),
      back(
        'b',
        'int32',
        [filters],
        wholeOffsets,
        Float32Array.from(units, (unit) => unit * step),
      ),
    ]
  }

  function intoWhole(name: string): void {
    const look = seen.get(name)
    if (!look) return
    // After a bend nought is the lowest, else an engine cannot take the bend up in the convolution.
    const low = network.maker(name)?.opType === 'Clip' ? 0 : Math.min(0, look.low)
    const step = Math.max((Math.max(0, look.high) - low) / most.value, 1e-12)
    steps.set(name, step)
    const scale = [
      constant(`${name}_step`, 'float32', [], Float32Array.of(step)),
      constant(`${name}_nought`, 'uint8', [], Uint8Array.of(Math.round(-low / step))),
    ]
    node('DequantizeLinear', [node('QuantizeLinear', [name, ...scale], `${name}_q`), ...scale], `${name}_whole`)
  }

  function constant(name: string, type: keyof typeof types, dims: number[], data: Numbers): string {
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    const rest = { floatData: [], int64Data: [], externalData: [], dataLocation: 0 }
    constants.push({ name, dims, dataType: types[type], rawData, ...rest })
    return name
  }

  function node(opType: string, input: string[], output: string, ints: Record<string, number> = {}): string {
    const attribute = Object.entries(ints).map(([name, i]) => ({ name, type: 2, i }))
    nodes.push({ input, output: [output], name: '', opType, domain: '', attribute })
    return output
  }
}
