import { sha256 } from '@nabij/base/sha256'
import type { AttributeProto, ModelProto, NodeProto } from '../onnx/proto.ts'

/**
 * A name for what a graph takes from pixels: the same for the same operators and weights, whatever their values are
 * called and whatever follows them. Never taken from what a file says about itself: features of other weights under a
 * known name would spoil what is learned from then on.
 */
export async function featuresKey(model: ModelProto, values: string[], size: number): Promise<string> {
  const names = new Map<string, string>()
  const called = (name: string) => names.get(name) ?? add(name)
  const weights: Uint8Array[] = []
  const text = [`${size}`]
  const tensors = new Map(model.graph.initializer.map((tensor) => [tensor.name, tensor]))
  for (const node of needed(model.graph.node, values)) {
    for (const input of node.input) {
      const tensor = names.has(input) ? undefined : tensors.get(input)
      if (!tensor) continue
      const { dataType, dims, rawData, floatData, int64Data } = tensor
      weights.push(rawData)
      text.push(JSON.stringify([called(input), dataType, dims, rawData?.length ?? 0, floatData, int64Data]))
    }
    const attributes = node.attribute.map(plain).sort()
    text.push(JSON.stringify([node.opType, node.input.map(called), node.output.map(called), attributes]))
  }
  text.push(values.map(called).join())
  const parts = [new TextEncoder().encode(text.join('\n')), ...weights]
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return sha256(all)

  function add(name: string): string {
    const given = `n${names.size}`
    names.set(name, given)
    return given
  }
}

function plain({ name, type, f, i, ints, floats, s }: AttributeProto): string {
  return JSON.stringify([name, type, f ?? null, i ?? null, ints ?? [], floats ?? [], s ? [...s] : []])
}

function needed(nodes: NodeProto[], values: string[]): NodeProto[] {
  const wanted = new Set(values)
  const kept = nodes.toReversed().filter((node) => {
    if (!node.output.some((name) => wanted.has(name))) return false
    for (const name of node.input) wanted.add(name)
    return true
  })
  return kept.reverse()
}
