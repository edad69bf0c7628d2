import { type Box, NabijError } from '@nabij/base'
import { sha256 } from '@nabij/base/sha256'
import { withoutIgnored } from '../locate/index.ts'
import type { Fit, PictureDecoder, Pixels } from '../picture.ts'

/** Something that can be read again and again: the bytes of a photo. */
export interface PhotoToTeach {
  load(): Promise<Uint8Array>
}

export interface DifferentPhotos {
  /** Pixels of each different photo. */
  photos: Pixels[]
  /** For each photo as given, which of `photos` it is. */
  copies: number[]
}

/** How photos are decoded, and what of them is looked at. */
export interface Reading {
  size: number
  fit: Fit
  region: Box | null
  ignore: Box[]
}

/**
 * Decodes all photos, ignored places filled. Two with the same pixels are one photo: a copy would explain itself
 * perfectly, and the limit would be far too low.
 * @throws NabijError NABIJ_PICTURE_… of the first that cannot be read, with its place (from 1) as parameter `photo`
 */
export async function readPhotos(
  given: PhotoToTeach[],
  decoder: PictureDecoder,
  { size, fit, region, ignore }: Reading,
  signal: AbortSignal,
  onPhoto: () => void = () => {},
): Promise<DifferentPhotos> {
  const photos: Pixels[] = []
  const copies: number[] = []
  const seen = new Map<string, number>()
  for (const [index, photo] of given.entries()) {
    signal.throwIfAborted()
    const pixels = await decode(photo, index)
    const key = await sha256(pixels.data)
    const place = seen.get(key) ?? photos.push(pixels) - 1
    seen.set(key, place)
    copies.push(place)
    onPhoto()
  }
  return { photos, copies }

  async function decode(photo: PhotoToTeach, index: number): Promise<Pixels> {
    const bytes = await photo.load()
    try {
      return withoutIgnored((await decoder.decode(bytes, size, fit, region)).pixels, { region, ignore })
    } catch (error) {
      if (!(error instanceof NabijError)) throw error
      throw new NabijError(error.code, { ...error.params, photo: index + 1 }, error)
    }
  }
}
