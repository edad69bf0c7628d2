import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isWhole, nameSays, startsAsPicture } from './picture-file.ts'

const image = sharp({
  create: {
    width: 200,
    height: 150,
    channels: 3,
    background: 'teal',
    noise: { type: 'gaussian', mean: 99, sigma: 30 },
  },
})

describe.each(['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif'] as const)('a %s', (format) => {
  it('is recognised by its content and known to be whole', async () => {
    const bytes = await image.clone().toFormat(format).toBuffer()
    expect(startsAsPicture(bytes)).toBe(true)
    expect(isWhole(bytes)).toBe(true)
  })
})

describe.each(['jpeg', 'png', 'gif', 'webp'] as const)('a %s that stops in the middle', (format) => {
  it.each([20, 0.3, 0.9])('is known not to be whole (%f)', async (share) => {
    const bytes = await image.clone().toFormat(format).toBuffer()
    const end = share > 1 ? share : Math.floor(bytes.length * share)
    expect(isWhole(bytes.subarray(0, end))).toBe(false)
  })
})

describe('a file', () => {
  it('of zeros, or of nothing, is not written yet', () => {
    expect(isWhole(new Uint8Array(5000))).toBe(false)
    expect(isWhole(new Uint8Array())).toBe(false)
  })

  it.each([
    ['a.jpg', 'picture'],
    ['A.TIFF', 'picture'],
    ['a', 'ask the content'],
    ['a.jpg.bak', 'ask the content'],
    ['a.jpg.tmp', 'never'],
    ['.a.jpg', 'never'],
    ['a.jpg~', 'never'],
  ])('called %s: %s', (name, says) => {
    expect(nameSays(name)).toBe(says)
  })
})
