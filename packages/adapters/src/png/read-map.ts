import { inflateSync } from 'node:zlib'
import { NabijError } from '@nabij/base'
import type { AnomalyMap } from '@nabij/vision'

/** A map is small: what says more is none of ours. */
const mostSide = 1024

/**
 * A map that `encodeMap` wrote, and nothing else: it is no reader of foreign pictures.
 * @throws NabijError NABIJ_PICTURE_DAMAGED
 */
export function readMap(png: Uint8Array): AnomalyMap {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  try {
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
    if (width > mostSide || height > mostSide || file.toString('latin1', 37, 41) !== 'IDAT') throw unreadable()
    const deflated = file.subarray(41, 41 + file.readUInt32BE(33))
    const rows = inflateSync(deflated, { maxOutputLength: (width + 1) * height })
    if (rows.length !== (width + 1) * height) throw unreadable()
    return { width, height, data: heights(rows, width, height) }
  } catch (error) {
    throw error instanceof NabijError ? error : unreadable(error)
  }
}

/** Each row is the difference to the one above. */
function heights(rows: Buffer, width: number, height: number): Float32Array {
  const data = new Float32Array(width * height)
  const above = new Uint8Array(width)
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1)
    if (rows[start] !== 2) throw unreadable()
    for (let x = 0; x < width; x++) {
      above[x] = (above[x] ?? 0) + (rows[start + 1 + x] ?? 0)
      data[y * width + x] = (above[x] ?? 0) / 255
    }
  }
  return data
}

function unreadable(cause?: unknown): NabijError {
  return new NabijError('NABIJ_PICTURE_DAMAGED', {}, cause)
}
