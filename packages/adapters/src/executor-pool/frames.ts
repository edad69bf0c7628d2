/** A message on the wire: a JSON body and raw bytes (a picture, a map), so that no megabyte is ever turned into text. */
export interface Frame {
  /** undefined when the body was no JSON. */
  body: unknown
  bytes: Uint8Array
}

/** Two lengths of 32 bits: of all that follows them, and of the JSON that stands first in it. */
const headLength = 8

/** No picture that nabij takes is larger; a longer frame is garbage. */
export const longestFrame = 512 * 1024 * 1024

/** The frame in pieces, to be written one after the other: the bytes are not copied. */
export function frameOf(body: object, bytes: Uint8Array = new Uint8Array()): Uint8Array[] {
  const json = Buffer.from(JSON.stringify(body))
  const head = Buffer.allocUnsafe(headLength)
  head.writeUInt32LE(json.length + bytes.length, 0)
  head.writeUInt32LE(json.length, 4)
  return bytes.length === 0 ? [head, json] : [head, json, bytes]
}

/**
 * Puts a stream of chunks together into frames.
 * The returned function throws a RangeError when the stream is not made of frames: from there on nothing in it can be found.
 */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: Uint8Array) => void {
  const head = Buffer.alloc(headLength)
  let headFilled = 0
  let rest: Buffer | null = null
  let restFilled = 0

  return (chunk) => {
    let at = 0
    while (at < chunk.length || rest?.length === restFilled) {
      if (rest === null) {
        const taken = fill(head, headFilled, chunk, at)
        at += taken
        headFilled += taken
        if (headFilled < headLength) return
        rest = Buffer.allocUnsafeSlow(checkedLength(head))
        restFilled = 0
      }
      const taken = fill(rest, restFilled, chunk, at)
      at += taken
      restFilled += taken
      if (restFilled < rest.length) return
      const frame = parse(rest, head.readUInt32LE(4))
      rest = null
      headFilled = 0
      onFrame(frame)
    }
  }
}

function fill(target: Buffer, filled: number, chunk: Uint8Array, at: number): number {
  const piece = chunk.subarray(at, at + target.length - filled)
  target.set(piece, filled)
  return piece.length
}

function checkedLength(head: Buffer): number {
  const total = head.readUInt32LE(0)
  const json = head.readUInt32LE(4)
  if (total > longestFrame || json > total)
    throw new RangeError(`no frame has ${total} bytes of which ${json} are JSON`)
  return total
}

function parse(rest: Buffer, jsonLength: number): Frame {
  return { body: parseJson(rest.toString('utf8', 0, jsonLength)), bytes: rest.subarray(jsonLength) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
