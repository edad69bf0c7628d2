import { readFileSync } from 'node:fs'
import { type PictureDecoder, type Pixels, teach } from '@nabij/vision'
import { expect, it } from 'vitest'
import { onnxRuntime } from './onnx-runtime.ts'

const backbone = readFileSync(new URL('../../../../models/efficientnet-lite0/backbone.onnx', import.meta.url))

/** Loose pins on a table, three in each photo; `odd` of them are striped the other way, and the same to the pixel. */
interface Drawing {
  seed: number
  odd: number
}

const decoder: PictureDecoder = {
  async decode(picture, size, fit) {
    const height = fit === 'inside' ? Math.round(size * 0.75) : size
    const pixels = draw(JSON.parse(new TextDecoder().decode(picture)) as Drawing, size, height)
    return { pixels, width: size, height }
  },
}

function draw({ seed, odd }: Drawing, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3)
  const pins = [0, 1, 2].map((n) => ({
    x: Math.round(width * (0.2 + 0.3 * n + 0.03 * Math.sin(seed * 5 + n))),
    y: Math.round(height * (0.5 + 0.12 * Math.sin(seed * 3 + n * 2))),
    odd: n < odd,
  }))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 60
      for (const pin of pins) {
        const [along, across] = [(x - pin.x) / width, (y - pin.y) / width]
        if (Math.abs(along) > 0.11 || Math.abs(across) > (along > 0.06 ? 0.05 : 0.02)) continue
        value = pin.odd
          ? 180 + 30 * Math.sin(across * 300)
          : 180 + 30 * Math.sin(along * 300) + 4 * Math.sin(seed * 7 + pin.x + along * 90)
      }
      data.fill(Math.round(value), (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { width, height, data }
}

it('parts of one photo count once, and never explain each other', { timeout: 120_000 }, async () => {
  const photos = Array.from({ length: 4 }, (_, n) => {
    const drawing: Drawing = { seed: n + 1, odd: n === 2 ? 2 : 0 }
    return { load: async () => new TextEncoder().encode(JSON.stringify(drawing)) }
  })
  const { facts } = await teach({ photos, decoder, locate: 'on', runtime: onnxRuntime(), backbone })
  expect(facts.locate?.parts).toEqual({ least: 3, most: 3 })
  // Four photos of three parts promise what four photos do.
  expect(facts).toMatchObject({ photos: 4, next: { photos: 16, atMost: 0.14 } })
  expect(facts.goodScores).toHaveLength(4)
  // The second odd part lies in the same photo: it makes the first no more usual.
  const usual = Math.max(...facts.goodScores.filter((_, n) => n !== 2))
  expect(facts.goodScores[2]).toBeGreaterThan(1.5 * usual)
})
