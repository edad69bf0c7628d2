import type { Box } from '@nabij/base'

/** Decoded pixels: RGB, 8 bit, row by row; `data.length` is width · height · 3. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** A picture as one decoding gave it. */
export interface DecodedPicture {
  /** Scaled as asked. */
  pixels: Pixels
  /** Of the whole picture, after turning by EXIF. */
  width: number
  height: number
}

/** fill: size × size pixels, aspect not kept; inside: aspect kept, at most `size` pixels on a side, never enlarged. */
export type Fit = 'fill' | 'inside'

/** Port: a decoder of compressed pictures. */
export interface PictureDecoder {
  /**
   * Decodes, turns by EXIF and scales (averaged when shrinking); `fit` is fill when it is left out.
   * @param region of the turned picture, in shares: only that part of it becomes pixels; all of it when it is left out
   * @throws NabijError NABIJ_PICTURE_… when it is no picture, damaged, or too large.
   */
  decode(picture: Uint8Array, size: number, fit?: Fit, region?: Box | null): Promise<DecodedPicture>
}
