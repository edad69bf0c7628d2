import { NabijError } from '@nabij/base'
import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { type PictureType, pictureType } from './picture-type.ts'

/** What is decoded at most: from the header, before a pixel is. */
export const pictureLimits = { side: 20_000, megapixels: 100, smallestSide: 8 } as const

// One picture at a time on one thread, and nothing kept: executors are processes, their number is the concurrency.
sharp.concurrency(1)
sharp.cache(false)
// Only these loaders run. Others (SVG, text, …) may open further files or are large surfaces for a hostile file.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif', 'Heif'].map((loader) => `VipsForeignLoad${loader}`),
})

export interface OpenPicture {
  type: PictureType
  /** Pixels, after turning by EXIF. */
  width: number
  height: number
  /** The first frame, turned; nothing decoded yet. */
  image: Sharp
}

/**
 * Reads the header only.
 * @throws NabijError NABIJ_PICTURE_EMPTY, _UNKNOWN_TYPE, _DAMAGED, _TOO_LARGE, _TOO_SMALL
 */
export async function openPicture(picture: Uint8Array): Promise<OpenPicture> {
  const type = pictureType(picture)
  // Colour profiles are left aside: one camera keeps one profile, and converting doubles the time to decode.
  const options: SharpOptions = { autoOrient: true, failOn: 'error', pages: 1, ignoreIcc: true }
  const { width, height } = await header(sharp(picture, { ...options, limitInputPixels: false }))
  checkSize(width, height)
  return {
    type,
    width,
    height,
    image: sharp(picture, { ...options, limitInputPixels: pictureLimits.megapixels * 1e6 }),
  }
}

/** @throws NabijError NABIJ_PICTURE_DAMAGED when `work` fails inside the decoder. */
export async function decoding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new NabijError('NABIJ_PICTURE_DAMAGED', { reason: String(error).slice(0, 200) }, error)
  }
}

async function header(image: Sharp): Promise<{ width: number; height: number }> {
  const { autoOrient, width, height, pageHeight } = await decoding(image.metadata())
  // Of an animation `height` may be that of all frames above each other.
  return pageHeight && autoOrient.height === height ? { width, height: pageHeight } : autoOrient
}

function checkSize(width: number, height: number): void {
  const { side, megapixels, smallestSide } = pictureLimits
  if (Math.max(width, height) > side || width * height > megapixels * 1e6) {
    throw new NabijError('NABIJ_PICTURE_TOO_LARGE', { width, height, side, megapixels })
  }
  if (Math.min(width, height) < smallestSide) {
    throw new NabijError('NABIJ_PICTURE_TOO_SMALL', { width, height, side: smallestSide })
  }
}
