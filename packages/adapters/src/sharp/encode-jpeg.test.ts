import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeJpeg } from './encode-jpeg.ts'

describe('encodeJpeg', () => {
  it('writes the pixels as a JPEG of the same size and nearly the same colours', async () => {
    const data = Uint8Array.from({ length: 16 * 8 * 3 }, (_, n) => [200, 100, 50][n % 3] ?? 0)
    const jpeg = await encodeJpeg({ width: 16, height: 8, data })
    const { data: back, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([16, 8])
    for (let n = 0; n < back.length; n++) expect(Math.abs((back[n] ?? 0) - (data[n] ?? 0))).toBeLessThan(6)
  })
})
