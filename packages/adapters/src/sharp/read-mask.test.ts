import sharp from 'sharp'
import { expect, it } from 'vitest'
import { readMask } from './read-mask.ts'

const left = { create: { width: 2, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 1 } } } as const
const half = { create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const

it('takes what is opaque, whatever its colour, where there is transparency', async () => {
  const input = await sharp(left).png().toBuffer()
  const mask = await sharp(half)
    .composite([{ input, left: 0, top: 0 }])
    .png()
    .toBuffer()
  expect([...(await readMask(mask, 2))]).toEqual([1, 0, 1, 0])
})

it('takes what is bright where there is none', async () => {
  const white = { create: { width: 2, height: 4, channels: 3, background: '#fff' } } as const
  const input = await sharp(white).png().toBuffer()
  const black = { create: { width: 4, height: 4, channels: 3, background: '#000' } } as const
  const mask = await sharp(black)
    .composite([{ input, left: 2, top: 0 }])
    .png()
    .toBuffer()
  expect([...(await readMask(mask, 2))]).toEqual([0, 1, 0, 1])
})
