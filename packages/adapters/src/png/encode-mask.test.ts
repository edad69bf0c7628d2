import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeMap } from './encode-map.ts'
import { encodeMask } from './encode-mask.ts'
import { readMap } from './read-map.ts'

const green = [0x23, 0xa4, 0x36] as const

async function decode(png: Uint8Array) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  const coloured = Array.from({ length: info.width * info.height }, (_, n) => data[3 * n] !== 255).filter(
    Boolean,
  ).length
  return { ...info, at, coloured: coloured / (info.width * info.height) }
}

/** High in a square of 16 × 16 of its 64 × 64 places. */
const map = { width: 64, height: 64, data: new Float32Array(64 * 64) }
for (let y = 8; y < 24; y++) for (let x = 40; x < 56; x++) map.data[y * 64 + x] = 0.8

describe('encodeMask', () => {
  it('is as large as the picture, white, and coloured where the map is highest', async () => {
    const mask = await decode(await encodeMask(map, { width: 640, height: 480 }, 256 / 4096, green))
    expect([mask.width, mask.height, mask.channels]).toEqual([640, 480, 3])
    expect(mask.at(0, 0)).toEqual([255, 255, 255])
    expect(mask.at(639, 479)).toEqual([255, 255, 255])
    expect(mask.at(480, 120)).toEqual([...green])
    expect(mask.at(396, 120)).toEqual([255, 255, 255])
    expect(mask.at(404, 120)).toEqual([...green])
    expect(mask.coloured).toBeCloseTo(256 / 4096, 2)
  })

  it.each([
    [1, 1],
    [3, 7],
    [5000, 2],
    [1, 4096],
  ])('has any size: %d × %d', async (width, height) => {
    const mask = await decode(await encodeMask(map, { width, height }, 0.0625, green))
    expect([mask.width, mask.height]).toEqual([width, height])
  })

  it('is all white without a share, and small', async () => {
    const png = await encodeMask(map, { width: 4096, height: 3000 }, 0, green)
    expect(png.length).toBeLessThan(200_000)
    expect((await decode(png)).coloured).toBe(0)
    expect((await decode(await encodeMask(map, { width: 64, height: 64 }, 1, green))).coloured).toBe(1)
  })
})

describe('readMap', () => {
  it('reads what encodeMap wrote', () => {
    const back = readMap(encodeMap(map))
    expect([back.width, back.height]).toEqual([64, 64])
    for (const [n, value] of back.data.entries()) expect(Math.abs(value - (map.data[n] ?? 0))).toBeLessThan(1 / 255)
  })

  it('reads nothing else', async () => {
    const file = Buffer.from(encodeMap(map))
    const large = Buffer.from(file)
    large.writeUInt32BE(2 ** 31, 16)
    const foreign = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const broken = Buffer.from(file)
    broken.fill(7, 45, 60)
    for (const png of [Buffer.alloc(0), file.subarray(0, 60), large, foreign, broken, Buffer.from('no picture at all')])
      expect(() => readMap(png)).toThrowError(expect.objectContaining({ code: 'NABIJ_PICTURE_DAMAGED' }))
  })
})
