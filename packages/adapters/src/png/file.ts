import { crc32 } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const grey = 0
export const colour = 2

/** A PNG of eight bits a channel, not interlaced (W3C PNG specification, third edition). */
export function pngFile(size: { width: number; height: number }, type: number, deflated: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size.width, 0)
  header.writeUInt32BE(size.height, 4)
  header[8] = 8 // bits per channel; what stays zero says: deflate, usual filters, not interlaced
  header[9] = type
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflated), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
