import { NabijError } from '@nabij/base'

export type PictureType = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'avif'

const signatures: { type: PictureType; at: number; bytes: number[] }[] = [
  { type: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'gif', at: 0, bytes: [...latin('GIF87a')] },
  { type: 'gif', at: 0, bytes: [...latin('GIF89a')] },
  { type: 'tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0] },
  { type: 'tiff', at: 0, bytes: [0x4d, 0x4d, 0, 0x2a] },
  { type: 'webp', at: 8, bytes: [...latin('WEBP')] },
  { type: 'avif', at: 4, bytes: [...latin('ftypavif')] },
  { type: 'avif', at: 4, bytes: [...latin('ftypavis')] },
]

/** Types that people do send, named so that the answer helps. */
const refused: { name: string; pattern: RegExp }[] = [
  { name: 'HEIC', pattern: /^....ftyp(heic|heix|mif1|msf1|hevc)/s },
  { name: 'PDF', pattern: /^%PDF/ },
  { name: 'SVG', pattern: /^(\uFEFF|ï»¿)?\s*<(\?xml|svg|!doctype svg)/i },
  { name: 'HTML', pattern: /^\s*<(!doctype )?html/i },
  { name: 'ZIP', pattern: /^PK/ },
  { name: 'BMP', pattern: /^BM/ },
  { name: 'video', pattern: /^....ftyp/s },
]

/**
 * The type of a picture, by its first bytes: names and declared types are not believed.
 * @throws NabijError NABIJ_PICTURE_EMPTY, NABIJ_PICTURE_UNKNOWN_TYPE
 */
export function pictureType(picture: Uint8Array): PictureType {
  if (picture.length === 0) throw new NabijError('NABIJ_PICTURE_EMPTY')
  const known = signatures.find(({ at, bytes }) => bytes.every((byte, n) => picture[at + n] === byte))
  if (known) return known.type
  const start = Buffer.from(picture.buffer, picture.byteOffset, Math.min(64, picture.length)).toString('latin1')
  const found = refused.find(({ pattern }) => pattern.test(start))?.name
  throw new NabijError('NABIJ_PICTURE_UNKNOWN_TYPE', { found: found ?? `${picture.length} bytes` })
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
