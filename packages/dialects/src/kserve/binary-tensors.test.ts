import { describe, expect, it } from 'vitest'
import type { DialectCall } from '../dialect.ts'
import { kserve } from './kserve.ts'

const text = new TextEncoder()

/** As Triton's own client sends it: JSON, and behind it the bytes of each tensor. */
function ask(inputs: object[], tail: number[], length?: string) {
  const head = text.encode(JSON.stringify({ inputs, parameters: { binary_data_output: true } }))
  return kserve.read({
    method: 'POST',
    path: '/v2/models/koekjes/infer',
    query: new URLSearchParams(),
    headers: { 'inference-header-content-length': length ?? String(head.length) },
    body: Uint8Array.of(...head, ...tail),
  }) as Promise<Extract<DialectCall, { do: 'infer' }>>
}

const sized = (datatype: string, shape: number[], size: unknown) => ({
  name: 'x',
  datatype,
  shape,
  parameters: { binary_data_size: size },
})

describe('tensors as bytes', () => {
  it('are read one after the other, whatever their type', async () => {
    const { inputs } = await ask(
      [
        sized('FP32', [2], 8),
        sized('INT64', [1], 8),
        sized('UINT8', [3], 3),
        sized('BYTES', [1], 7),
        { name: 'y', datatype: 'INT32', shape: [1], data: [7] },
      ],
      [0, 0, 128, 63, 0, 0, 0, 192, 255, 255, 255, 255, 255, 255, 255, 255, 1, 2, 255, 3, 0, 0, 0, 9, 8, 7],
    )
    expect(inputs.map(({ data }) => [...data])).toEqual([[1, -2], [-1], [1, 2, 255], [9, 8, 7], [7]])
  })

  it.each([
    ['more than was sent', [sized('FP32', [2], 8)], [0, 0, 0, 0], undefined],
    ['less than was sent', [sized('UINT8', [1], 1)], [1, 2], undefined],
    ['half a number', [sized('FP32', [1], 3)], [0, 0, 0], undefined],
    ['another shape', [sized('UINT8', [4], 3)], [1, 2, 3], undefined],
    ['a negative size', [sized('UINT8', [1], -1)], [1], undefined],
    ['a broken size', [sized('UINT8', [1], 0.5)], [1], undefined],
    ['an unknown type', [sized('FP7', [1], 1)], [1], undefined],
    ['a text that is longer than its bytes', [sized('BYTES', [1], 5)], [255, 255, 255, 255, 1], undefined],
    ['two texts', [sized('BYTES', [2], 10)], [1, 0, 0, 0, 1, 1, 0, 0, 0, 1], undefined],
    ['no text', [sized('BYTES', [1], 2)], [1, 0], undefined],
    ['JSON that is longer than all', [sized('UINT8', [1], 1)], [1], '999999999'],
    ['a length that is none', [sized('UINT8', [1], 1)], [1], '-1'],
    ['a length in letters', [sized('UINT8', [1], 1)], [1], '1e2'],
  ] as const)('are refused: %s', async (_, inputs, tail, length) => {
    await expect(ask([...inputs], [...tail], length)).rejects.toMatchObject({ code: 'NABIJ_DIALECT_DAMAGED' })
  })
})

describe('whether a model is ready', () => {
  const asked = { do: 'describe', model: 'koekjes', version: null, ready: true } as const
  const facts = { name: 'koekjes', version: '1', createdAt: 0, platform: 'x', inputs: [], outputs: [] }

  it('is told by the status, as clients look at nothing else', async () => {
    for (const [running, status] of [
      [true, 200],
      [false, 400],
    ] as const)
      expect((await kserve.answer(asked, { kind: 'models', models: [{ ...facts, running }] })).status).toBe(status)
  })
})
