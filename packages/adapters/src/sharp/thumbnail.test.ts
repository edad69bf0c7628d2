import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { thumbnail } from './thumbnail.ts'

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
