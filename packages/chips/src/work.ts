import type { OnnxNode } from '@nabij/base'
import { directions } from './sizes/moved.ts'
import { type Dims, int, nothingKnown, type Size, whole } from './sizes/size.ts'

/**
 * Multiplications that one run of an operator costs, where it is one of those that cost nearly all of them; nought for
 * others, null where its sizes are not known.
 */
export function workOf(node: OnnxNode, sizes: ReadonlyMap<string, Size>): number | null {
  const dims = (name: string | undefined): Dims => (sizes.get(name ?? '') ?? nothingKnown).dims
  const [x, weights] = node.inputs.map(dims)
  const out = whole(dims(node.outputs[0]))
  const [filters, depth, ...kernel] = weights ?? []
  switch (node.operator) {
    case 'Conv':
      return product(out, depth ?? null, whole(kernel))
    case 'ConvTranspose':
      // Each place that goes in is multiplied with the whole kernel of all filters.
      return product(whole(x ?? null), depth ?? null, whole(kernel))
    case 'MatMul':
      return product(out, x?.at(-1) ?? null)
    case 'Gemm':
      return product(out, (int(node, 'transB', 0) === 1 ? depth : filters) ?? null)
    case 'LSTM':
    case 'GRU':
    case 'RNN': {
      const gates = { LSTM: 4, GRU: 3, RNN: 1 }[node.operator]
      const hidden = int(node, 'hidden_size', 0)
      const steps = product(x?.[0] ?? null, x?.[1] ?? null)
      return product(
        steps,
        gates * hidden * directions(node),
        x?.[2] === null || x?.[2] === undefined ? null : x[2] + hidden,
      )
    }
    default:
      return 0
  }
}

function product(...all: (number | null)[]): number | null {
  return whole(all)
}
