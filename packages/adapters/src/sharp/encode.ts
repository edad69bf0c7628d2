import type { AnomalyMap, Pixels } from '@nabij/vision'
import sharp from 'sharp'

/** The map as an 8-bit grey PNG of its own size: 255 is 1.0. */
export async function encodeMap({ width, height, data }: AnomalyMap): Promise<Uint8Array> {
  const grey = Uint8Array.from(data, (value) => Math.round(Math.min(1, Math.max(0, value)) * 255))
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 6 })
    .toBuffer()
}

/** RGB pixels as a JPEG. */
export async function encodeJpeg({ width, height, data }: Pixels, quality = 88): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
