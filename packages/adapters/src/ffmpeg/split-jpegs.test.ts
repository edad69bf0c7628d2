import { array, assert, integer, property, uint8Array } from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { jpegSplitter, NotJpegError } from './split-jpegs.ts'

let pictures: Buffer[]

beforeAll(async () => {
  const noise = {
    create: {
      width: 90,
      height: 70,
      channels: 3 as const,
      background: 'red',
      noise: { type: 'gaussian' as const, mean: 120, sigma: 60 },
    },
  }
  const thumb = await sharp(noise).resize(16).jpeg().toBuffer()
  // A small JPEG inside the big one, as cameras put it there.
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Exif\0\0'), thumb])
  exif.writeUInt16BE(exif.length - 2, 2)
  const plain = await sharp(noise).jpeg({ quality: 95 }).toBuffer()
  const withThumb = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
  const progressive = await sharp(noise).jpeg({ progressive: true }).toBuffer()
  pictures = [plain, withThumb, progressive, thumb]
})

function split(stream: Uint8Array, sizes: number[]): Buffer[] {
  const splitter = jpegSplitter()
  const found: Buffer[] = []
  for (let at = 0, n = 0; at < stream.length; n++) {
    const size = sizes[n % sizes.length] ?? 1
    for (const { picture } of splitter.push(stream.subarray(at, at + size), n)) found.push(Buffer.from(picture))
    at += size
  }
  return found
}

describe('a stream of JPEGs', () => {
  it('is cut between the pictures, however it arrives', () => {
    const stream = Buffer.concat([...pictures, ...pictures])
    assert(
      property(array(integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        expect(split(stream, sizes).map((picture) => picture.length)).toEqual(
          [...pictures, ...pictures].map((p) => p.length),
        )
      }),
      { numRuns: 60 },
    )
    expect(split(stream, [1])).toEqual([...pictures, ...pictures])
  })

  it('tells when the first byte of a picture came', () => {
    const [one, two] = [pictures[0] as Buffer, pictures[3] as Buffer]
    const splitter = jpegSplitter()
    expect(splitter.push(one.subarray(0, 50), 1)).toEqual([])
    const [first] = splitter.push(Buffer.concat([one.subarray(50), two.subarray(0, 10)]), 2)
    expect(first?.begunAt).toBe(1)
    const [second] = splitter.push(two.subarray(10), 3)
    expect(second?.begunAt).toBe(2)
  })

  it('passes over what lies between pictures', () => {
    const [one, two] = [pictures[1] as Buffer, pictures[2] as Buffer]
    const between = Buffer.from('--boundary\r\nContent-Type: image/jpeg\r\n\r\n')
    const fake = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x12])
    expect(split(Buffer.concat([between, one, between, fake, two, between]), [33])).toEqual([one, two])
  })

  it('is none when no picture begins, or one does not end', () => {
    const noise = jpegSplitter({ patience: 1000 })
    expect(() => noise.push(new Uint8Array(2000), 0)).toThrow(NotJpegError)
    const endless = jpegSplitter({ largest: 5000 })
    const head = (pictures[0] as Buffer).subarray(0, 700)
    endless.push(head, 0)
    expect(() => endless.push(new Uint8Array(6000), 0)).toThrow(NotJpegError)
  })

  it('never fails otherwise, whatever comes', () => {
    assert(
      property(array(uint8Array({ maxLength: 300 }), { maxLength: 20 }), (chunks) => {
        const splitter = jpegSplitter()
        const marks = Uint8Array.from([0xff, 0xd8, 0xff])
        for (const chunk of chunks)
          for (const bytes of [marks, chunk]) expect(Array.isArray(splitter.push(bytes, 0))).toBe(true)
      }),
    )
  })
})
