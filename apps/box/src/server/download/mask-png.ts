import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import type { Box } from '@nabij/base'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
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
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const data = await pressed(rows, { level: 6 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
