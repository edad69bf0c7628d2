import { describe, expect, it } from 'vitest'
import { onnxRuntime } from './onnx-runtime.ts'

/** The smallest model, byte by byte: y = x + x for float32 [n], opset 17. */
const doubling = Uint8Array.from(
  [
    [0x08, 0x08, 0x3a, 0x3a],
    [0x0a, 0x0e, 0x0a, 0x01, 0x78, 0x0a, 0x01, 0x78, 0x12, 0x01, 0x79, 0x22, 0x03, 0x41, 0x64, 0x64],
    [0x12, 0x06, 0x64, 0x6f, 0x75, 0x62, 0x6c, 0x65],
    ...[0x5a, 0x62].map((field, n) => [
      field,
      0x0f,
      0x0a,
      0x01,
      0x78 + n,
      0x12,
      0x0a,
      0x0a,
      0x08,
      0x08,
      0x01,
      0x12,
      0x04,
      0x0a,
      0x02,
      0x08,
      0x03,
    ]),
    [0x42, 0x04, 0x0a, 0x00, 0x10, 0x11],
  ].flat(),
)

describe('onnxRuntime', () => {
  it('runs a graph and gives back named tensors', async () => {
    const model = await onnxRuntime().load(doubling)
    const { y } = await model.run({ x: { type: 'float32', dims: [3], data: Float32Array.of(1, -2, 0.5) } })
    expect(y).toEqual({ type: 'float32', dims: [3], data: Float32Array.of(2, -4, 1) })
    await model.close()
  })

  it('refuses bytes that are no model', async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(64).fill(7), doubling.subarray(0, 30)])
      await expect(onnxRuntime().load(bytes)).rejects.toMatchObject({ code: 'NABIJ_RECIPE_DAMAGED' })
  })

  it('names a run that failed, and runs again afterwards', async () => {
    const model = await onnxRuntime().load(doubling)
    const wrong = model.run({ x: { type: 'float32', dims: [2], data: Float32Array.of(1, 2) } })
    await expect(wrong).rejects.toMatchObject({ code: 'NABIJ_RECIPE_RUN_FAILED' })
    await expect(model.run({})).rejects.toMatchObject({ code: 'NABIJ_RECIPE_RUN_FAILED' })
    const { y } = await model.run({ x: { type: 'float32', dims: [3], data: Float32Array.of(0, 0, 1) } })
    expect(y?.data).toEqual(Float32Array.of(0, 0, 2))
    await model.close()
  })
})
