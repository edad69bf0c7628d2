import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { grey, pngFile } from '@nabij/adapters/png'
import type { Box } from '@nabij/base'

const pressed = promisify(deflate)

/** A grey picture of this size, white inside the boxes and black outside: how MVTec marks where a defect is. */
export async function maskPng(width: number, height: number, boxes: readonly Box[]): Promise<Uint8Array> {
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height)
  for (const { x, y, w, h } of boxes) {
    const [left, right] = [Math.max(0, Math.floor(x * width)), Math.min(width, Math.ceil((x + w) * width))]
    const [top, bottom] = [Math.max(0, Math.floor(y * height)), Math.min(height, Math.ceil((y + h) * height))]
    for (let row = top; row < bottom; row++) {
      const start = row * (width + 1) + 1
      if (right > left) rows.fill(255, start + left, start + right)
    }
  }
  return pngFile({ width, height }, grey, await pressed(rows, { level: 6 }))
}
