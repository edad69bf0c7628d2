import type { Fit, PictureDecoder, Pixels } from '@nabij/vision'
import type { Sharp } from 'sharp'
import { decoding, openPicture } from './open-picture.ts'

/** Decodes with libvips: turned by EXIF, RGB as stored (no colour profile), 8 bit, laid on white where it is transparent. */
export function sharpDecoder(): PictureDecoder {
  return {
    async decode(picture, size, fit = 'fill') {
      const { image, width, height } = await openPicture(picture)
      return { pixels: await scaled(image, size, fit), width, height }
    },
  }
}

/** All pixels are read, so a picture that ends half-way is refused. */
export async function scaled(image: Sharp, size: number, fit: Fit = 'fill'): Promise<Pixels> {
  const pipeline = image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(size, size, { fit, kernel: 'linear', withoutEnlargement: fit === 'inside' })
    .raw({ depth: 'uchar' })
  const { data, info } = await decoding(pipeline.toBuffer({ resolveWithObject: true }))
  return { width: info.width, height: info.height, data: info.channels === 3 ? data : tripled(data, info.channels) }
}

/** The first channel (grey) three times. */
function tripled(data: Uint8Array, channels: number): Uint8Array {
  const out = new Uint8Array((data.length / channels) * 3)
  for (let n = 0; n < out.length; n++) out[n] = data[Math.floor(n / 3) * channels] ?? 0
  return out
}
