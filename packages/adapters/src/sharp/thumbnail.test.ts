import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { smallPicture, thumbnail } from './thumbnail.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#369' } })

const sizeOf = async (picture: Uint8Array) => {
  const { format, width, height } = await sharp(await thumbnail(picture)).metadata()
  return { format, width, height }
}

describe('thumbnail', () => {
  it('keeps the aspect and is at most 240 pixels wide', async () => {
    expect(await sizeOf(await plain(960, 480).png().toBuffer())).toEqual({ format: 'jpeg', width: 240, height: 120 })
    expect(await sizeOf(await plain(40, 4000).png().toBuffer())).toMatchObject({ height: 480 })
  })

  it('turns by EXIF and enlarges nothing', async () => {
    const lying = await plain(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await sizeOf(lying)).toEqual({ format: 'jpeg', width: 40, height: 60 })
  })

  it('refuses what is no picture', async () => {
    await expect(thumbnail(new TextEncoder().encode('no picture'))).rejects.toMatchObject({
      code: 'NABIJ_PICTURE_UNKNOWN_TYPE',
    })
  })
})

describe('a small picture of pixels that are there already', () => {
  const small = async (of: { width: number; height: number }, width = 256, height = 256) => {
    const data = await plain(width, height).raw().toBuffer()
    const made = await sharp(await smallPicture({ width, height, data }, of)).metadata()
    return { format: made.format, width: made.width, height: made.height }
  }

  it('has the shape of the picture, and no side longer than the pixels', async () => {
    expect(await small({ width: 960, height: 480 })).toEqual({ format: 'jpeg', width: 240, height: 120 })
    expect(await small({ width: 600, height: 1200 })).toMatchObject({ width: 128, height: 256 })
    expect(await small({ width: 1600, height: 1200 }, 1024, 768)).toMatchObject({ width: 240, height: 180 })
    expect(await small({ width: 40, height: 4000 })).toMatchObject({ width: 3, height: 256 })
  })

  it('enlarges nothing', async () => {
    expect(await small({ width: 60, height: 40 })).toEqual({ format: 'jpeg', width: 60, height: 40 })
  })
})
