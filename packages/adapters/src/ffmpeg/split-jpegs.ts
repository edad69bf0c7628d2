/** Cuts a stream of JPEG files, one behind the other, into its files. */
export interface JpegSplitter {
  /** The files that are complete with these bytes; `begunAt` is when their first byte came. */
  push(bytes: Uint8Array, at: number): { picture: Uint8Array; begunAt: number }[]
}

export class NotJpegError extends Error {}

const none: Buffer = Buffer.alloc(0)

/**
 * Follows the markers, so that a small picture inside the big one (EXIF) does not end it.
 * `push` throws NotJpegError when a megabyte comes without the beginning of a picture, or a picture grows too large.
 */
export function jpegSplitter({ largest = 64 * 2 ** 20, patience = 2 ** 20 } = {}): JpegSplitter {
  let held = none
  let begunAt = 0
  /** Up to here the picture at the beginning of `held` was followed; 0: its beginning is still looked for. */
  let followed = 0
  let skipped = 0

  function seek(at: number): boolean {
    const start = held.indexOf(startOfPicture)
    const lost = start < 0 ? Math.max(0, held.length - 2) : start
    skipped += lost
    held = held.subarray(lost)
    if (skipped > patience) throw new NotJpegError('no JPEG in the stream')
    if (start < 0) return false
    begunAt = at
    followed = 2
    return true
  }

  return {
    push(bytes, at) {
      held = held.length === 0 ? Buffer.from(bytes) : Buffer.concat([held, bytes])
      const pictures: { picture: Uint8Array; begunAt: number }[] = []
      while (followed > 0 || seek(at)) {
        const { end, to } = follow(held, followed)
        if (end === null) {
          if (held.length > largest) throw new NotJpegError('a JPEG without end')
          followed = to
          break
        }
        if (end > 0) pictures.push({ picture: Uint8Array.from(held.subarray(0, end)), begunAt })
        if (end > 0) skipped = 0
        // What is no picture after all is looked through again, behind the mark that deceived.
        held = held.subarray(end > 0 ? end : 2)
        followed = 0
      }
      if (held.length === 0) held = none
      return pictures
    },
  }
}

const startOfPicture = Buffer.from([0xff, 0xd8, 0xff])

/**
 * Follows the markers from `at`. `end`: behind the last byte of the picture, null when it has not come yet (follow on
 * from `to`), 0 when these bytes are no JPEG.
 */
function follow(bytes: Buffer, at: number): { end: number | null; to: number } {
  let to = at
  for (;;) {
    if (to + 2 > bytes.length) return { end: null, to }
    if (bytes[to] !== 0xff) return { end: 0, to }
    const marker = bytes[to + 1] ?? 0
    if (marker === 0xd9) return { end: to + 2, to }
    if (marker === 0xff) to += 1
    else if (isAlone(marker)) to += 2
    else if (marker < 0xc0) return { end: 0, to }
    else {
      if (to + 4 > bytes.length) return { end: null, to }
      const length = bytes.readUInt16BE(to + 2)
      if (length < 2) return { end: 0, to }
      const next = to + 2 + length
      if (marker !== 0xda) {
        if (next > bytes.length) return { end: null, to }
        to = next
        continue
      }
      const behind = behindScan(bytes, next)
      if (behind === null) return { end: null, to }
      to = behind
    }
  }
}

/** Where the marker behind the compressed data stands; null when it has not come yet. */
function behindScan(bytes: Buffer, from: number): number | null {
  let to = from
  for (;;) {
    to = bytes.indexOf(0xff, to)
    if (to < 0 || to + 1 >= bytes.length) return null
    const marker = bytes[to + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && !isAlone(marker)) return to
    to += marker === 0xff ? 1 : 2
  }
}

function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}
