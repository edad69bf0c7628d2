const pictureNames = /\.(jpe?g|png|webp|tiff?|gif|avif|bmp|heic|heif)$/i
/** Hidden files, and what programs call a file while they are still writing it. */
const passing = /^\.|~$|\.(tmp|temp|part|partial|crdownload|filepart|download|lock)$/i

/** Whether a file may be a picture: by its name, by its content, or never (it will be renamed when it is done). */
export function nameSays(name: string): 'picture' | 'ask the content' | 'never' {
  if (passing.test(name)) return 'never'
  return pictureNames.test(name) ? 'picture' : 'ask the content'
}

/** First bytes that are needed to recognise a picture. */
export const headLength = 16

/** Whether the first bytes are those of a picture that nabij can read. */
export function startsAsPicture(head: Uint8Array): boolean {
  const text = latin(head.subarray(0, headLength))
  return /^(\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|....ftypavi[fs])/s.test(text)
}

/**
 * Whether the end of the picture is there, as far as its kind lets that be seen. Programs that make room for a file
 * before they fill it leave zeros; those that write slowly leave a picture that stops in the middle.
 */
export function isWhole(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, headLength))
  const tail = latin(bytes.subarray(-1024))
  if (/^\0*$/.test(head)) return false
  if (head.startsWith('\xff\xd8\xff')) return tail.includes('\xff\xd9')
  if (head.startsWith('\x89PNG')) return tail.includes('IEND')
  if (head.startsWith('GIF8')) return /;\0*$/.test(tail)
  if (head.startsWith('RIFF'))
    return bytes.length >= 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  return true
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
