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
