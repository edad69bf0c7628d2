import { NabijError } from '@nabij/base'
import { serveModels } from '../model-thread.ts'

/** An engine that adds the first byte of its "model" to each number, and refuses a model that starts with 255. */
serveModels({
  async load(onnx) {
    const [first = 0] = onnx
    if (first === 255) throw new NabijError('NABIJ_INVALID_INPUT', { where: 'model', rule: 'it is bad' })
    return {
      async run({ x }) {
        const data = Float32Array.from(x?.data as Float32Array, (value) => value + first)
        return { y: { type: 'float32', dims: x?.dims ?? [], data } }
      },
      close: async () => undefined,
    }
  },
})
