import type { PictureFacts } from '@nabij/stations'
import { openPicture } from './open-picture.ts'
import { scaled } from './sharp-decoder.ts'

/** Reads the header and decodes once; `width` and `height` are those after turning by EXIF. */
export async function examinePicture(picture: Uint8Array): Promise<PictureFacts> {
  const { type, width, height, image } = await openPicture(picture)
  await scaled(image, 32)
  return { format: type, width, height }
}
