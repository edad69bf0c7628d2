import type { Tensor } from '@nabij/vision'
import { afterEach, describe, expect, it } from 'vitest'
import type { Limits } from './limits.ts'
import { startExecutorPool } from './pool.ts'
import { tensorsFrom, tensorsInto } from './tensor-bytes.ts'
import { fixtureProgram, word } from './testing/words.ts'
import { unpackModel } from './unpack-model.ts'

const pools: ReturnType<typeof startExecutorPool>[] = []

function start(limits: Partial<Limits> = {}): ReturnType<typeof startExecutorPool> {
  const pool = startExecutorPool({
    program: fixtureProgram,
    executors: 1,
    log: () => undefined,
    limits: { pauseMs: 10, ...limits },
  })
  pools.push(pool)
  return pool
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()))
})

const model = { sha256: 'abc', path: '/nowhere' }

describe('a model from elsewhere', () => {
  it('runs in a child of its own', async () => {
    const pool = start()
    const judging = await pool.inspect(model, word('a'))
    const { width } = await pool.recognise(model, null, word('a'))
    expect(width).not.toBe(judging.width)
    // Reading one is the same child's work.
    expect((await pool.readModel(model)).opset).toBe(width)
  })

  it.each(['crash', 'exit', 'garbage'])('that makes its child %s takes no verdict along', async (how) => {
    const pool = start()
    const judging = await pool.inspect(model, word('a'))
    const lost = pool.recognise(model, null, word(how))
    const meanwhile = pool.inspect(model, word('slow'))
    await expect(lost).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_LOST' })
    expect((await meanwhile).width).toBe(judging.width)
    expect((await pool.recognise({ ...model, sha256: 'other' }, null, word('a'))).height).toBe(1)
  })

  it('that never ends is ended', async () => {
    const pool = start({ modelMs: 300 })
    await expect(pool.recognise(model, null, word('never'))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_TIMEOUT' })
    await expect(pool.recognise(model, null, word('spin'))).rejects.toMatchObject({ code: 'NABIJ_EXECUTOR_TIMEOUT' })
    expect((await pool.inspect(model, word('a'))).height).toBe(1)
  })

  it('that takes more and more memory is ended', async () => {
    const pool = start({ modelMemoryMb: 300 })
    await expect(pool.recognise(model, null, word('grow'))).rejects.toMatchObject({
      code: 'NABIJ_EXECUTOR_LOST',
      params: { reason: 'memory' },
    })
  })

  it('gets numbers of every kind, and gives them back', async () => {
    const tensors: Record<string, Tensor> = {
      odd: { type: 'uint8', dims: [3], data: Uint8Array.of(1, 2, 255) },
      large: { type: 'int64', dims: [2], data: BigInt64Array.of(-1n, 2n ** 60n) },
      none: { type: 'float32', dims: [0, 4], data: new Float32Array() },
      half: { type: 'float16', dims: [1], data: Uint16Array.of(15360) },
      small: { type: 'float32', dims: [1, 2], data: Float32Array.of(0.5, -2) },
    }
    expect(await start().infer(model, tensors)).toEqual(tensors)
  })
})

describe('numbers on their way', () => {
  it('that are more or fewer than their sizes say are refused', () => {
    const { values, bytes } = tensorsInto({ x: { type: 'float32', dims: [2], data: Float32Array.of(1, 2) } })
    const refused = { code: 'NABIJ_MODEL_TENSOR' }
    for (const wrong of [bytes.subarray(1), Buffer.concat([bytes, bytes])])
      expect(() => tensorsFrom(values, wrong)).toThrow(expect.objectContaining(refused))
    const huge = [{ name: 'x', type: 'float32' as const, dims: [2 ** 40, 2 ** 40] }]
    expect(() => tensorsFrom(huge, bytes)).toThrow(expect.objectContaining(refused))
    expect(() => tensorsFrom([{ name: 'x', type: 'other', dims: [1] }], bytes)).toThrow(
      expect.objectContaining(refused),
    )
  })
})

describe('what is no zip and no model', () => {
  it('is named as damage', async () => {
    const zip = (rest: number[]) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest)
    await expect(unpackModel(zip([]))).rejects.toMatchObject({ code: 'NABIJ_MODEL_DAMAGED' })
    await expect(unpackModel(zip(Array<number>(200).fill(7)))).rejects.toMatchObject({ code: 'NABIJ_MODEL_DAMAGED' })
    expect((await unpackModel(word('anything'))).texts).toEqual({})
  })
})
