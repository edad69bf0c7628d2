import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeMap } from './encode-map.ts'

describe('encodeMap', () => {
  it('writes an 8-bit grey PNG in which 255 is 1.0; what lies outside 0 to 1 is cut', async () => {
    const png = encodeMap({ width: 3, height: 2, data: Float32Array.of(0, 0.5, 1, 0.25, -1, 7) })
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
