import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, 'efficientnet-lite0')
const onnx = readFileSync(join(folder, 'backbone.onnx'))

describe('the committed EfficientNet-Lite0', () => {
  it('has the bytes whose checksum is stated', () => {
    const [stated] = readFileSync(join(folder, 'checksums'), 'utf8').split(' ')
    expect(createHash('sha256').update(onnx).digest('hex')).toBe(stated)
  })

  it('turns pixels into the three feature maps, at any size in steps of 32', async () => {
    const model = await onnxRuntime().load(onnx)
    for (const size of [64, 96]) {
      const data = Uint8Array.from({ length: size * size * 3 }, (_, n) => (n * 37) % 256)
      const maps = await model.run({ pixels: { type: 'uint8', dims: [1, size, size, 3], data } })
      const shapes = Object.fromEntries(Object.entries(maps).map(([name, { dims }]) => [name, dims]))
      expect(shapes).toEqual({
        b2: [1, 40, size / 8, size / 8],
        b4: [1, 112, size / 16, size / 16],
        b6: [1, 320, size / 32, size / 32],
      })
      for (const map of Object.values(maps))
        expect(map.data.every((value) => Number.isFinite(Number(value)))).toBe(true)
    }
    await model.close()
  })
})
