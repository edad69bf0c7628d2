import type { Box } from '@nabij/base'
import type { Fit, PictureDecoder, Pixels } from '@nabij/vision'
import type { Region, Sharp } from 'sharp'
import { decoding, openPicture } from './open-picture.ts'

/** Decodes with libvips: turned by EXIF, RGB as stored (no colour profile), 8 bit, laid on white where it is transparent. */
export function sharpDecoder(): PictureDecoder {
  return {
    async decode(picture, size, fit = 'fill', region = null) {
      const { image, width, height } = await openPicture(picture)
      const seen = region ? image.extract(pixelsOf(region, width, height)) : image
      return { pixels: await scaled(seen, size, fit), width, height }
    },
  }
}

/** Whole pixels, at least one and none beyond the picture. */
function pixelsOf({ x, y, w, h }: Box, width: number, height: number): Region {
  const left = Math.min(width - 1, Math.max(0, Math.round(x * width)))
  const top = Math.min(height - 1, Math.max(0, Math.round(y * height)))
  const right = Math.min(width, Math.max(left + 1, Math.round((x + w) * width)))
  const bottom = Math.min(height, Math.max(top + 1, Math.round((y + h) * height)))
  return { left, top, width: right - left, height: bottom - top }
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
