import { array, assert, integer, property, record, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Frame, frameOf, frameReader } from './frames.ts'

/** Reads `stream` in chunks of the given sizes, over and over. */
function readInChunks(stream: Uint8Array, sizes: number[]): Frame[] {
  const frames: Frame[] = []
  const read = frameReader((frame) => frames.push(frame))
  for (let at = 0, n = 0; at < stream.length; n++) {
    const size = sizes[n % sizes.length] ?? 1
    read(stream.subarray(at, at + size))
    at += size
  }
  return frames
}

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    const frame = record({ body: record({ text: string() }), bytes: uint8Array({ maxLength: 300 }) })
    const sizes = array(integer({ min: 1, max: 200 }), { minLength: 1 })
    assert(
      property(array(frame), sizes, (frames, sizes) => {
        const stream = Buffer.concat(frames.flatMap(({ body, bytes }) => frameOf(body, bytes)))
        const read = readInChunks(stream, sizes)
        expect(read.map(({ body }) => body)).toEqual(frames.map(({ body }) => body))
        expect(read.map(({ bytes }) => [...bytes])).toEqual(frames.map(({ bytes }) => [...bytes]))
      }),
    )
  })

  it('of which the JSON is broken have no body, and the next one is found', () => {
    const broken = Buffer.concat([Buffer.from([3, 0, 0, 0, 3, 0, 0, 0]), Buffer.from('{"a')])
    const empty = Buffer.alloc(8)
    const [first, second, third] = readInChunks(Buffer.concat([broken, empty, ...frameOf({ b: 1 })]), [5])
    expect([first?.body, second?.body, third?.body]).toEqual([undefined, undefined, { b: 1 }])
  })

  it('are refused when they cannot be', () => {
    expect(() => readInChunks(Buffer.alloc(8, 255), [8])).toThrow(RangeError)
    expect(() => readInChunks(Buffer.from([3, 0, 0, 0, 4, 0, 0, 0]), [8])).toThrow(RangeError)
  })
})
