const signatures: { type: string; at: number; bytes: string }[] = [
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', at: 0, bytes: 'GIF8' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/tiff', at: 0, bytes: 'II*\0' },
  { type: 'image/tiff', at: 0, bytes: 'MM\0*' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
]

/** The type by the content itself; what is no picture we know is served as bytes that no browser opens. */
export function pictureType(picture: Uint8Array): string {
  const head = Buffer.from(picture.subarray(0, 32)).toString('latin1')
  return signatures.find(({ at, bytes }) => head.startsWith(bytes, at))?.type ?? 'application/octet-stream'
}
