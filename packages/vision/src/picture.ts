/** Decoded pixels: RGB, 8 bit, row by row; `data.length` is width · height · 3. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** Port: a decoder of compressed pictures. */
export interface PictureDecoder {
  /**
   * Decodes, turns by EXIF and scales to size × size pixels (aspect not kept, averaged when shrinking).
   * `width` and `height` are those of the turned picture before scaling.
   * @throws NabijError NABIJ_PICTURE_… when it is no picture, damaged, or too large.
   */
  decode(picture: Uint8Array, size: number): Promise<{ pixels: Pixels; width: number; height: number }>
}
