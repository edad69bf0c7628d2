import type { Pixels } from '@nabij/vision'
import sharp from 'sharp'
import { decoding, openPicture } from './open-picture.ts'

/** Pixels across at most. */
export const thumbnailWidth = 240

/**
 * A small JPEG of the picture: turned by EXIF, aspect kept, at most 240 pixels wide and 480 high, never enlarged.
 * @throws NabijError NABIJ_PICTURE_…
 */
export async function thumbnail(picture: Uint8Array): Promise<Uint8Array> {
  const { image } = await openPicture(picture)
  const pipeline = image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(thumbnailWidth, 2 * thumbnailWidth, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
    .jpeg({ quality: 80 })
  return decoding(pipeline.toBuffer())
}

/**
 * The same of pixels that are there already, perhaps squeezed into a square: in the shape of the picture of which they
 * are, no side longer than theirs. Five times as fast as decoding again.
 */
export async function smallPicture(pixels: Pixels, of: { width: number; height: number }): Promise<Uint8Array> {
  const { width, height, data } = pixels
  const scale = Math.min(
    1,
    Math.min(thumbnailWidth, width) / of.width,
    Math.min(2 * thumbnailWidth, height) / of.height,
  )
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  const pipeline = sharp(data, { raw: { width, height, channels: 3 } })
    .resize(side(of.width), side(of.height), { fit: 'fill', kernel: 'linear' })
    .jpeg({ quality: 80 })
  return decoding(pipeline.toBuffer())
}
