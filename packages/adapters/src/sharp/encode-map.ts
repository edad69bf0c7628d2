import { crc32, deflateSync } from 'node:zlib'
import type { AnomalyMap } from '@nabij/vision'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * The map as an 8-bit grey PNG of its own size: 255 is 1.0. Written here and not by sharp, which takes a millisecond
 * to set itself up for four kilobytes (format: W3C PNG specification, third edition).
 */
export function encodeMap({ width, height, data }: AnomalyMap): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8 // bits per pixel; the other bytes say: grey, deflate, usual filters, not interlaced
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(differences(width, height, data), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of grey values, each as the difference to the row above (filter 2): a smooth map becomes small numbers. */
function differences(width: number, height: number, data: Float32Array): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  const above = new Uint8Array(width)
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1)
    rows[start] = 2
    for (let x = 0; x < width; x++) {
      const grey = Math.round(Math.min(1, Math.max(0, data[y * width + x] ?? 0)) * 255)
      rows[start + 1 + x] = grey - (above[x] ?? 0)
      above[x] = grey
    }
  }
  return rows
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
