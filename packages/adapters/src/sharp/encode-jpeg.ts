import type { Pixels } from '@nabij/vision'
import sharp from 'sharp'

/** RGB pixels as a JPEG. */
export async function encodeJpeg({ width, height, data }: Pixels, quality = 88): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
