import { readFileSync } from 'node:fs'
import type { RecipeFacts } from '@nabij/base'
import { type PictureDecoder, type Pixels, teach } from '@nabij/vision'
import { expect, it } from 'vitest'
import { onnxRuntime } from './onnx-runtime.ts'

const backbone = readFileSync(new URL('../../../../models/efficientnet-lite0/backbone.onnx', import.meta.url))

/** Loose pins on a table, three in each photo; `odd` of them are striped the other way. */
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
    x: 0.2 + 0.3 * n + 0.03 * Math.sin(seed * 5 + n),
    y: 0.5 + 0.12 * Math.sin(seed * 3 + n * 2),
    angle: seed * 1.1 + n * 2.3,
    odd: n < odd,
  }))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 60 + 2 * Math.sin(seed + x / 9) + 2 * Math.sin(y / 7)
      for (const pin of pins) {
        const [u, v] = [x / width - pin.x, (y / height - pin.y) * 0.75]
        const along = Math.cos(pin.angle) * u + Math.sin(pin.angle) * v
        const across = Math.cos(pin.angle) * v - Math.sin(pin.angle) * u
        if (Math.abs(along) > 0.11 || Math.abs(across) > (along > 0.06 ? 0.05 : 0.02)) continue
        value = 180 + 30 * Math.sin((pin.odd ? across : along) * 300) + 4 * Math.sin(seed * 7 + along * 90)
      }
      data.fill(Math.round(value), (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { width, height, data }
}

async function taught(odd: number): Promise<RecipeFacts> {
  const photos = Array.from({ length: 6 }, (_, n) => {
    const drawing: Drawing = { seed: n + 1, odd: n === 2 ? odd : 0 }
    return { load: async () => new TextEncoder().encode(JSON.stringify(drawing)) }
  })
  return (await teach({ photos, decoder, runtime: onnxRuntime(), backbone })).facts
}

it('parts of one photo count once, and never explain each other', { timeout: 60_000 }, async () => {
  const one = await taught(1)
  const two = await taught(2)
  expect(one.locate?.parts).toEqual({ least: 3, most: 3 })
  // Six photos of three parts promise what six photos do.
  for (const facts of [one, two]) {
    expect(facts).toMatchObject({ photos: 6, next: { photos: 14, atMost: 0.14 } })
    expect(facts.goodScores).toHaveLength(6)
  }
  const usual = Math.max(...one.goodScores.filter((_, n) => n !== 2))
  expect(one.goodScores[2]).toBeGreaterThan(1.5 * usual)
  // The second odd part lies in the same photo: it makes the first no more usual.
  expect(two.goodScores[2]).toBeGreaterThan(0.8 * (one.goodScores[2] ?? 1))
})
