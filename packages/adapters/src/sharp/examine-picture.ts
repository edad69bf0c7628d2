import type { PictureFacts } from '@nabij/stations'
import { lookOf, lookSide } from '@nabij/vision'
import { openPicture } from './open-picture.ts'
import { scaled } from './sharp-decoder.ts'

/** Reads the header, decodes once and looks at it; `width` and `height` are those after turning by EXIF. */
export async function examinePicture(picture: Uint8Array): Promise<PictureFacts> {
  const { type, width, height, image } = await openPicture(picture)
  return { format: type, width, height, look: lookOf(await scaled(image, lookSide)) }
}
