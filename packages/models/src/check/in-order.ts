import type { NodeProto } from '@nabij/vision/onnx'
import { GraphFault } from './graph-fault.ts'

/** Nodes so that each stands after what makes its inputs: not every file has them so, and the engine does not mind. */
export function inOrder(nodes: readonly NodeProto[], known: ReadonlySet<string>): NodeProto[] {
  const made = new Set(nodes.flatMap(({ output }) => output))
  const waiting = new Map<string, number[]>()
  const missing = nodes.map(({ input }, at) => {
    const names = new Set(input.filter((name) => name !== '' && !known.has(name)))
    for (const name of names) {
      if (!made.has(name)) throw new GraphFault(`an input that nothing makes (${nodes[at]?.opType ?? ''})`)
      waiting.set(name, [...(waiting.get(name) ?? []), at])
    }
    return names.size
  })
  const ready = missing.flatMap((count, at) => (count === 0 ? [at] : []))
  const order: NodeProto[] = []
  for (const at of ready) {
    const node = nodes[at]
    if (!node) continue
    order.push(node)
    for (const name of node.output)
      for (const next of waiting.get(name) ?? []) {
        missing[next] = (missing[next] ?? 0) - 1
        if (missing[next] === 0) ready.push(next)
      }
  }
  if (order.length < nodes.length) throw new GraphFault('operators that wait for each other')
  return order
}
