import type { ModelRuntime, Tensor } from '../model-runtime.ts'
import { graphBuilder } from '../onnx/graph-builder.ts'
import type { Pixels } from '../picture.ts'
import type { Network } from './network.ts'

/** Lowest and highest of one value over all pictures. */
export interface Seen {
  low: number
  high: number
}

/** Runs the model as it is on pictures and looks at what lies between its convolutions. */
export async function observe(
  network: Network,
  runtime: ModelRuntime,
  pictures: Iterable<Pixels>,
): Promise<ReadonlyMap<string, Seen>> {
  const graph = graphBuilder('seen')
  graph.include(network.model)
  for (const name of network.between) graph.output(`seen_${name}`, name, [])
  const model = await runtime.load(graph.build('observed'))
  const seen = new Map<string, Seen>()
  try {
    for (const { width, height, data } of pictures) {
      const outputs = await model.run({ pixels: { type: 'uint8', dims: [1, height, width, 3], data } })
      for (const name of network.between) {
        const output = outputs[`seen_${name}`]
        if (output) seen.set(name, wider(seen.get(name) ?? { low: 0, high: 0 }, output))
      }
    }
  } finally {
    await model.close()
  }
  return seen
}

function wider({ low, high }: Seen, { data }: Tensor): Seen {
  for (const value of data as Float32Array) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}
