import { deflateSync } from 'node:zlib'
import type { AnomalyMap } from '@nabij/vision'
import { grey, pngFile } from './file.ts'

/**
 * The map as an 8-bit grey PNG of its own size: 255 is 1.0. Written here and not by sharp, which takes a millisecond
 * to set itself up for four kilobytes (format: W3C PNG specification, third edition).
 */
export function encodeMap({ width, height, data }: AnomalyMap): Uint8Array {
  return pngFile({ width, height }, grey, deflateSync(differences(width, height, data), { level: 6 }))
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
