import type { Box, ModelSettings } from '@nabij/base'
import type { PictureDecoder, Pixels } from '@nabij/vision'
import { resample } from './resample.ts'

/** Where which part of the picture lies within the input. */
export interface Placed {
  pixels: Pixels
  /** Of the picture, in shares. */
  region: Box
  /** Where that lies, in pixels of the input. */
  at: { x: number; y: number; w: number; h: number }
  /** Of the whole picture. */
  width: number
  height: number
}

const whole: Box = { x: 0, y: 0, w: 1, h: 1 }

/** The picture at the size of the input, as the settings want it. @throws NabijError NABIJ_PICTURE_… */
export async function fitPicture(
  picture: Uint8Array,
  decoder: PictureDecoder,
  { width, height }: { width: number; height: number },
  { fit, keep, rim }: Pick<ModelSettings, 'fit' | 'keep' | 'rim'>,
): Promise<Placed> {
  if (fit === 'stretch') {
    const seen = await stretched(picture, decoder, width, height, null)
    return { ...seen, region: whole, at: { x: 0, y: 0, w: width, h: height } }
  }
  if (fit === 'crop') {
    const { width: w, height: h } = await decoder.decode(picture, 16, 'inside')
    const region = middle(w, h, width / height, keep)
    const seen = await stretched(picture, decoder, width, height, region)
    return { ...seen, region, at: { x: 0, y: 0, w: width, h: height } }
  }
  const seen = await decoder.decode(picture, Math.max(width, height), 'inside')
  const scale = Math.min(width / seen.width, height / seen.height)
  const [w, h] = [Math.max(1, Math.round(seen.width * scale)), Math.max(1, Math.round(seen.height * scale))]
  const [x, y] = fit === 'letterbox' ? [Math.round((width - w) / 2 - 0.1), Math.round((height - h) / 2 - 0.1)] : [0, 0]
  const pixels = onto({ width, height }, resample(seen.pixels, w, h), x, y, rim)
  return { pixels, region: whole, at: { x, y, w, h }, width: seen.width, height: seen.height }
}

async function stretched(
  picture: Uint8Array,
  decoder: PictureDecoder,
  width: number,
  height: number,
  region: Box | null,
) {
  const seen = await decoder.decode(picture, Math.max(width, height), 'fill', region)
  return { pixels: resample(seen.pixels, width, height), width: seen.width, height: seen.height }
}

/** The largest part in the middle with this aspect, of which a share stays. */
function middle(width: number, height: number, aspect: number, keep: number): Box {
  const w = Math.min(1, (aspect * height) / width) * keep
  const h = Math.min(1, width / aspect / height) * keep
  return { x: (1 - w) / 2, y: (1 - h) / 2, w, h }
}

function onto(
  size: { width: number; height: number },
  { width, height, data }: Pixels,
  x: number,
  y: number,
  rim: number,
): Pixels {
  const out = new Uint8Array(size.width * size.height * 3).fill(rim)
  for (let row = 0; row < height; row++)
    out.set(data.subarray(row * width * 3, (row + 1) * width * 3), ((y + row) * size.width + x) * 3)
  return { ...size, data: out }
}
