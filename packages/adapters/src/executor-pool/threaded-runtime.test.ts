import { fileURLToPath } from 'node:url'
import type { Tensor } from '@nabij/vision'
import { describe, expect, it } from 'vitest'
import { threadedRuntime } from './threaded-runtime.ts'

const program = fileURLToPath(new URL('./testing/models-program.ts', import.meta.url))
const valuesOf = (results: Record<string, Tensor>) => Object.values(results).map(({ data }) => [...data])
const numbers = (...values: number[]) => ({
  x: { type: 'float32' as const, dims: [values.length], data: Float32Array.from(values) },
})

describe('a runtime in a thread of its own', () => {
  const runtime = threadedRuntime(program)

  it('keeps models apart and answers runs that overlap', async () => {
    const [one, two] = await Promise.all([runtime.load(Uint8Array.of(1)), runtime.load(Uint8Array.of(2))])
    const results = await Promise.all([one.run(numbers(1, 2)), two.run(numbers(1, 2)), one.run(numbers(5))])
    expect(results.flatMap(valuesOf)).toEqual([[2, 3], [3, 4], [6]])
  })

  it('sends of a view only what is seen, and leaves the input usable', async () => {
    const model = await runtime.load(Uint8Array.of(1))
    const large = Float32Array.from({ length: 1000 }, (_, n) => n)
    const data = large.subarray(10, 12)
    const results = await model.run({ x: { type: 'float32', dims: [2], data } })
    expect(valuesOf(results)).toEqual([[11, 12]])
    expect(data[0]).toBe(10)
  })

  it('takes a model away when it is told to, and copies pooled memory of Node', async () => {
    const onnx = Uint8Array.of(3)
    const model = await runtime.loadAndTake(onnx)
    expect(onnx.length).toBe(0)
    const data = Buffer.from('ab')
    const results = await model.run({ x: { type: 'uint8', dims: [2], data } })
    expect(valuesOf(results)).toEqual([[100, 101]])
    expect(data.toString()).toBe('ab')
  })

  it('passes on the error of the engine, and refuses a closed model', async () => {
    await expect(runtime.load(Uint8Array.of(255))).rejects.toMatchObject({ code: 'NABIJ_INVALID_INPUT' })
    const model = await runtime.load(Uint8Array.of(1))
    await model.close()
    await expect(model.run(numbers(1))).rejects.toMatchObject({ params: { message: 'this model was closed' } })
  })
})
