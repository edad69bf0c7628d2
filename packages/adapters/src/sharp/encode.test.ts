import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeJpeg, encodeMap } from './encode.ts'

describe('encodeMap', () => {
  it('writes an 8-bit grey PNG in which 255 is 1.0; what lies outside 0 to 1 is cut', async () => {
    const png = await encodeMap({ width: 3, height: 2, data: Float32Array.of(0, 0.5, 1, 0.25, -1, 7) })
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png',
      width: 3,
      height: 2,
      channels: 1,
      depth: 'uchar',
    })
    expect([...data].filter((_, n) => n % info.channels === 0)).toEqual([0, 128, 255, 64, 0, 255])
  })
})

describe('encodeJpeg', () => {
  it('writes the pixels as a JPEG of the same size and nearly the same colours', async () => {
    const data = Uint8Array.from({ length: 16 * 8 * 3 }, (_, n) => [200, 100, 50][n % 3] ?? 0)
    const jpeg = await encodeJpeg({ width: 16, height: 8, data })
    const { data: back, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([16, 8])
    for (let n = 0; n < back.length; n++) expect(Math.abs((back[n] ?? 0) - (data[n] ?? 0))).toBeLessThan(6)
  })
})
